// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.util.List;

/** A thread that runs or ran woven code. */
public final class ThreadInfo {
  /** States as in {@code Thread.State}, by ordinal. */
  public final int state;

  /** The JVM's thread id. */
  public final long id;

  /** Thread name. */
  public final String name;

  /** Whether it is a virtual thread. */
  public final boolean virtual;

  /** The stack, innermost frame first; at most the innermost 512 and the outermost 64 frames. */
  public final List<StackFrame> stack;

  /** The stack's true depth. */
  public final int depth;

  public ThreadInfo(
      long id, String name, int state, boolean virtual, int depth, List<StackFrame> stack) {
    this.id = id;
    this.name = name;
    this.state = state;
    this.virtual = virtual;
    this.depth = depth;
    this.stack = stack;
  }
}
