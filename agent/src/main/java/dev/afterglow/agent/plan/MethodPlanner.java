// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Gives a method's edges counters: one for all that is sure to be passed together. */
final class MethodPlanner {
  private static final int NONE = -1;

  private final Code code;
  private final Hazards hazards;
  private final List<Placement> placements = new ArrayList<Placement>();
  private int counters;

  /** The counter that speaks for the present place, or {@link #NONE}. */
  private int current = NONE;

  private MethodPlanner(Code code, Hazards hazards) {
    this.code = code;
    this.hazards = hazards;
  }

  static MethodPlan plan(String owner, MethodNode method, LineMap lines) {
    Code code = new Code(method, lines);
    CompilerCode compiler = new CompilerCode(code);
    Visits visits = new Visits(code, compiler);
    visits.mark();
    if (visits.hits.isEmpty()) {
      return MethodPlan.NOTHING;
    }
    List<Loop> loops = Loops.mark(code, compiler);
    boolean hasThis = (method.access & Opcodes.ACC_STATIC) == 0 && !overwritesThis(code);
    MethodPlanner planner = new MethodPlanner(code, new Hazards(code, owner, hasThis));
    planner.place();
    return new MethodPlan(
        planner.placements, turns(code), planner.counters, visits.hits, visits.written, loops);
  }

  /** Every cycle has a jump backward, or to itself. */
  private static List<AbstractInsnNode> turns(Code code) {
    List<AbstractInsnNode> turns = new ArrayList<AbstractInsnNode>();
    for (int i = 0; i < code.size(); i++) {
      boolean turn = false;
      for (Edge edge : code.into.get(i)) {
        turn |= edge.backward() && code.depth(edge.from) >= 0;
      }
      if (turn) {
        turns.add(code.insns[i]);
      }
    }
    return turns;
  }

  private static boolean overwritesThis(Code code) {
    for (int i = 0; i < code.size(); i++) {
      if (code.opcode(i) == Opcodes.ASTORE && ((VarInsnNode) code.insns[i]).var == 0) {
        return true;
      }
    }
    return false;
  }

  private void place() {
    for (int i = 0; i < code.size(); i++) {
      List<Edge> in = code.into.get(i);
      boolean together = alike(in);
      boolean straight = in.size() == 1 && in.get(0).kind == Edge.Kind.FALL;
      if (!straight) {
        current = NONE;
      }
      if (!together && in.get(0).kind == Edge.Kind.START) {
        count(Placement.Where.AT_START, i, NONE, in.get(0).counts);
        current = NONE;
      }
      if (together && !in.isEmpty()) {
        count(Placement.Where.BEFORE, i, NONE, in.get(0).counts);
      }
      List<Edge> out = code.outOf.get(i);
      for (Edge edge : out) {
        if (edge.kind == Edge.Kind.GOTO && !alike(code.into.get(edge.to))) {
          count(Placement.Where.BEFORE, i, NONE, edge.counts);
        }
      }
      if (out.size() != 1 || out.get(0).kind != Edge.Kind.FALL || hazards.at(i)) {
        current = NONE;
      }
      for (Edge edge : out) {
        if (!alike(code.into.get(edge.to))) {
          if (edge.kind == Edge.Kind.BRANCH) {
            int before = current;
            current = NONE;
            count(Placement.Where.ON_BRANCH, i, edge.to, edge.counts);
            current = before;
          } else if (edge.kind == Edge.Kind.FALL) {
            count(Placement.Where.BEHIND, i, NONE, edge.counts);
          }
        }
      }
    }
  }

  /** Whether all ways to an instruction count for the same, so that one probe before it serves. */
  private static boolean alike(List<Edge> in) {
    if (!in.isEmpty() && in.get(0).kind == Edge.Kind.HANDLER) {
      return true; // compilers do not jump to handlers, and the way into one cannot be probed
    }
    for (int i = 1; i < in.size(); i++) {
      List<Quantity> counts = in.get(i).counts;
      if (counts.size() != in.get(0).counts.size() || !counts.containsAll(in.get(0).counts)) {
        return false;
      }
    }
    return true;
  }

  private void count(Placement.Where where, int insn, int target, List<Quantity> quantities) {
    if (quantities.isEmpty()) {
      return;
    }
    if (current == NONE) {
      current = counters++;
      placements.add(
          new Placement(
              where, code.insns[insn], target == NONE ? null : code.insns[target], current));
    }
    for (Quantity quantity : quantities) {
      quantity.add(current);
    }
  }
}
