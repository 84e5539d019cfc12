// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import org.objectweb.asm.Opcodes;

/**
 * Reads between the entries of a line table of javac's. It has none where the line is that of the
 * code before, even if control comes there from another line, as to {@code else b();} behind a jump
 * that has the line of the brace before it. And it has some that are of another line.
 */
final class JavaLines {
  private final Code code;

  JavaLines(Code code) {
    this.code = code;
  }

  /** Gives code to the lines that it was written on, where the table says otherwise. */
  void correct() {
    for (int i = 1; i < code.size(); i++) {
      if (endsBlock(i)) {
        code.line[i] = code.line[i - 1];
        code.lineStart[i] = false;
        code.lineStart[i + 1] = true;
      }
    }
    for (int i = 0; i < code.size(); i++) {
      if (code.lineStart[i] && code.depth(i) == 0) {
        int call = callOnEarlierLine(i);
        for (int operand = i; operand < call; operand++) {
          code.line[operand] = code.line[call];
        }
      }
    }
  }

  /**
   * Whether it is the jump at the end of a block whose brace has something else behind it, as in
   * <code>} else b();</code>. Behind a {@code break;} that somebody wrote there would come the next
   * case of a switch.
   */
  private boolean endsBlock(int index) {
    boolean jumps =
        code.opcode(index) == Opcodes.GOTO
            && code.lineStart[index]
            && code.line[index - 1] < code.line[index];
    if (!jumps || !beginsAnew(index + 1)) {
      return false;
    }
    boolean reached = false;
    for (Edge edge : code.into[index + 1]) {
      int from = code.opcode(edge.from);
      if (from == Opcodes.TABLESWITCH || from == Opcodes.LOOKUPSWITCH) {
        return false;
      }
      reached |= !edge.backward();
    }
    return reached;
  }

  /**
   * Where operands are loaded for a call, the call's index, if it stands on an earlier line. The
   * first operands of {@code a.b()} ⏎ {@code < c ? d : e} have the line of the operator.
   */
  private int callOnEarlierLine(int start) {
    int end = start;
    do {
      end++;
    } while (computes(end - 1)
        && end < code.size()
        && code.line[end] == code.line[start]
        && code.into[end].length == 1);
    boolean calls =
        end < code.size()
            && computes(end - 1)
            && code.lineStart[end]
            && code.line[end] < code.line[start]
            && code.into[end].length == 1
            && code.opcode(end) >= Opcodes.INVOKEVIRTUAL
            && code.opcode(end) <= Opcodes.INVOKEINTERFACE;
    return calls ? end : start;
  }

  /**
   * Whether something written begins behind an instruction that does not lead to it, and on its
   * line. Not the value {@code false} of a condition, nor a jump: they are no places of their own.
   */
  boolean beginsAnew(int index) {
    if (index == 0
        || index >= code.size()
        || code.lineStart[index]
        || code.line[index] != code.line[index - 1]
        || code.opcode(index) == Opcodes.GOTO
        || code.isHandler(index)) {
      return false;
    }
    for (Edge edge : code.outOf[index - 1]) {
      if (edge.to == index) {
        return false;
      }
    }
    int other = beforeProbe(index - 2);
    return !isOtherValue(index)
        || (code.lineStart[other] && code.line[other - 1] < code.line[other]);
  }

  /**
   * Whether those who jump to an instruction in the midst of a line's code come to something that
   * the line does, as to {@code b();} in {@code if (a} ⏎ {@code || c) b();}. What is loaded there
   * may belong to the next line.
   */
  boolean actsFrom(int index) {
    if (code.depth(index) != 0 || isValue(index)) {
      return false;
    }
    int i = index;
    while (i < code.size() && code.line[i] == code.line[index] && computes(i)) {
      i++;
    }
    return i < code.size()
        && code.line[i] == code.line[index]
        && code.opcode(i) != Opcodes.GOTO
        && !(code.conditional(i) && !code.outOf[i][0].backward());
  }

  /** Whether it is the value {@code true} or {@code false} that a condition has. */
  boolean isValue(int index) {
    return isOtherValue(index) || isOtherValue(behindProbe(behindProbe(index) + 1) + 1);
  }

  /** Whether it is the second of the two values in the code. */
  private boolean isOtherValue(int index) {
    int one = code.opcode(beforeProbe(index - 2));
    int between = code.opcode(index - 1);
    int other = code.opcode(behindProbe(index));
    return (between == Opcodes.GOTO || between == Opcodes.IRETURN)
        && ((one == Opcodes.ICONST_1 && other == Opcodes.ICONST_0)
            || (one == Opcodes.ICONST_0 && other == Opcodes.ICONST_1));
  }

  /** Where the code goes on behind {@code probes[n] = true;} of JaCoCo's, if that is here. */
  private int behindProbe(int index) {
    return isProbe(index) ? index + 4 : index;
  }

  private int beforeProbe(int index) {
    return isProbe(index - 3) ? index - 4 : index;
  }

  private boolean isProbe(int index) {
    return code.opcode(index) == Opcodes.ALOAD
        && code.opcode(index + 2) == Opcodes.ICONST_1
        && code.opcode(index + 3) == Opcodes.BASTORE;
  }

  /** Whether an instruction is part of an expression and has no effect. */
  private boolean computes(int index) {
    int opcode = code.opcode(index);
    return opcode <= Opcodes.SALOAD
        || (opcode >= Opcodes.DUP && opcode <= Opcodes.DCMPG && opcode != Opcodes.IINC)
        || opcode == Opcodes.GETSTATIC
        || opcode == Opcodes.GETFIELD
        || opcode == Opcodes.NEW
        || opcode == Opcodes.ARRAYLENGTH
        || opcode == Opcodes.CHECKCAST
        || opcode == Opcodes.INSTANCEOF;
  }
}
