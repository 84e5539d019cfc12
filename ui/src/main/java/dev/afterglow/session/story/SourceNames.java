// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.ExceptionCard.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables in a line of source, and what they were. */
final class SourceNames {
  private static final int MOST = 8;
  private static final int LONGEST = 100;

  private SourceNames() {}

  /** What the variables of a line were at a moment, by column. */
  static List<Note> notes(String line, Moment moment) {
    List<Note> notes = new ArrayList<>();
    for (Map.Entry<String, Integer> each : of(line).entrySet()) {
      Value value = moment.named(each.getKey());
      if (value != null && notes.size() < MOST) {
        notes.add(new Note(each.getValue(), Calls.cut(value.text(), LONGEST)));
      }
    }
    return notes;
  }

  /** The names in a line that may be variables, each with the column it first stands at. */
  static Map<String, Integer> of(String line) {
    Map<String, Integer> names = new LinkedHashMap<>();
    int comment = StoryLines.trailingComment(line);
    int end = comment < 0 ? line.length() : comment;
    int i = 0;
    while (i < end) {
      char c = line.charAt(i);
      if (c == '"' || c == '\'') {
        i = behindQuote(line, i);
      } else if (Character.isJavaIdentifierStart(c)) {
        int start = i;
        while (i < end && Character.isJavaIdentifierPart(line.charAt(i))) {
          i++;
        }
        if (isVariable(line, start, i)) {
          names.putIfAbsent(line.substring(start, i), start);
        }
      } else {
        // The end of a number may be a letter.
        boolean number = Character.isDigit(c);
        i++;
        while (number && i < end && Character.isJavaIdentifierPart(line.charAt(i))) {
          i++;
        }
      }
    }
    return names;
  }

  private static boolean isVariable(String line, int start, int end) {
    boolean field = start > 0 && line.charAt(start - 1) == '.';
    int next = end;
    while (next < line.length() && line.charAt(next) == ' ') {
      next++;
    }
    boolean method = line.startsWith("(", next);
    // What it was before it is set does not matter.
    boolean set =
        (line.startsWith("=", next) && !line.startsWith("==", next))
            || (line.startsWith(":", next) && isDeclared(line, start));
    return !method && !set && (!field || line.startsWith("this.", Math.max(0, start - 5)));
  }

  /**
   * Whether a type stands before a name: that of a loop over elements, not of {@code a ? b : c}.
   */
  private static boolean isDeclared(String line, int start) {
    int type = start - 1;
    while (type >= 0 && line.charAt(type) == ' ') {
      type--;
    }
    return type >= 0
        && type < start - 1
        && (Character.isJavaIdentifierPart(line.charAt(type))
            || ">]".indexOf(line.charAt(type)) >= 0);
  }

  private static int behindQuote(String line, int at) {
    int i = at + 1;
    while (i < line.length() && line.charAt(i) != line.charAt(at)) {
      i += line.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, line.length());
  }
}
