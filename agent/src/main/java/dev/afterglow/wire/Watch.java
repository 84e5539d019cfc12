// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** Asks for the stacks of threads. */
public final class Watch extends Frame {
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
