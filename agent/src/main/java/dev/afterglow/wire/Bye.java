// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** The target ends and all its counts were sent. */
public final class Bye extends Frame {
  public Bye() {}

  @Override
  public int type() {
    return FrameType.BYE;
  }
}
