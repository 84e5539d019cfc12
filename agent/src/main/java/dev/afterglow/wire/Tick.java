// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** Ends a group of {@link Counts} that belong to one moment; sent about once a second when idle. */
public final class Tick extends Frame {
  /** Nanoseconds since the agent started. */
  public final long nanos;

  public Tick(long nanos) {
    this.nanos = nanos;
  }

  @Override
  public int type() {
    return FrameType.TICK;
  }
}
