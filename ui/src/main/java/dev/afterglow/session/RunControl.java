// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import java.util.List;

/**
 * Makes a program pause, step, run slowly or fast. All methods may be called from any thread and
 * return at once; what came of it is in {@link Picture#run}.
 */
public interface RunControl {
  /** The speed without brakes. */
  double FULL_SPEED = Double.POSITIVE_INFINITY;

  /** How far one step goes. */
  enum Step {
    /** To the next line, also in a method that is called. */
    INTO,
    /** To the next line of this method or of one that called it. */
    OVER,
    /** To the method that called this one. */
    OUT
  }

  /** What to run to. */
  enum GoalKind {
    /** A line is about to run. */
    LINE,
    /** A line is about to run for the n-th time since the program started. */
    COUNT,
    /** The stack of the program's own methods is n deep. */
    DEPTH,
    /** An exception is thrown in, or passes through, the program's own code. */
    EXCEPTION
  }

  /**
   * Where to stop.
   *
   * @param kind what to wait for
   * @param file the file, or null for DEPTH and EXCEPTION
   * @param line the line, or 0
   * @param n the count or depth, or 0
   */
  record Goal(GoalKind kind, FileKey file, int line, long n) {}

  /** Lets the program go on, at the chosen speed. */
  void play();

  /** Stops all threads of the program before their next line. */
  void pause();

  /** Stops one thread before its next line, or lets it go on. */
  void pauseThread(int target, long thread, boolean paused);

  /**
   * Chooses the speed; does not end a pause.
   *
   * @param linesPerSecond 1 to 1,000, or {@link #FULL_SPEED}
   */
  void speed(double linesPerSecond);

  /** Goes one step in the thread that stands, or in the one that is chosen. */
  void step(Step how);

  /** Runs at the chosen speed until the goal is met, then pauses. */
  void runTo(Goal goal);

  /**
   * Has expressions told with the values of each step from now on, by their own names, besides the
   * variables: those that go deeper than the fields of a variable. Also of programs that come
   * later.
   */
  void watch(List<String> expressions);

  /** Records every step with its values, or counts only. */
  void detail(RunPicture.Detail detail);
}
