// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/**
 * Counters of one class. Values are totals since the class was loaded, so a lost tick loses no hit.
 */
public final class Counts extends Frame {
  /** The class, see {@link ClassInfo#classId}. */
  public final int classId;

  /** The thread whose own counters these are, or 0 for the sum over all threads. */
  public final long threadId;

  /** The counters, ascending. */
  public final int[] counters;

  /** The total of each of {@link #counters}. */
  public final long[] totals;

  public Counts(int classId, long threadId, int[] counters, long[] totals) {
    this.classId = classId;
    this.threadId = threadId;
    this.counters = counters;
    this.totals = totals;
  }

  @Override
  public int type() {
    return threadId == 0 ? FrameType.COUNTS : FrameType.THREAD_COUNTS;
  }
}
