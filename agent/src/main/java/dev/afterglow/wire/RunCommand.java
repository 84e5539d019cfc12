// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** Makes the target run, stand, go a step, run slowly or report more. */
public final class RunCommand extends Frame {
  /** Go on. */
  public static final int PLAY = 0;

  /** Stop all threads. */
  public static final int PAUSE = 1;

  /** Stop thread {@link #thread}. */
  public static final int HOLD = 2;

  /** Let thread {@link #thread} go on. */
  public static final int LET_GO = 3;

  /** Run at {@link #number} thousandths of a line a second; 0 for full speed. */
  public static final int SPEED = 4;

  /** Go to the next line, in {@link #thread} or, if it is 0, in the thread that stands. */
  public static final int STEP_INTO = 5;

  /** Likewise, but not into calls. */
  public static final int STEP_OVER = 6;

  /** Likewise, out of this call. */
  public static final int STEP_OUT = 7;

  /** Run until {@link #line} of {@link #file} is about to run. */
  public static final int RUN_TO_LINE = 8;

  /** Run until {@link #line} of {@link #file} is about to run for the {@link #number}th time. */
  public static final int RUN_TO_COUNT = 9;

  /** Run until {@link #number} calls stand in each other. */
  public static final int RUN_TO_DEPTH = 10;

  /** Run until an exception. */
  public static final int RUN_TO_EXCEPTION = 11;

  /** Count lines only. */
  public static final int COUNTS = 12;

  /** Report steps too. */
  public static final int STEPS = 13;

  /** What to do. */
  public final int what;

  /** A thread, or 0. */
  public final long thread;

  /** A source file's path below its source root, or empty. */
  public final String file;

  /** A line, or 0. */
  public final int line;

  /** A number, or 0. */
  public final long number;

  public RunCommand(int what, long thread, String file, int line, long number) {
    this.what = what;
    this.thread = thread;
    this.file = file;
    this.line = line;
    this.number = number;
  }

  @Override
  public int type() {
    return FrameType.RUN;
  }
}
