// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.ExceptionCard.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables in a line of source, and what they were. */
final class SourceNames {
  /** A name behind a type that gets its value here: {@code int t = …}, {@code String s : …}. */
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?<!\\b(?:else|do|case|return|yield))(?<=[\\p{L}\\p{N}_$>\\]])\\s+"
              + "([\\p{L}_$][\\p{L}\\p{N}_$]*+)\\s*(?:=(?!=)|:(?!:))");

  /** What a {@code for} sets where it begins it keeps from round to round. */
  private static final Pattern FOR_BEGIN = Pattern.compile("\\bfor\\s*\\([^;:]*;");

  /** A field that is read and neither set nor called. */
  private static final Pattern FIELD =
      Pattern.compile(
          "\\s*\\.\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*+)(?!\\s*(?:\\(|=(?!=)|[-+*/%&|^]=|\\+\\+|--))");

  /** An object of which no more is known than its class. */
  private static final Pattern OBJECT =
      Pattern.compile("(?!null$|true$|false$|NaN$|-?Infinity$)[\\p{L}_$][\\p{L}\\p{N}_$.]*");

  /** The parameters of a lambda expression. */
  private static final Pattern LAMBDA =
      Pattern.compile("(?:[\\p{L}_$][\\p{L}\\p{N}_$]*|\\([^()]*\\))\\s*->");

  private static final int MOST = 8;
  private static final int LONGEST = 100;

  private SourceNames() {}

  /**
   * What the variables of a line were at a moment, by column.
   *
   * @param set the names that the line had set by then: one that it declares is told only if it is
   *     among them, else it would be what it was when the line ran before
   * @param receiver what is known of the fields of {@code this} besides
   */
  static List<Note> notes(String line, Moment moment, Set<String> set, Receiver receiver) {
    Set<String> unset = declared(line);
    unset.removeAll(set);
    Set<String> parameters = lambdaParameters(line);
    List<Note> notes = new ArrayList<>();
    for (Map.Entry<String, Integer> each : of(line).entrySet()) {
      String name = each.getKey();
      Value value = moment.value(name);
      String text = value == null ? null : value.text();
      if (text == null && !parameters.contains(name)) {
        Value field = moment.named(name);
        text = field != null ? field.text() : receiver.field(name);
      }
      if (text != null && !unset.contains(name)) {
        notes.add(new Note(each.getValue(), Calls.cut(text, LONGEST)));
        addFields(line, each.getValue() + name.length(), text, notes);
      }
    }
    notes.sort(Comparator.comparingInt(Note::column));
    return List.copyOf(notes.subList(0, Math.min(MOST, notes.size())));
  }

  /** What is read of an object whose text tells it: {@code next} in {@code node.next.value}. */
  private static void addFields(String line, int from, String object, List<Note> notes) {
    Matcher field = FIELD.matcher(line).region(from, line.length());
    if (field.lookingAt()) {
      String text = Texts.field(Texts.parts(object), field.group(1));
      if (text != null && !text.endsWith("…") && !OBJECT.matcher(text).matches()) {
        notes.add(new Note(field.start(1), Calls.cut(text, LONGEST)));
      }
    }
  }

  private static Set<String> lambdaParameters(String line) {
    Set<String> names = new HashSet<>();
    Matcher lambda = LAMBDA.matcher(withoutTexts(line));
    while (lambda.find()) {
      names.addAll(of(lambda.group().replaceFirst("->$", "")).keySet());
    }
    return names;
  }

  private static Set<String> declared(String line) {
    Set<String> names = new HashSet<>();
    Matcher declared = DECLARED.matcher(FOR_BEGIN.matcher(withoutTexts(line)).replaceAll(";"));
    while (declared.find()) {
      names.add(declared.group(1));
    }
    return names;
  }

  /** A line with empty texts: {@code "no line: " + line} declares nothing. */
  static String withoutTexts(String line) {
    StringBuilder code = new StringBuilder();
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      boolean text = c == '"' || c == '\'';
      code.append(c);
      i = text ? behindQuote(line, i) : i + 1;
      if (text) {
        code.append(c);
      }
    }
    return code.toString();
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
