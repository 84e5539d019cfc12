// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

/** A loop of one method: see {@link dev.afterglow.wire.LoopInfo}, whose words it uses. */
final class Loop {
  /** The header's {@link LineId}. */
  final int line;

  final int firstLine;
  final int lastLine;
  final int shape;
  final Quantity rounds;
  final Quantity arrivals;

  /** How many loops of the same line this one stands in. */
  int nesting;

  /** How many loops stand on the same line before this one, as deep as it is. */
  int ordinal;

  Loop(int line, int firstLine, int lastLine, int shape, Quantity rounds, Quantity arrivals) {
    this.line = line;
    this.firstLine = firstLine;
    this.lastLine = lastLine;
    this.shape = shape;
    this.rounds = rounds;
    this.arrivals = arrivals;
  }
}
