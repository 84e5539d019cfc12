// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.util.ArrayList;
import java.util.List;

/** Splits a {@code @file} of {@code java} into words as its launcher does. */
final class ArgumentFile {
  private ArgumentFile() {}

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '#' && word == null) {
        i = endOfLine(text, i);
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (word != null) {
          words.add(word.toString());
        }
        word = null;
      } else {
        word = word == null ? new StringBuilder() : word;
        if (c == quote) {
          quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
          quote = c;
        } else if (quote != 0 && c == '\\' && i + 1 < text.length()) {
          i = escape(text, i + 1, word);
        } else {
          word.append(c);
        }
      }
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }

  private static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int escape(String text, int at, StringBuilder word) {
    char c = text.charAt(at);
    switch (c) {
      case 'n' -> word.append('\n');
      case 'r' -> word.append('\r');
      case 't' -> word.append('\t');
      case 'f' -> word.append('\f');
      case '\n' -> {
        // A line that goes on: leading blanks of the next one do not count.
        int next = at + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
          next++;
        }
        return next - 1;
      }
      default -> word.append(c);
    }
    return at;
  }
}
