// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/**
 * The version of the protocol.
 *
 * <p>Another minor version adds only what an older reader can skip: new kinds of frame, and fields
 * behind the known ones of a frame. Anything else takes a new major version, which is refused.
 */
public final class Protocol {
  /** A reader refuses any other. */
  public static final int MAJOR = 1;

  /** A reader takes any. */
  public static final int MINOR = 2;

  private Protocol() {}

  static void checkMajor(int major, String what) throws ProtocolException {
    if (major != MAJOR) {
      throw new ProtocolException(
          what
              + " has version "
              + major
              + " of Afterglow's protocol, but this is version "
              + MAJOR
              + ": use an agent and a window of the same release.");
    }
  }
}
