// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** Tells how often a line has run. */
public interface LineCount {
  /** How often, over all threads, since the program started. */
  long soFar();
}
