// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression that is watched: a variable, its fields and elements, such as {@code
 * node.left.value} or {@code a[i + 1]}. It is worked out from the recorded texts, so it ends where
 * they do; then the answer says why. For any thread.
 */
public final class Watch {
  private static final Pattern NAME = Pattern.compile("\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*");
  private static final Pattern STEP =
      Pattern.compile(
          "\\s*(?:\\.\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*)|\\[\\s*([^\\[\\]]+?)\\s*\\])\\s*");
  private static final Pattern INDEX =
      Pattern.compile("(\\d+)|([\\p{L}_$][\\p{L}\\p{N}_$]*)(?:\\s*([+-])\\s*(\\d+))?");

  /**
   * What an expression was.
   *
   * @param text the value, or in words why it is not known
   * @param known whether it is the value
   */
  public record Answer(String text, boolean known) {
    private static Answer unknown(String why) {
      return new Answer(why, false);
    }
  }

  private final String expression;
  private final String name;
  private final List<String> steps = new ArrayList<>();

  private Watch(String expression) {
    this.expression = expression;
    Matcher first = NAME.matcher(expression);
    if (!first.lookingAt()) {
      throw new IllegalArgumentException(refusal(expression));
    }
    name = first.group(1);
    int at = first.end();
    Matcher more = STEP.matcher(expression);
    while (at < expression.length()) {
      more.region(at, expression.length());
      if (!more.lookingAt() || (more.group(2) != null && !INDEX.matcher(more.group(2)).matches())) {
        throw new IllegalArgumentException(refusal(expression));
      }
      steps.add(more.group(1) != null ? "." + more.group(1) : more.group(2));
      at = more.end();
    }
  }

  private static String refusal(String expression) {
    return "\""
        + expression.strip()
        + "\" cannot be watched: write a variable, its fields and elements, as in node.left.value"
        + " or a[i].";
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException with a sentence for the user if it is none
   */
  public static Watch of(String expression) {
    return new Watch(expression.strip());
  }

  /** Reads several, separated by commas or semicolons. */
  public static List<Watch> all(String expressions) {
    List<Watch> all = new ArrayList<>();
    for (String part : expressions.split("[,;]")) {
      if (!part.isBlank()) {
        all.add(of(part));
      }
    }
    return all;
  }

  /**
   * Whether it leads further than the recorded texts of variables do: it must be told by itself.
   */
  public boolean deep() {
    return steps.size() > 1;
  }

  /** As it was written. */
  public String expression() {
    return expression;
  }

  /** What it is at a moment. */
  public Answer at(Moment moment) {
    Value whole = moment.value(expression);
    if (whole != null) {
      return new Answer(whole.text(), true);
    }
    Value value = moment.named(name);
    if (value == null && !steps.isEmpty()) {
      Value field = moment.value(name + steps.get(0)); // this.total, Main.total
      if (field != null) {
        return walk(field.text(), steps.subList(1, steps.size()), moment);
      }
    }
    if (value == null) {
      return Answer.unknown(moment.complete() ? "not seen yet" : "too long ago");
    }
    return walk(value.text(), steps, moment);
  }

  private static Answer walk(String text, List<String> steps, Moment moment) {
    String now = text;
    for (String step : steps) {
      if (now.equals("null")) {
        return Answer.unknown("null has no " + (step.startsWith(".") ? step : "elements"));
      }
      List<String> parts = Texts.parts(now);
      String next;
      if (step.startsWith(".")) {
        next = step.equals(".length") ? length(now, parts) : Texts.field(parts, step.substring(1));
      } else {
        int index = index(step, moment);
        if (index < 0) {
          return Answer.unknown("[" + step + "] is not known");
        }
        next = Texts.element(parts, index);
      }
      if (next == null) {
        return Answer.unknown("not recorded");
      }
      now = next;
    }
    return new Answer(now, true);
  }

  private static String length(String text, List<String> parts) {
    String field = Texts.field(parts, "length");
    if (field != null || parts == null || !text.startsWith("[")) {
      return field;
    }
    int size = Texts.size(parts);
    return size < 0 ? null : Integer.toString(size);
  }

  private static int index(String step, Moment moment) {
    Matcher index = INDEX.matcher(step);
    if (!index.matches()) {
      return -1;
    }
    try {
      if (index.group(1) != null) {
        return Integer.parseInt(index.group(1));
      }
      Value variable = moment.value(index.group(2));
      if (variable == null) {
        return -1;
      }
      int offset = index.group(4) == null ? 0 : Integer.parseInt(index.group(4));
      int base = Integer.parseInt(variable.text());
      return "-".equals(index.group(3)) ? base - offset : base + offset;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
