// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** What the program runs to. Each answer is why to stop now, a sentence, or null. */
final class Goal {
  private final int kind;
  private final String file;
  private final int line;
  private final long number;
  private final LineCount count;

  /**
   * Makes one.
   *
   * @param kind as in {@link Pace}
   * @param file path of the source file, for lines
   * @param number the count or the depth
   * @param count of the line, for a count
   */
  Goal(int kind, String file, int line, long number, LineCount count) {
    this.kind = kind;
    this.file = file;
    this.line = line;
    this.number = number;
    this.count = count;
  }

  boolean isException() {
    return kind == Pace.TO_EXCEPTION;
  }

  /** Whether it has to do with this line. */
  boolean isAt(StepMethod method, int at) {
    return (kind == Pace.TO_LINE || kind == Pace.TO_COUNT)
        && at == line
        && method.file.equals(file);
  }

  /** A line is about to run while so many calls stand in each other. */
  String reached(StepMethod method, int at, int calls) {
    if (kind == Pace.TO_DEPTH) {
      return calls >= number ? "Stopped " + calls + " calls deep." : null;
    }
    return reached(method, at);
  }

  /** A line is about to run in a call that has no place among the others. */
  String reached(StepMethod method, int at) {
    if (!isAt(method, at)) {
      return null;
    }
    String before = "Stopped before line " + line;
    if (kind == Pace.TO_LINE) {
      return before + ".";
    }
    long time = count.soFar() + 1;
    return time < number ? null : before + ", for the " + ordinal(time) + " time.";
  }

  /** An exception leaves a call or was caught in it. */
  String reached(Throwable exception) {
    if (!isException()) {
      return null;
    }
    StringBuilder text = new StringBuilder("Stopped at the first exception: ");
    text.append(Words.simpleName(exception.getClass()));
    int length = text.length();
    text.append(", ");
    Throwables.message(text, exception);
    if (text.length() <= length + 2) {
      text.setLength(length);
    }
    return text.append('.').toString();
  }

  private static String ordinal(long n) {
    long tens = n % 100;
    long ones = n % 10;
    boolean teen = tens >= 11 && tens <= 13;
    return n + (teen || ones < 1 || ones > 3 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : "rd");
  }
}
