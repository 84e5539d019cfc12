// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** The window's answer to the right token. */
public final class Welcome extends Frame {
  public Welcome() {}

  @Override
  public int type() {
    return FrameType.WELCOME;
  }
}
