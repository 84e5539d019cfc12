// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A way for control to reach an instruction, with what is to be counted on it. */
final class Edge {
  /** How control gets from one instruction to the other. */
  enum Kind {
    /** The method begins; there is no instruction before. */
    START,
    /** A handler begins; the instruction before is any that can throw. */
    HANDLER,
    /** The next instruction in the code. */
    FALL,
    /** An unconditional jump. */
    GOTO,
    /** A conditional jump that is taken, or a case of a switch. */
    BRANCH
  }

  final Kind kind;

  /** Index of the instruction before, -1 for {@link Kind#START} and {@link Kind#HANDLER}. */
  final int from;

  final int to;

  /** What each passage counts for; in the order in which it was added, without repetition. */
  List<Quantity> counts = Collections.emptyList();

  /** The line that is hit when control passes here, 0 for none. */
  int visit;

  Edge(Kind kind, int from, int to) {
    this.kind = kind;
    this.from = from;
    this.to = to;
  }

  void count(Quantity quantity) {
    if (counts.isEmpty()) {
      counts = new ArrayList<Quantity>(2);
    }
    if (!counts.contains(quantity)) {
      counts.add(quantity);
    }
  }

  /** Whether it leads to a smaller or the same place in the code. */
  boolean backward() {
    return from >= 0 && to <= from;
  }
}
