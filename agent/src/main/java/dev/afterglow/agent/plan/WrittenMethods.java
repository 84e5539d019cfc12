// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Tells the methods that somebody wrote from those that the compiler adds (rule 4). */
final class WrittenMethods {
  private WrittenMethods() {}

  /** Whether the compiler made the whole method. */
  static boolean generated(ClassFacts facts, MethodNode method) {
    if ((method.access & Opcodes.ACC_BRIDGE) != 0) {
      return true;
    }
    if ((method.access & Opcodes.ACC_SYNTHETIC) != 0 && facts.fromJava()) {
      return !method.name.startsWith("lambda$") || makesArray(method);
    }
    if (!facts.fromJava() && KotlinAndScala.generated(facts, method)) {
      return true;
    }
    if (facts.isEnum()) {
      String result = method.desc.substring(method.desc.indexOf(')') + 1);
      boolean values = method.name.equals("values") && result.equals("[L" + facts.name() + ";");
      boolean valueOf = method.name.equals("valueOf") && result.equals("L" + facts.name() + ";");
      return values || (valueOf && method.desc.startsWith("(Ljava/lang/String;)"));
    }
    return facts.isRecord() && callsObjectMethods(method);
  }

  /**
   * The lines that may be no more than the head of a class: the call of {@code super()} in a
   * constructor, a record's accessor. The source decides, see {@link
   * dev.afterglow.wire.LineInfo#FLAG_IMPLICIT}.
   */
  static Set<Integer> implicitLines(ClassFacts facts, MethodNode method) {
    Set<Integer> lines = new HashSet<Integer>();
    Code code = new Code(method, facts);
    if (code.size() == 0) {
      return lines;
    }
    boolean constructor = method.name.equals("<init>");
    if (!facts.fromJava()) {
      int start = 0;
      while (start + 1 < code.size() && code.line[start] == 0) {
        start++; // Kotlin's checks that arguments are not null
      }
      boolean head =
          constructor
              && (setsFieldsOnly(code, start) || startsWithSuperOnly(code, start, facts.name()));
      if (head || KotlinAndScala.accessor(method)) {
        lines.add(code.line[start]);
      }
      return lines;
    }
    if (facts.isRecord()
        && (constructor ? setsFieldsOnly(code, 0) : isAccessor(facts, method, code))) {
      lines.add(code.line[0]);
    } else if (constructor
        && (facts.anonymous() || startsWithSuperOnly(code, 0, facts.name()))
        && !comesBack(code, facts)) {
      lines.add(code.line[0]);
    }
    return lines;
  }

  /** What ECJ makes of {@code int[]::new}, on the file's first line. */
  private static boolean makesArray(MethodNode method) {
    boolean makes = false;
    for (AbstractInsnNode insn = method.instructions.getFirst();
        insn != null;
        insn = insn.getNext()) {
      int opcode = insn.getOpcode();
      boolean make = opcode == Opcodes.NEWARRAY || opcode == Opcodes.ANEWARRAY;
      if (opcode >= 0 && !make && opcode != Opcodes.ILOAD && opcode != Opcodes.ARETURN) {
        return false;
      }
      makes |= make;
    }
    return makes && KotlinAndScala.firstLine(method) == 1;
  }

  private static boolean callsObjectMethods(MethodNode method) {
    for (AbstractInsnNode insn = method.instructions.getFirst();
        insn != null;
        insn = insn.getNext()) {
      if (insn.getOpcode() == Opcodes.INVOKEDYNAMIC
          && ((InvokeDynamicInsnNode) insn)
              .bsm
              .getOwner()
              .equals("java/lang/runtime/ObjectMethods")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAccessor(ClassFacts facts, MethodNode method, Code code) {
    return facts.isComponent(method.name)
        && method.desc.startsWith("()")
        && code.size() == 3
        && code.opcode(1) == Opcodes.GETFIELD;
  }

  /** A record's constructor as the compiler writes it, all on one line. */
  private static boolean setsFieldsOnly(Code code, int start) {
    for (int i = start; i < code.size(); i++) {
      int opcode = code.opcode(i);
      boolean sets = opcode == Opcodes.PUTFIELD || opcode == Opcodes.INVOKESPECIAL;
      if (code.line[i] != code.line[start]
          || !(isLoad(opcode) || sets || opcode == Opcodes.RETURN)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A line with nothing but the call of another class's constructor: the head of a class without
   * constructor, or of a constructor that does not write {@code super()}.
   */
  private static boolean startsWithSuperOnly(Code code, int start, String owner) {
    int end = code.lineEnd(start);
    int i = start;
    while (i < end && code.opcode(i) != Opcodes.INVOKESPECIAL) {
      int opcode = code.opcode(i);
      boolean outer = opcode == Opcodes.PUTFIELD || checksOuter(code.insns[i]);
      if (!isLoad(opcode) && !outer) {
        return false;
      }
      i++;
    }
    return i < end
        && !((MethodInsnNode) code.insns[i]).owner.equals(owner)
        && (i + 1 == end
            || code.opcode(i + 1) == Opcodes.RETURN
            || setsMetaClass(code, i + 1, end));
  }

  /**
   * Whether the statements of a constructor stand on the line of its head, and the initialisers of
   * fields run before them: then the head is no visit of the line.
   */
  static boolean comesBack(Code code, ClassFacts facts) {
    boolean java = facts.fromJava() && !facts.isRecord();
    if (!java || !startsWithSuperOnly(code, 0, facts.name())) {
      return false;
    }
    CompilerCode compiler = new CompilerCode(code);
    for (int i = code.lineEnd(0); i < code.size(); i++) {
      if (code.line[i] == code.line[0] && code.startsLine(i) && !compiler.closes(i)) {
        return true;
      }
    }
    return false;
  }

  /** What Groovy's compiler adds to each constructor. */
  private static boolean setsMetaClass(Code code, int start, int end) {
    return start + 5 == end
        && code.insns[start + 1] instanceof MethodInsnNode
        && ((MethodInsnNode) code.insns[start + 1]).name.equals("$getStaticMetaClass");
  }

  private static boolean isLoad(int opcode) {
    return opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
  }

  /** Newer javac: the instance around an inner class's must not be null. */
  private static boolean checksOuter(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode == Opcodes.DUP
        || opcode == Opcodes.POP
        || (opcode == Opcodes.INVOKESTATIC
            && ((MethodInsnNode) insn).owner.equals("java/util/Objects")
            && ((MethodInsnNode) insn).name.equals("requireNonNull"));
  }
}
