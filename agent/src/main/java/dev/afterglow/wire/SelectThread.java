// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** Asks for one thread's own counters besides the sums. */
public final class SelectThread extends Frame {
  /** The thread, or 0 for none. */
  public final long threadId;

  public SelectThread(long threadId) {
    this.threadId = threadId;
  }

  @Override
  public int type() {
    return FrameType.SELECT_THREAD;
  }
}
