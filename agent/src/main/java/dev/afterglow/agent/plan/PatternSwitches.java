// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What javac makes of a switch over patterns (rule 4). It asks {@code SwitchBootstraps} for the
 * next pattern, from a number on that a variable holds, and asks again where a guard says no.
 * Several cases of one record become a switch inside over its first component, whose code stands
 * partly on the first case's line, partly on the last line of all.
 */
final class PatternSwitches {
  private final Code code;

  PatternSwitches(Code code) {
    this.code = code;
  }

  /** Whether the switch starts over at the instruction because a guard said no. */
  boolean restarts(int index) {
    return isLoad(opcode(index))
        && opcode(index + 1) == Opcodes.ILOAD
        && opcode(index + 2) == Opcodes.INVOKEDYNAMIC
        && ((InvokeDynamicInsnNode) code.insns[index + 2])
            .bsm
            .getOwner()
            .equals("java/lang/runtime/SwitchBootstraps");
  }

  /** Whether nobody wrote the stretch of one line that begins at the instruction. */
  boolean begins(int index) {
    return asksForNext(index) || beginsInside(index) || readsComponent(index);
  }

  /** Whether a switch inside a record's pattern ends at the instruction: nobody wrote it. */
  boolean choosesInside(int index) {
    int opcode = opcode(index);
    return (opcode == Opcodes.TABLESWITCH || opcode == Opcodes.LOOKUPSWITCH) && inside(index - 3);
  }

  /**
   * Whether a switch inside a record's pattern leads to the instruction: on the line of the case
   * that it stands in this is no further visit.
   */
  boolean chosenInside(int index) {
    for (Edge edge : code.into[index]) {
      if (edge.kind != Edge.Kind.BRANCH || !inside(edge.from - 3)) {
        return false;
      }
    }
    return true;
  }

  /** Sets the number of the pattern to go on with, and goes back; in one stretch or in two. */
  private boolean asksForNext(int index) {
    return asksForNext(index, index + 2) || asksForNext(index - 2, index);
  }

  private boolean asksForNext(int number, int jump) {
    if (opcode(jump) != Opcodes.GOTO || opcode(number + 1) != Opcodes.ISTORE) {
      return false;
    }
    int restart = code.outOf[jump][0].to;
    return restarts(restart) && variable(number + 1) == variable(restart + 1);
  }

  private boolean beginsInside(int index) {
    return opcode(index) == Opcodes.ICONST_0
        && opcode(index + 1) == Opcodes.ISTORE
        && inside(index + 2)
        && variable(index + 1) == variable(index + 3);
  }

  /** Whether the switch that starts at the instruction goes on with one around it. */
  private boolean inside(int restart) {
    int choice = restart + 3;
    if (!restarts(restart) || code.outOf[choice].length == 0) {
      return false;
    }
    int other = code.outOf[choice][0].to;
    return asksForNext(other, other + 2) && variable(other + 1) != variable(restart + 1);
  }

  /** Loads the record whose component is read on the case's line. */
  private boolean readsComponent(int index) {
    if (opcode(index) != Opcodes.ALOAD
        || code.lineEnd(index) > index + 1
        || opcode(index + 1) != Opcodes.INVOKEVIRTUAL) {
      return false;
    }
    for (Code.TryRange range : code.tryRanges) {
      if (range.start == index + 1 && fails(range.handler)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a {@code MatchException} is thrown at the instruction, perhaps with a cause. */
  boolean fails(int index) {
    int i = opcode(index) == Opcodes.ASTORE ? index + 1 : index;
    return opcode(i) == Opcodes.NEW
        && ((TypeInsnNode) code.insns[i]).desc.equals("java/lang/MatchException");
  }

  private static boolean isLoad(int opcode) {
    return opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
  }

  private int opcode(int index) {
    return code.opcode(index);
  }

  private int variable(int index) {
    return ((VarInsnNode) code.insns[index]).var;
  }
}
