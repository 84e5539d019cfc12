// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.Value;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Writes calls, results and exceptions as people say them. For any thread. */
public final class Calls {
  /** Longest text of an argument in a call; longer ones are cut. */
  private static final int MAX_ARGUMENT = 40;

  /** What compilers put before the name of a local class: {@code Main$1} of {@code Main$1Node}. */
  private static final Pattern LOCAL = Pattern.compile("^.*\\$\\d+(?=[\\p{L}_])");

  /** Before the name of a class within another one. */
  private static final Pattern NESTED = Pattern.compile("(?<=[^$.])\\$(?=[\\p{L}_])");

  private Calls() {}

  /** {@code fib}, {@code new Point}, {@code lambda in main}, {@code static Point}. */
  public static String name(Method method) {
    return name(method.className(), method.name());
  }

  static String name(String className, String name) {
    if (name.equals("<init>")) {
      return "new " + simpleName(className);
    }
    if (name.equals("<clinit>")) {
      return "static " + simpleName(className);
    }
    if (name.startsWith("lambda$")) {
      int end = name.lastIndexOf('$');
      String of = name.substring("lambda$".length(), Math.max("lambda$".length(), end));
      return "lambda in " + (of.isEmpty() ? simpleName(className) : of);
    }
    return name;
  }

  /** As {@link #name}, with the class before it if the caller's is another one. */
  static String nameAt(StepLog log, int call) {
    Method method = log.method(call);
    int caller = log.caller(call);
    boolean same =
        caller == StepLog.NONE || log.method(caller).className().equals(method.className());
    boolean special = method.name().startsWith("<") || method.name().startsWith("lambda$");
    return same || special ? name(method) : simpleName(method.className()) + "." + method.name();
  }

  /**
   * A class without its package: {@code Map.Entry}; one that is local to a method by its name
   * alone, an anonymous one as in a stack trace, {@code Main$1}.
   */
  public static String simpleName(String className) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    return NESTED.matcher(LOCAL.matcher(name).replaceFirst("")).replaceAll(".");
  }

  /** {@code fib(n = 3)}. */
  public static String withNames(StepLog log, int call) {
    return nameAt(log, call) + '(' + arguments(log.values(call), true) + ')';
  }

  /** {@code fib(3)}. */
  public static String brief(StepLog log, int call) {
    return nameAt(log, call) + '(' + arguments(log.values(call), false) + ')';
  }

  /** The arguments in a row. */
  static String arguments(List<Value> values, boolean names) {
    StringBuilder text = new StringBuilder();
    for (Value value : values) {
      if (text.length() > 0) {
        text.append(", ");
      }
      if (names) {
        text.append(value.name()).append(" = ");
      }
      text.append(cut(value.text()));
    }
    return text.toString();
  }

  /** How a call ended: {@code = 2}, {@code throws X}, empty for {@code void} or while it runs. */
  static String outcome(StepLog log, int call) {
    int end = log.end(call);
    if (end == StepLog.NONE) {
      return "";
    }
    if (log.kind(end) == Kind.THROW) {
      return "throws " + simpleName(exception(log, end));
    }
    List<Value> values = log.values(end);
    return values.isEmpty() ? "" : "= " + values.get(0).text();
  }

  /** The class of the exception of a THROW, CATCH or PASS step. */
  public static String exception(StepLog log, int step) {
    return named(log.values(step), "exception", "an exception");
  }

  /** The line of a step; of a PASS the line that its exception came from. */
  public static int comesFrom(StepLog log, int step) {
    return log.kind(step) == Kind.PASS
        ? Integer.parseInt(named(log.values(step), "from", "0"))
        : log.line(step);
  }

  /** The message of the exception of such a step, or null. */
  public static String message(StepLog log, int step) {
    String message = named(log.values(step), "message", "");
    return message.isEmpty() || message.equals("null") ? null : message;
  }

  /** {@code IllegalStateException: queue is full}. */
  static String exceptionWords(StepLog log, int step) {
    String message = message(log, step);
    String name = simpleName(exception(log, step));
    return message == null ? name : name + ": " + message;
  }

  private static String named(List<Value> values, String name, String otherwise) {
    for (Value value : values) {
      if (value.name().equals(name)) {
        return value.text();
      }
    }
    return otherwise;
  }

  static String cut(String text) {
    return cut(text, MAX_ARGUMENT);
  }

  /**
   * A text of so many characters at most; an ellipsis says if there were more. It stands for whole
   * elements, and brackets are closed behind it: {@code [3, 1, …]}.
   */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    for (int kept = most - 1; kept > 2; kept--) {
      int parts = text.lastIndexOf(", ", kept) + 2;
      String begin = text.substring(0, parts > 2 ? parts : kept);
      String closed = begin + "…" + closing(begin);
      if (closed.length() <= most && !begin.contains("\"")) {
        return closed;
      }
    }
    return text.substring(0, most - 1) + "…";
  }

  /** What closes the brackets that a text leaves open. */
  private static String closing(String begin) {
    StringBuilder closing = new StringBuilder();
    for (int i = 0; i < begin.length(); i++) {
      int open = "[{(".indexOf(begin.charAt(i));
      if (open >= 0) {
        closing.insert(0, "]})".charAt(open));
      } else if (closing.length() > 0 && begin.charAt(i) == closing.charAt(0)) {
        closing.deleteCharAt(0);
      }
    }
    return closing.toString();
  }

  /**
   * Of methods that call themselves or each other too deep, in words.
   *
   * @param names the methods
   * @param argument the argument that differs, or empty
   * @param texts its first values
   */
  static String recursion(
      Collection<String> names, long depth, String argument, List<String> texts) {
    return eachOther(names)
        + ": "
        + Numbers.exact(depth)
        + " deep"
        + (argument.isEmpty() ? "" : ", " + argument + " = " + String.join(", ", texts) + " …");
  }

  /** {@code down calls itself}, {@code even and odd call each other}. */
  static String eachOther(Collection<String> names) {
    return String.join(" and ", names) + (names.size() == 1 ? " calls itself" : " call each other");
  }
}
