// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

/**
 * How the program is made to run, as its agent last said.
 *
 * @param detail what is told of it
 * @param paused whether the whole program stands
 * @param speed lines a second, or {@link RunControl#FULL_SPEED}
 * @param target the target of the thread that stands, 0 for none
 * @param thread the thread that stands before its next line, 0 for none
 * @param file where it stands, or null
 * @param line the line it is about to run, or 0
 * @param why why it stands: a sentence such as {@code Stopped at the first exception.}, or empty
 * @param steps how many steps were recorded
 * @param budget how many steps are recorded at most; then only counts go on
 */
public record RunPicture(
    Detail detail,
    boolean paused,
    double speed,
    int target,
    long thread,
    FileKey file,
    int line,
    String why,
    long steps,
    long budget) {

  /** What is told of a program. */
  public enum Detail {
    /** How often lines ran. */
    COUNTS,
    /** Also every line in order, with values, calls and results. */
    STEPS
  }

  /** How the agent begins to say that the program met the exception it was to run to. */
  private static final String AT_EXCEPTION = "Stopped at the first exception: ";

  /** A program that runs at full speed and tells counts only. */
  public static final RunPicture COUNTING =
      new RunPicture(Detail.COUNTS, false, RunControl.FULL_SPEED, 0, 0, null, 0, "", 0, 0);

  /** Whether it stands, or runs so slowly that it can be followed. */
  public boolean slow() {
    return paused || speed < RunControl.FULL_SPEED;
  }

  /**
   * Its words ({@code ArithmeticException: / by zero}) if it stands at an exception, else empty.
   */
  public String exception() {
    if (!paused || !why.startsWith(AT_EXCEPTION) || !why.endsWith(".")) {
      return "";
    }
    return why.substring(AT_EXCEPTION.length(), why.length() - 1).replaceFirst(", ", ": ");
  }

  /** Whether steps are no longer recorded because there are enough. */
  public boolean budgetSpent() {
    return budget > 0 && steps >= budget;
  }
}
