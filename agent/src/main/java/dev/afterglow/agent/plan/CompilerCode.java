// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Knows the places where a compiler puts code of its own on a line (counting rules 2 and 4), so
 * that an arrival there is no hit. The patterns are those of javac 8 to 25 and ECJ.
 */
final class CompilerCode {
  private final Code code;

  /** Local variables that a try-with-resources closes. */
  private final BitSet resources = new BitSet();

  CompilerCode(Code code) {
    this.code = code;
    for (Code.TryRange range : code.tryRanges) {
      findResource(range.handler);
    }
  }

  /** Whether the stretch of one line that begins at the instruction was written by the compiler. */
  boolean begins(int index) {
    return handedOverResult(index)
        || resourceClose(index)
        || assertionFlag(index)
        || enumValues(index)
        || scalaModule(index)
        || gotoBehindTry(index)
        || (code.isHandler(index)
            && (givesBackLock(index)
                || suppressingHandler(index)
                || matchFailure(index)
                || finallyHead(index)));
  }

  /** Whether a pattern switch starts over at the instruction because a guard said no. */
  boolean patternSwitchRestart(int index) {
    return opcode(index) == Opcodes.ALOAD
        && opcode(index + 1) == Opcodes.ILOAD
        && opcode(index + 2) == Opcodes.INVOKEDYNAMIC
        && isSwitchBootstrap((InvokeDynamicInsnNode) code.insns[index + 2]);
  }

  /** Whether the stretch only ends a method or a synchronized block: what a closing brace does. */
  boolean closes(int index) {
    int end = code.lineEnd(index);
    for (int i = index; i < end; i++) {
      int opcode = opcode(i);
      boolean closing =
          opcode == Opcodes.RETURN
              || opcode == Opcodes.MONITOREXIT
              || opcode == Opcodes.ATHROW
              || (opcode == Opcodes.GOTO && i > index)
              || (opcode == Opcodes.ALOAD
                  && (next(i, Opcodes.MONITOREXIT) || next(i, Opcodes.ATHROW)));
      if (!closing) {
        return false;
      }
    }
    return opcode(index) != Opcodes.ATHROW;
  }

  private static boolean isSwitchBootstrap(InvokeDynamicInsnNode insn) {
    return insn.bsm.getOwner().equals("java/lang/runtime/SwitchBootstraps");
  }

  private boolean next(int index, int opcode) {
    return opcode(index + 1) == opcode;
  }

  private int opcode(int index) {
    return code.opcode(index);
  }

  private int variable(int index) {
    return ((VarInsnNode) code.insns[index]).var;
  }

  /** {@code return} in a try with finally: the value waits in a local while the finally runs. */
  private boolean handedOverResult(int index) {
    int load = opcode(index);
    int give = opcode(index + 1);
    if (load < Opcodes.ILOAD
        || load > Opcodes.ALOAD
        || give != load - Opcodes.ILOAD + Opcodes.IRETURN) {
      return false;
    }
    for (int i = 0; i < index; i++) {
      if (code.line[i] == code.line[index]
          && opcode(i) == load - Opcodes.ILOAD + Opcodes.ISTORE
          && variable(i) == variable(index)) {
        return true;
      }
    }
    return false;
  }

