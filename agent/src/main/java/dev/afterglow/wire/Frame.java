// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** One message of the wire. Frames are immutable; arrays handed to them must not change later. */
public abstract class Frame {

  Frame() {}

  /** The number that stands for this kind of frame on the wire, see {@link FrameType}. */
  public abstract int type();
}
