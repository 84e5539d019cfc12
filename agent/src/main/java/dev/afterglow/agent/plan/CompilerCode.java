// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Knows the places where a compiler puts code of its own on a line (counting rules 2 and 4), so
 * that an arrival there is no hit. The patterns are those of javac 8 to 25 and ECJ.
 */
final class CompilerCode {
  private final Code code;

  final PatternSwitches patterns;

  /** Local variables that a try-with-resources closes. */
  private final BitSet resources = new BitSet();

  CompilerCode(Code code) {
    this.code = code;
    this.patterns = new PatternSwitches(code);
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
        || code.endsInitializers(index)
        || patterns.begins(index)
        || keepsOuter(index)
        || (code.isHandler(index)
            && (givesBackLock(index)
                || suppressingHandler(index)
                || patterns.fails(index)
                || finallyHead(index)));
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
              || (opcode == Opcodes.GOTO && i > index && !code.goesOnBehind(i))
              || (opcode == Opcodes.ALOAD
                  && (next(i, Opcodes.MONITOREXIT) || next(i, Opcodes.ATHROW)));
      if (!closing) {
        return false;
      }
    }
    return opcode(index) != Opcodes.ATHROW;
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

  /**
   * An inner class keeps the instance around it, which must not be null, and the variables it uses,
   * on the line of a constructor's head: behind what that does before {@code super}.
   */
  private boolean keepsOuter(int index) {
    int end = code.lineEnd(index);
    boolean keeps = false;
    for (int i = index; i < end; i++) {
      int opcode = opcode(i);
      if (opcode == Opcodes.PUTFIELD) {
        String field = ((FieldInsnNode) code.insns[i]).name;
        if (!field.startsWith("this$") && !field.startsWith("val$")) {
          return false;
        }
        keeps = true;
      } else if (opcode == Opcodes.DUP) {
        if (!isCall(i + 1, "requireNonNull", null) || !next(i + 1, Opcodes.POP)) {
          return false;
        }
        i += 2;
        keeps = true;
      } else if ((opcode < Opcodes.ILOAD || opcode > Opcodes.ALOAD) && opcode != Opcodes.POP) {
        return false;
      }
    }
    return keeps;
  }

  /** {@code MODULE$ = new C$();} of a Scala object. */
  private boolean scalaModule(int index) {
    return opcode(index) == Opcodes.NEW
        && opcode(index + 3) == Opcodes.PUTSTATIC
        && ((FieldInsnNode) code.insns[index + 3]).name.equals("MODULE$");
  }

  /**
   * The jump over the handlers at the end of a try or catch body. javac gives it the line of the
   * brace that closes it, which is often the line of the next {@code catch}; none to the one over
   * the handler that a record pattern needs, so a line there is that of a {@code break}.
   */
  private boolean gotoBehindTry(int index) {
    return opcode(index) == Opcodes.GOTO
        && index + 1 < code.size()
        && code.isHandler(index + 1)
        && code.line[index] >= code.line[index + 1]
        && !(patterns.fails(index + 1) && code.startsLine(index))
        && !jumpedOver(index)
        && !endsFinally(index);
  }

  /**
   * Whether the jump is the {@code continue} or {@code break} that a finally ends with, which may
   * be in an {@code if}: then the finally's copy for exceptions has it too, or nothing is thrown
   * on.
   */
  private boolean endsFinally(int jump) {
    int copy = code.size();
    for (Code.TryRange range : code.tryRanges) {
      boolean around = range.start <= jump + 1 && jump + 1 < range.end;
      if (range.any && (around || range.handler == jump + 1) && range.handler > jump) {
        copy = Math.min(copy, range.handler);
      }
    }
    if (opcode(copy) != Opcodes.ASTORE || code.line[copy] > code.line[jump]) {
      return false;
    }
    for (int i = copy + 1; i < code.size(); i++) {
      boolean rethrows = next(i, Opcodes.ATHROW) && opcode(i) == Opcodes.ALOAD;
      if (rethrows && variable(i) == variable(copy)) {
        return false;
      }
      boolean jumps = opcode(i) == Opcodes.GOTO && code.startsLine(i);
      boolean storesAgain = opcode(i) == Opcodes.ASTORE && variable(i) == variable(copy);
      if (storesAgain || (jumps && code.line[i] == code.line[jump])) {
        return true;
      }
    }
    return true;
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

  /** Whether a handler is that of a {@code finally} which somebody wrote. */
  boolean isFinally(int handler) {
    return catchesAny(handler) && !givesBackLock(handler) && !suppressingHandler(handler);
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
