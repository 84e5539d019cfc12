// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds where a variable is set and may go out of scope before any report tells it: the variable of
 * a for-each on one line, that of a {@code for} whose condition is false at once.
 */
final class UnseenSets {
  private static final int NONE = -1;

  /** Instructions that are looked at behind one; a line that has more is no line somebody reads. */
  private static final int FAR = 500;

  private final Code code;
  private final BitSet early;
  private final StepPlanner steps;

  UnseenSets(Code code, BitSet early, StepPlanner steps) {
    this.code = code;
    this.early = early;
    this.steps = steps;
  }

  /** The variable that an instruction sets, if its value may never be told; else -1. */
  int at(int insn) {
    int slot = slotSet(insn);
    int variable = slot == NONE || code.depth(insn) < 0 ? NONE : variableSet(insn, slot);
    return variable != NONE && mayBeUnseen(variable, insn) ? variable : NONE;
  }

  private int slotSet(int insn) {
    int opcode = code.opcode(insn);
    if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
      return ((VarInsnNode) code.insns[insn]).var;
    }
    return opcode == Opcodes.IINC ? ((IincInsnNode) code.insns[insn]).var : NONE;
  }

  private int variableSet(int insn, int slot) {
    int variable = steps.variableSet(insn, slot);
    return variable != NONE && steps.kind(variable) == kindSet(insn) ? variable : NONE;
  }

  private char kindSet(int insn) {
    int opcode = code.opcode(insn);
    return opcode == Opcodes.IINC ? 'I' : "IJFDA".charAt(opcode - Opcodes.ISTORE);
  }

  /** Whether a way leads from where it is set out of its scope and over no report of it. */
  private boolean mayBeUnseen(int variable, int set) {
    BitSet seen = new BitSet();
    List<Integer> open = new ArrayList<Integer>();
    open.add(set);
    for (int looked = 0; !open.isEmpty() && looked < FAR; looked++) {
      for (Edge edge : code.outOf[open.remove(open.size() - 1)]) {
        int next = edge.to;
        if (reports(edge)) {
          if (!steps.shows(variable, next)) {
            return true;
          }
        } else if (slotSet(next) == slotSet(set)) {
          if (variableSet(next, slotSet(next)) != variable) {
            return true; // another variable's now; set again it is looked at there
          }
        } else if (!seen.get(next)) {
          seen.set(next);
          open.add(next);
        }
      }
    }
    return false;
  }

  private boolean reports(Edge edge) {
    int opcode = code.opcode(edge.to);
    boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    return returns || early.get(edge.to) || steps.reports(edge);
  }
}
