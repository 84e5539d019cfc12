// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Where compilers give code to a closing brace. The source alone knows for sure: at the end of a
 * body {@code continue;} and {@code return;} look like it.
 */
final class Braces {
  private final Code code;
  private int lastLine;

  Braces(Code code) {
    this.code = code;
    for (int line : code.line) {
      lastLine = Math.max(lastLine, line);
    }
  }

  /** Whether a line that begins at an instruction is, to all appearance, a closing brace. */
  boolean at(int index) {
    int end = code.lineEnd(index);
    switch (code.opcode(index)) {
      case Opcodes.RETURN:
        return code.line[index] == lastLine || code.endsInitializers(index);
      case Opcodes.GOTO:
        return end == index + 1 && endsLoop(index);
      case Opcodes.ALOAD:
        int next = code.opcode(index + 1);
        return (next == Opcodes.ATHROW && throwsOn(index))
            || (next == Opcodes.MONITOREXIT && endsSynchronized(index, end));
      default:
        return false;
    }
  }

  /**
   * Whether the lock is given back at the end of the block, where its handler stands on the brace's
   * line too, unlike a {@code continue}'s, and nothing is written behind the brace.
   */
  private boolean endsSynchronized(int index, int end) {
    return code.opcode(end - 1) == Opcodes.GOTO
        && end < code.size()
        && code.isHandler(end)
        && code.line[end] == code.line[index]
        && !code.goesOnBehind(end - 1);
  }

  /** Whether it is the last jump back to where it leads, and no condition alone decides on it. */
  private boolean endsLoop(int jump) {
    if (jump > 0 && code.conditional(jump - 1)) {
      return false;
    }
    Edge back = code.outOf[jump][0];
    for (Edge edge : code.into[back.to]) {
      if (edge.from > jump) {
        return false;
      }
    }
    return back.backward() && code.line[jump] > code.line[back.to];
  }

  /** Whether what is thrown came into a handler of a finally. */
  private boolean throwsOn(int load) {
    int variable = ((VarInsnNode) code.insns[load]).var;
    int store = load - 1;
    while (store >= 0
        && !(code.opcode(store) == Opcodes.ASTORE
            && ((VarInsnNode) code.insns[store]).var == variable)) {
      store--;
    }
    for (Code.TryRange range : code.tryRanges) {
      if (range.any && range.handler == store) {
        return true;
      }
    }
    return false;
  }
}