  /** {@code if (r != null) r.close();}, or a call of javac 9's {@code $closeResource}. */
  private boolean resourceClose(int index) {
    if (opcode(index) == Opcodes.ALOAD && resources.get(variable(index))) {
      int i = index + 1;
      if (opcode(i) == Opcodes.IFNULL
          && opcode(i + 1) == Opcodes.ALOAD
          && variable(i + 1) == variable(index)) {
        i += 2;
      }
      return isCall(i, "close", "()V");
    }
    for (int i = index; i < Math.min(index + 4, code.lineEnd(index)); i++) {
      if (isCall(i, "$closeResource", null)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCall(int index, String name, String descriptor) {
    if (index >= code.size() || !(code.insns[index] instanceof MethodInsnNode)) {
      return false;
    }
    MethodInsnNode call = (MethodInsnNode) code.insns[index];
    return call.name.equals(name) && (descriptor == null || call.desc.equals(descriptor));
  }

  /** {@code static final boolean $assertionsDisabled = !C.class.desiredAssertionStatus();}. */
  private boolean assertionFlag(int index) {
    return opcode(index) == Opcodes.LDC && isCall(index + 1, "desiredAssertionStatus", "()Z");
  }

  /** {@code $VALUES = $values();}, or the array filled in place as javac 8 to 14 do. */
  private boolean enumValues(int index) {
    int first = opcode(index);
    boolean builds =
        first == Opcodes.INVOKESTATIC
            ? isCall(index, "$values", null)
            : next(index, Opcodes.ANEWARRAY) && next(index + 1, Opcodes.DUP);
    if (!builds) {
      return false;
    }
    for (int i = index; i < code.lineEnd(index); i++) {
      AbstractInsnNode insn = code.insns[i];
      if (insn.getOpcode() == Opcodes.PUTSTATIC) {
        String name = ((FieldInsnNode) insn).name;
        return name.equals("$VALUES") || name.equals("ENUM$VALUES");
      }
    }
    return false;
  }

  /** {@code MODULE$ = new C$();} of a Scala object. */
  private boolean scalaModule(int index) {
    return opcode(index) == Opcodes.NEW
        && opcode(index + 3) == Opcodes.PUTSTATIC
        && ((FieldInsnNode) code.insns[index + 3]).name.equals("MODULE$");
  }

  /**
   * The jump over the handlers at the end of a try or catch body. javac gives it the line of the
   * brace that closes it, which is often the line of the next {@code catch}.
   */
  private boolean gotoBehindTry(int index) {
    return opcode(index) == Opcodes.GOTO
        && index + 1 < code.size()
        && code.isHandler(index + 1)
        && code.line[index] >= code.line[index + 1]
        && !jumpedOver(index);
  }

  /** Whether a condition decides on the jump: then it is a {@code continue} or {@code break}. */
  private boolean jumpedOver(int index) {
    int i = index - 1;
    while (i > 1 && (opcode(i) == Opcodes.MONITOREXIT || isCall(i, "close", "()V"))) {
      // What it leaves is closed first, if it is not null.
      i -= opcode(i - 2) == Opcodes.IFNULL ? 4 : 2;
    }
    return i >= 0
        && code.conditional(i)
        && code.position(((JumpInsnNode) code.insns[i]).label) > index;
  }

  /** Whether a handler gives back the lock of a synchronized block and throws on. */
  boolean givesBackLock(int index) {
    return opcode(index) == Opcodes.ASTORE
        && next(index, Opcodes.ALOAD)
        && next(index + 1, Opcodes.MONITOREXIT);
  }

  /** Keeps the exception, on the line of a label or local class that the finally begins with. */
  private boolean finallyHead(int index) {
    return opcode(index) == Opcodes.ASTORE && code.lineEnd(index) <= index + 1 && catchesAny(index);
  }

  private boolean catchesAny(int handler) {
    for (Code.TryRange range : code.tryRanges) {
      if (range.handler == handler && range.any) {
        return true;
      }
    }
    return false;
  }

  /**
   * Closes what a try opened and throws on. Not a catch that such a handler happens to follow: it
   * does not keep the exception that more are added to.
   */
  private boolean suppressingHandler(int index) {
    boolean any = catchesAny(index);
    int kept = opcode(index) == Opcodes.ASTORE ? variable(index) : -1;
    for (int i = index; i < Math.min(index + 16, code.size()) && opcode(i) != Opcodes.ATHROW; i++) {
      if (isCall(i, "addSuppressed", "(Ljava/lang/Throwable;)V")) {
        return any || (opcode(i - 2) == Opcodes.ALOAD && variable(i - 2) == kept);
      }
      if (isCall(i, "$closeResource", null)) {
        return any;
      }
      if (i > index
          && opcode(i) == Opcodes.ASTORE
          && (!code.isHandler(i) || (!any && variable(i) == kept))) {
        return false;
      }
    }
    return false;
  }

  /** The {@code MatchException} of a record pattern. */
  private boolean matchFailure(int index) {
    int i = opcode(index) == Opcodes.ASTORE ? index + 1 : index;
    return opcode(i) == Opcodes.NEW
        && ((TypeInsnNode) code.insns[i]).desc.equals("java/lang/MatchException");
  }

  private void findResource(int handler) {
    if (!suppressingHandler(handler)) {
      return;
    }
    for (int i = handler; i < code.size() && opcode(i) != Opcodes.ATHROW; i++) {
      if (isCall(i, "close", "()V") && opcode(i - 1) == Opcodes.ALOAD) {
        resources.set(variable(i - 1));
      }
    }
  }
}
