// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells the instructions that can wait or throw from those that always finish: a counter may speak
 * for the lines behind it only as far as control is sure to get (rules 7 and 9).
 */
final class Hazards {
  private final Code code;
  private final String owner;
  private final boolean hasThis;

  /**
   * For one method.
   *
   * @param owner internal name of its class
   * @param hasThis whether local variable 0 is {@code this} throughout
   */
  Hazards(Code code, String owner, boolean hasThis) {
    this.code = code;
    this.owner = owner;
    this.hasThis = hasThis;
  }

  /** Whether control may fail to get from the instruction to the next one, or take long. */
  boolean at(int index) {
    AbstractInsnNode insn = code.insns[index];
    int opcode = insn.getOpcode();
    switch (opcode) {
      case Opcodes.LDC:
        Object constant = ((LdcInsnNode) insn).cst;
        return !(constant instanceof Number || constant instanceof String);
      case Opcodes.IDIV:
      case Opcodes.IREM:
      case Opcodes.LDIV:
      case Opcodes.LREM:
        return !divisorIsConstant(index);
      case Opcodes.GETSTATIC:
      case Opcodes.PUTSTATIC:
        return !((FieldInsnNode) insn).owner.equals(owner);
      case Opcodes.GETFIELD:
        return !(hasThis && loadsThis(index - 1));
      case Opcodes.PUTFIELD:
      case Opcodes.NEW:
      case Opcodes.NEWARRAY:
      case Opcodes.ANEWARRAY:
      case Opcodes.MULTIANEWARRAY:
      case Opcodes.ARRAYLENGTH:
      case Opcodes.ATHROW:
      case Opcodes.CHECKCAST:
      case Opcodes.INSTANCEOF:
      case Opcodes.MONITORENTER:
      case Opcodes.MONITOREXIT:
      case Opcodes.INVOKEVIRTUAL:
      case Opcodes.INVOKESPECIAL:
      case Opcodes.INVOKESTATIC:
      case Opcodes.INVOKEINTERFACE:
      case Opcodes.INVOKEDYNAMIC:
        return !(opcode == Opcodes.PUTFIELD && hasThis && putsConstantIntoThis(index));
      default:
        return (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD)
            || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE);
    }
  }

  private boolean loadsThis(int index) {
    return index >= 0
        && code.opcode(index) == Opcodes.ALOAD
        && ((VarInsnNode) code.insns[index]).var == 0
        && code.into[index + 1].length == 1;
  }

  /** {@code this.f = 0;} and {@code this.f = parameter;}. */
  private boolean putsConstantIntoThis(int index) {
    int value = code.opcode(index - 1);
    return index >= 2
        && value >= Opcodes.ACONST_NULL
        && value <= Opcodes.ALOAD
        && code.into[index].length == 1
        && loadsThis(index - 2);
  }

  private boolean divisorIsConstant(int index) {
    if (index == 0 || code.into[index].length != 1) {
      return false;
    }
    AbstractInsnNode divisor = code.insns[index - 1];
    int opcode = divisor.getOpcode();
    if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
      return ((IntInsnNode) divisor).operand != 0;
    }
    if (opcode == Opcodes.LDC) {
      Object constant = ((LdcInsnNode) divisor).cst;
      return constant instanceof Number && ((Number) constant).longValue() != 0;
    }
    return opcode == Opcodes.ICONST_M1
        || (opcode >= Opcodes.ICONST_1 && opcode <= Opcodes.ICONST_5)
        || opcode == Opcodes.LCONST_1;
  }
}
