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
    int end = open;
    do {
      int start = end + 1;
      end = endOfPart(text, start);
      add(parts, text.substring(start, end));
    } while (end < text.length() && text.charAt(end) == ',');
    return parts;
  }

  /** Where a part between brackets ends: at a comma, at the closing bracket or where it is cut. */
  static int endOfPart(String text, int start) {
    int depth = 0;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (depth == 0 && ",]})".indexOf(c) >= 0) {
        return i;
      }
      depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
      i = c == '"' || c == '\'' ? behindQuote(text, i) : i + 1;
    }
    return i;
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
  static int leftOut(String part) {
    Matcher gap = GAP.matcher(part);
    if (gap.matches()) {
      return Integer.parseInt(gap.group(1));
    }
    return part.endsWith(CUT) ? -1 : 0;
  }
}
