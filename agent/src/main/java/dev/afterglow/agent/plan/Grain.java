// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

/** How much of a method is told, which is how much code the probes add to it. */
public enum Grain {
  /** Each visit of a line is reported besides being counted. */
  STEPS,

  /** Counts are exact, live and under exceptions. */
  EXACT,

  /**
   * One counter for what runs in a row: when a call or an instruction in between throws or waits,
   * the lines behind it are counted too early.
   */
  COARSE
}
