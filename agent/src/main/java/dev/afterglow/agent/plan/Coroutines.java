// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What Kotlin's compiler adds to a method that can be suspended: a switch at its start that leads
 * back to where it was. Coming back from a call is no visit (rule 1), the switch is nobody's (rule
 * 4).
 */
final class Coroutines {
  private static final String MARK = "getCOROUTINE_SUSPENDED";
  private static final String RESULT = "throwOnFailure";

  private final Code code;

  /** The instructions at which the switch leads back into the method. */
  final BitSet resumes = new BitSet();

  private Coroutines(Code code) {
    this.code = code;
  }

  /** Corrects the lines of a method with such a switch; else null. */
  static Coroutines of(Code code) {
    int mark = call(code, MARK, 0, code.size());
    for (int i = Math.max(0, mark); mark >= 0 && i < code.size(); i++) {
      if (code.opcode(i) == Opcodes.TABLESWITCH) {
        Coroutines found = new Coroutines(code);
        found.settle(i);
        return found;
      }
    }
    return null;
  }

  private static int call(Code code, String name, int from, int end) {
    for (int i = from; i < end; i++) {
      AbstractInsnNode insn = code.insns[i];
      if (insn.getOpcode() == Opcodes.INVOKESTATIC && ((MethodInsnNode) insn).name.equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void settle(int dispatch) {
    silence(0, dispatch + 1);
    int first = dispatch + 1;
    int check = call(code, RESULT, first, Math.min(first + 2, code.size()));
    if (check > 0) {
      silence(first, check + 1);
      code.lineStart[check + 1] = true;
    }
    for (Edge edge : code.outOf[dispatch]) {
      int join = join(edge.to);
      if (edge.to == first) {
        continue;
      }
      if (join < 0) { // the call of resume before invoke
        int end = edge.to;
        while (end < code.size() && code.fallsThrough(end)) {
          end++;
        }
        silence(edge.to, Math.min(end + 1, code.size()));
        continue;
      }
      resumes.set(edge.to);
      Edge call = suspension(join, edge.to);
      for (int i = edge.to; i < join; i++) {
        code.line[i] = code.line[call.from];
      }
      // What gives back the thread: the call goes on.
      for (int i = call.from + 1; i < Math.min(call.from + 3, code.size()); i++) {
        code.line[i] = code.line[call.from];
      }
    }
  }

  private void silence(int from, int end) {
    for (int i = from; i < end; i++) {
      code.line[i] = 0;
    }
  }

  /** Where the way back meets the way of a call that was not suspended, or -1. */
  private int join(int resume) {
    for (int i = resume; i < code.size() && code.fallsThrough(i); i++) {
      if (suspension(i, resume) != null) {
        return i;
      }
    }
    return -1;
  }

  private Edge suspension(int join, int resume) {
    for (Edge edge : code.into[join]) {
      boolean jump = edge.from >= 0 && edge.from < resume && edge.kind == Edge.Kind.BRANCH;
      if (jump && code.opcode(edge.from) == Opcodes.IF_ACMPNE) {
        return edge;
      }
    }
    return null;
  }
}
