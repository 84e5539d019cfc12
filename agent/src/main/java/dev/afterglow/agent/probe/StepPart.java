// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** A part of the log of steps, which can be read by itself. */
public final class StepPart {
  /** The steps, in the form they have on the wire; not to be changed. */
  public final byte[] bytes;

  /** Whether they are of kinds that the wire's first version did not have. */
  public final boolean later;

  StepPart(byte[] bytes, boolean later) {
    this.bytes = bytes;
    this.later = later;
  }
}
