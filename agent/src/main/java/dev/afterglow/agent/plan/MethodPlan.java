// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;

/** The probes of one method, and what follows from their counters. */
public final class MethodPlan {
  /** A plan that counts nothing. */
  static final MethodPlan NOTHING =
      new MethodPlan(
          Collections.<Placement>emptyList(),
          Collections.<AbstractInsnNode>emptyList(),
          0,
          Collections.<Integer, Quantity>emptyMap(),
          Collections.<Integer>emptySet(),
          Collections.<Loop>emptyList(),
          null);

  private final List<Placement> placements;
  private final List<AbstractInsnNode> turns;
  private final int counters;
  final Map<Integer, Quantity> hits;
  final Set<Integer> written;
  final List<Loop> loops;
  private final StepPlan steps;

  MethodPlan(
      List<Placement> placements,
      List<AbstractInsnNode> turns,
      int counters,
      Map<Integer, Quantity> hits,
      Set<Integer> written,
      List<Loop> loops,
      StepPlan steps) {
    this.placements = placements;
    this.turns = turns;
    this.counters = counters;
    this.hits = hits;
    this.written = written;
    this.loops = loops;
    this.steps = steps;
  }

  /** The probes, in the order in which they must be placed where several share a place. */
  public List<Placement> placements() {
    return placements;
  }

  /** Instructions of which each cycle of the method has one: where it can be paused. */
  public List<AbstractInsnNode> turns() {
    return turns;
  }

  /** What to report besides counting, or null. */
  public StepPlan steps() {
    return steps;
  }

  /** How many counters the method has; probes name them from 0. */
  public int counters() {
    return counters;
  }
}
