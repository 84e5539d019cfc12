// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/** How many words lie on the operand stack before each instruction. */
final class StackDepths {
  /**
   * Words pushed minus words popped by opcodes 0 (NOP) to 199 (IFNONNULL), as 'E' plus the change.
   */
  private static final String CHANGES =
      "EFFFFFFFFGGFFFGGFFEEEFGFGFEEEEEEEEEEEEEEEEEEEEDEDEDDDDDCDCDEEEEEEEEEEEEEEEEEEEEB"
          + "ABABBBBDCFFFGGGEDCDCDCDCDCDCDCDCDCDCEEEEDDDDDDDCDCDCEFEFDDEEFFDEDEEEBDDBBDDDDDDC"
          + "CCCCCCCEFEDDDCDCDEEEEEEEEEEFEEEDEEDDEEDD";

  private StackDepths() {}

  static int[] of(Code code) {
    int[] depth = new int[code.size()];
    Arrays.fill(depth, -1);
    Deque<Integer> open = new ArrayDeque<Integer>();
    if (code.size() > 0) {
      depth[0] = 0;
      open.add(0);
    }
    // Handlers begin with the exception alone, and only code that is reached can throw to them.
    for (Code.TryRange range : code.tryRanges) {
      if (range.handler < depth.length && depth[range.handler] < 0) {
        depth[range.handler] = 1;
        open.add(range.handler);
      }
    }
    while (!open.isEmpty()) {
      int i = open.remove();
      int after = depth[i] + change(code.insns[i]);
      for (Edge edge : code.outOf[i]) {
        if (depth[edge.to] < 0) {
          depth[edge.to] = after;
          open.add(edge.to);
        }
      }
    }
    return depth;
  }

  private static int change(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    switch (opcode) {
      case Opcodes.LDC:
        Object constant = ((LdcInsnNode) insn).cst;
        boolean wide = constant instanceof Long || constant instanceof Double;
        return wide ? 2 : constantSize(constant);
      case Opcodes.GETSTATIC:
        return fieldSize(insn);
      case Opcodes.PUTSTATIC:
        return -fieldSize(insn);
      case Opcodes.GETFIELD:
        return fieldSize(insn) - 1;
      case Opcodes.PUTFIELD:
        return -fieldSize(insn) - 1;
      case Opcodes.INVOKEDYNAMIC:
        return call(((InvokeDynamicInsnNode) insn).desc);
      case Opcodes.INVOKESTATIC:
        return call(((MethodInsnNode) insn).desc);
      case Opcodes.INVOKEVIRTUAL:
      case Opcodes.INVOKESPECIAL:
      case Opcodes.INVOKEINTERFACE:
        return call(((MethodInsnNode) insn).desc) - 1;
      case Opcodes.MULTIANEWARRAY:
        return 1 - ((MultiANewArrayInsnNode) insn).dims;
      default:
        return CHANGES.charAt(opcode) - 'E';
    }
  }

  private static int constantSize(Object constant) {
    return constant instanceof ConstantDynamic ? ((ConstantDynamic) constant).getSize() : 1;
  }

  private static int fieldSize(AbstractInsnNode insn) {
    return Type.getType(((FieldInsnNode) insn).desc).getSize();
  }

  private static int call(String descriptor) {
    int sizes = Type.getArgumentsAndReturnSizes(descriptor);
    return (sizes & 3) - (sizes >> 2) + 1; // ASM counts the receiver among the arguments
  }
}
