// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.util.List;

/** The threads that run woven code at one moment, with their stacks. */
public final class Threads extends Frame {
  /** All of them; a thread that is missing has ended. */
  public final List<ThreadInfo> threads;

  public Threads(List<ThreadInfo> threads) {
    this.threads = threads;
  }

  @Override
  public int type() {
    return FrameType.THREADS;
  }
}
