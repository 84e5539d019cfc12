// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Gives a method's edges counters. Where {@link CounterChoice} does not, there is one for all that
 * is sure to be passed together.
 */
final class MethodPlanner {
  private static final int NONE = -1;

  private final Code code;

  /** Tells where a counter ends to speak for what follows; null if nothing in a row ends it. */
  private final Hazards hazards;

  /** Collects what is to be reported, or null if each line is only counted. */
  private final StepPlanner steps;

  private final List<Placement> placements = new ArrayList<Placement>();
  private int counters;

  /** The counter that speaks for the present place, or {@link #NONE}. */
  private int current = NONE;

  private MethodPlanner(Code code, Hazards hazards, StepPlanner steps) {
    this.code = code;
    this.hazards = hazards;
    this.steps = steps;
  }

  /**
   * Plans a method.
   *
   * @param grain with steps each visit has a counter of its own, so that the counts of a program
   *     that stands say how far it came
   */
  static MethodPlan plan(ClassFacts facts, MethodNode method, Grain grain) {
    Code code = new Code(method, facts);
    CompilerCode compiler = new CompilerCode(code);
    Visits visits = new Visits(code, compiler);
    boolean constructor = method.name.equals("<init>");
    visits.mark(constructor && WrittenMethods.comesBack(code, facts));
    if (visits.hits.isEmpty()) {
      return MethodPlan.NOTHING;
    }
    List<Loop> loops = Loops.mark(code, compiler);
    boolean hasThis = (method.access & Opcodes.ACC_STATIC) == 0 && !overwritesThis(code);
    boolean withSteps = grain == Grain.STEPS;
    StepPlanner steps = withSteps ? new StepPlanner(facts, code, method, compiler, visits) : null;
    Hazards hazards = grain == Grain.COARSE ? null : new Hazards(code, facts.name(), hasThis);
    List<Placement> placements =
        grain == Grain.EXACT ? CounterChoice.choose(new Flow(code, hazards)) : null;
    if (placements == null) {
      MethodPlanner planner = new MethodPlanner(code, hazards, steps);
      planner.place();
      placements = planner.placements;
    }
    return new MethodPlan(
        placements,
        withSteps ? Collections.<AbstractInsnNode>emptyList() : turns(code),
        placements.size(),
        visits.hits,
        visits.written,
        loops,
        steps == null ? null : steps.plan());
  }

  private static List<AbstractInsnNode> turns(Code code) {
    List<AbstractInsnNode> turns = new ArrayList<AbstractInsnNode>();
    for (int i = 0; i < code.size(); i++) {
      if (code.turns(i)) {
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
      Edge[] in = code.into[i];
      boolean together = alike(in);
      boolean straight = in.length == 1 && in[0].kind == Edge.Kind.FALL;
      if (!straight) {
        current = NONE;
      }
      if (!together && in[0].kind == Edge.Kind.START) {
        count(Placement.Where.AT_START, i, NONE, in[0]);
        current = NONE;
      }
      if (together && in.length > 0) {
        count(Placement.Where.BEFORE, i, NONE, in[0]);
      }
      Edge[] out = code.outOf[i];
      for (Edge edge : out) {
        if (edge.kind == Edge.Kind.GOTO && !alike(code.into[edge.to])) {
          count(Placement.Where.BEFORE, i, NONE, edge);
        }
      }
      if (out.length != 1 || out[0].kind != Edge.Kind.FALL || isHazard(i)) {
        current = NONE;
      }
      for (Edge edge : out) {
        if (!alike(code.into[edge.to])) {
          if (edge.kind == Edge.Kind.BRANCH) {
            int before = current;
            current = NONE;
            count(Placement.Where.ON_BRANCH, i, edge.to, edge);
            current = before;
          } else if (edge.kind == Edge.Kind.FALL) {
            count(Placement.Where.BEHIND, i, NONE, edge);
          }
        }
      }
    }
  }

  private boolean isHazard(int insn) {
    return hazards != null && hazards.at(insn);
  }

  /** Whether all ways to an instruction count for the same, so that one probe before it serves. */
  private static boolean alike(Edge[] in) {
    if (in.length > 0 && in[0].kind == Edge.Kind.HANDLER) {
      return true; // compilers do not jump to handlers, and the way into one cannot be probed
    }
    for (int i = 1; i < in.length; i++) {
      List<Quantity> counts = in[i].counts;
      if (counts.size() != in[0].counts.size() || !counts.containsAll(in[0].counts)) {
        return false;
      }
    }
    return true;
  }

  private void count(Placement.Where where, int insn, int target, Edge edge) {
    if (edge.counts.isEmpty()) {
      return;
    }
    if (current == NONE || steps != null) {
      current = counters++;
      placements.add(
          new Placement(
              where,
              code.insns[insn],
              target == NONE ? null : code.insns[target],
              current,
              steps == null ? NONE : steps.visit(edge)));
    }
    for (Quantity quantity : edge.counts) {
      quantity.add(current);
    }
  }
}
