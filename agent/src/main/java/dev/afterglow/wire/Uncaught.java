// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.util.List;

/** An exception that ended a thread, and what caused it. */
public final class Uncaught extends Frame {
  /** The JVM's thread id. */
  public final long threadId;

  /** The thread's name. */
  public final String threadName;

  /** The exception, then its cause, and so on: at least one, at most {@link Limits#MAX_CAUSES}. */
  public final List<Thrown> chain;

  public Uncaught(long threadId, String threadName, List<Thrown> chain) {
    this.threadId = threadId;
    this.threadName = threadName;
    this.chain = chain;
  }

  /** An exception. */
  public static final class Thrown {
    /** Binary name with dots. */
    public final String className;

    /** Its message, empty if it has none or only the program's own code could tell it. */
    public final String message;

    /** How many frames its trace has. */
    public final int depth;

    /** The frames, innermost first; the same limits as for a thread's stack. */
    public final List<StackFrame> stack;

    /** What was suppressed for it, without what was suppressed for these. */
    public final List<Thrown> suppressed;

    public Thrown(
        String className,
        String message,
        int depth,
        List<StackFrame> stack,
        List<Thrown> suppressed) {
      this.className = className;
      this.message = message;
      this.depth = depth;
      this.stack = stack;
      this.suppressed = suppressed;
    }
  }

  @Override
  public int type() {
    return FrameType.UNCAUGHT;
  }
}
