// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import org.objectweb.asm.tree.AbstractInsnNode;

/** Where one probe goes. */
public final class Placement {
  /** The ways to place a probe. */
  public enum Where {
    /** Once, when the method begins. */
    AT_START,
    /** Before the instruction, however control gets there. */
    BEFORE,
    /** Behind the instruction, passed only by who falls through from it. */
    BEHIND,
    /** On the way of a conditional jump or of a switch to one of its targets. */
    ON_BRANCH
  }

  /** How the probe lies to {@link #insn}. */
  public final Where where;

  /** The instruction; with {@link Where#AT_START} the method's first. */
  public final AbstractInsnNode insn;

  /** With {@link Where#ON_BRANCH} the instruction that the branch leads to, else null. */
  public final AbstractInsnNode target;

  /** The counter to add one to, counted from 0 in the method. */
  public final int counter;

  /** The step to report, a place in {@link StepPlan#points}; -1 for none. */
  public final int point;

  Placement(Where where, AbstractInsnNode insn, AbstractInsnNode target, int counter, int point) {
    this.point = point;
    this.where = where;
    this.insn = insn;
    this.target = target;
    this.counter = counter;
  }

  /** The same place for another counter. */
  Placement with(int number) {
    return new Placement(where, insn, target, number, point);
  }
}
