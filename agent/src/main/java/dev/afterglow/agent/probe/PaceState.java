// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** How the program is made to run at one moment. */
public final class PaceState {
  /** Grows with every change. */
  public final long version;

  /** Whether all threads stand. */
  public final boolean paused;

  /** Nanoseconds between two lines, 0 for no brake. */
  public final long interval;

  /** The thread that stands before its next line, 0 for none. */
  public final long thread;

  /** The class it stands in, or empty. */
  public final String className;

  /** The line it stands before, or 0. */
  public final int line;

  /** Why it stands, a sentence, or empty. */
  public final String why;

  PaceState(
      long version,
      boolean paused,
      long interval,
      long thread,
      String className,
      int line,
      String why) {
    this.version = version;
    this.paused = paused;
    this.interval = interval;
    this.thread = thread;
    this.className = className;
    this.line = line;
    this.why = why;
  }
}
