// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** Asks for the stacks of threads. */
public final class Watch extends Frame {
  /** The shortest time between two samples, in milliseconds. */
  public static final int MIN_MILLIS = 10;

  /** The longest time between two samples, in milliseconds. */
  public static final int MAX_MILLIS = 10_000;

  /** Milliseconds between two samples, 10 to 10,000; 0 for no stacks. */
  public final int everyMillis;

  public Watch(int everyMillis) {
    this.everyMillis = everyMillis;
  }

  @Override
  public int type() {
    return FrameType.WATCH;
  }
}
