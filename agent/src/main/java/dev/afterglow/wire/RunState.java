// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** How the target is made to run; sent when it changes. */
public final class RunState extends Frame {
  /** Whether steps are reported, not counts alone. */
  public final boolean steps;

  /** Whether all threads stand. */
  public final boolean paused;

  /** Thousandths of a line a second over the whole target, 0 for full speed. */
  public final long milliSpeed;

  /** The thread that stands, or waits for its turn, before its next line; 0 for none. */
  public final long thread;

  /** The class it stands in, or empty. */
  public final String className;

  /** The line it stands before, or 0. */
  public final int line;

  /** Why it stands, a sentence, or empty. */
  public final String why;

  /** How many steps were recorded. */
  public final long recorded;

  /** How many steps are recorded at most. */
  public final long budget;

  public RunState(
      boolean steps,
      boolean paused,
      long milliSpeed,
      long thread,
      String className,
      int line,
      String why,
      long recorded,
      long budget) {
    this.steps = steps;
    this.paused = paused;
    this.milliSpeed = milliSpeed;
    this.thread = thread;
    this.className = className;
    this.line = line;
    this.why = why;
    this.recorded = recorded;
    this.budget = budget;
  }

  /** Whether another one says the same. */
  public boolean same(RunState other) {
    return steps == other.steps
        && paused == other.paused
        && milliSpeed == other.milliSpeed
        && thread == other.thread
        && className.equals(other.className)
        && line == other.line
        && why.equals(other.why)
        && recorded == other.recorded
        && budget == other.budget;
  }

  @Override
  public int type() {
    return FrameType.RUN_STATE;
  }
}
