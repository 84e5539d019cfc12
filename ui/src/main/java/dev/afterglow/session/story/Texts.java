// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes recorded texts of values apart: {@code [1, 2, 9]}, {@code Node(value=3, left=Node)}, {@code
 * {a=1}}.
 */
final class Texts {
  private static final String CUT = "…";
  private static final Pattern GAP = Pattern.compile("… (\\d{1,9}) more");

  private Texts() {}

  /** The parts between the outermost brackets, or null if there are none. */
  static List<String> parts(String text) {
    int open = 0;
    while (open < text.length() && "[{(".indexOf(text.charAt(open)) < 0) {
      char c = text.charAt(open);
      if (c == '"' || c == '\'') {
        return null;
      }
      open++;
    }
    if (open == text.length()) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = open + 1;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        i = behindQuote(text, i) - 1;
      } else if ("[{(".indexOf(c) >= 0) {
        depth++;
      } else if ("]})".indexOf(c) >= 0) {
        depth--;
        if (depth == 0) {
          add(parts, text.substring(start, i));
          return parts;
        }
      } else if (c == ',' && depth == 1) {
        add(parts, text.substring(start, i));
        start = i + 1;
      }
    }
    add(parts, text.substring(Math.min(start, text.length())));
    return parts;
  }

  private static void add(List<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part.strip());
    }
  }

  private static int behindQuote(String text, int at) {
    char quote = text.charAt(at);
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }

  /** The value of a field among parts such as {@code x=1}, {@code x = 1}, {@code x: 1}, or null. */
  static String field(List<String> parts, String name) {
    if (parts == null) {
      return null;
    }
    for (String part : parts) {
      if (part.startsWith(name)) {
        String rest = part.substring(name.length()).stripLeading();
        if (rest.startsWith("=") || rest.startsWith(":")) {
          return rest.substring(1).strip();
        }
      }
    }
    return null;
  }

  /** An element, or null if it was left out or is none. */
  static String element(List<String> parts, int index) {
    int at = 0;
    for (int i = 0; parts != null && i < parts.size() && at <= index; i++) {
      String part = parts.get(i);
      int left = leftOut(part);
      if (left < 0) {
        return null;
      }
      if (left == 0 && at == index) {
        return part;
      }
      at += Math.max(1, left);
    }
    return null;
  }

  /** How many elements there are, or -1 if the text does not tell. */
  static int size(List<String> parts) {
    int size = 0;
    for (String part : parts) {
      int left = leftOut(part);
      if (left < 0) {
        return -1;
      }
      size += Math.max(1, left);
    }
    return size;
  }

  /** For how many elements a part stands that were left out; -1 if it does not tell. */
  private static int leftOut(String part) {
    Matcher gap = GAP.matcher(part);
    if (gap.matches()) {
      return Integer.parseInt(gap.group(1));
    }
    return part.endsWith(CUT) ? -1 : 0;
  }
}
