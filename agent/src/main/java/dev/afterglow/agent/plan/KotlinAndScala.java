// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Methods that the compilers of Kotlin and Scala make of what looks like a field or one method. */
final class KotlinAndScala {
  private static final String SERIALIZATION = "kotlinx/serialization/internal/";

  /** What Kotlin appends to the name of a method for its value classes, with the dash. */
  private static final int HASH = 8;

  private KotlinAndScala() {}

  /** Whether Kotlin's compiler, or its plugin for serialization, made the whole method. */
  static boolean generated(ClassFacts facts, MethodNode method) {
    if (facts.serializer()
        || handsOn(facts.name(), method)
        || method.name.startsWith("write$Self")
        || method.name.contains("$cachedSerializer")
        || method.desc.endsWith(SERIALIZATION + "SerializationConstructorMarker;)V")) {
      return true;
    }
    if (!method.desc.endsWith(")Lkotlinx/serialization/KSerializer;")) {
      return false;
    }
    // One that somebody wrote does not stand on the class's head.
    return method.name.equals("serializer")
        ? facts.headLine() > 0 && firstLine(method) == facts.headLine()
        : method.name.equals("_init_$_anonymous_");
  }

  /** Whether all methods of a class with that interface are the plugin's. */
  static boolean serializer(String ofInterface) {
    return ofInterface.equals(SERIALIZATION + "GeneratedSerializer");
  }

  /**
   * Whether a method does no more than call the one that has its code: in a value class {@code
   * size} calls {@code size-impl}, elsewhere {@code open} calls {@code open-Zx81aB0}, which takes
   * or returns what a value class holds.
   */
  private static boolean handsOn(String owner, MethodNode method) {
    boolean calls = false;
    for (AbstractInsnNode insn : method.instructions) {
      int opcode = insn.getOpcode();
      if (insn instanceof MethodInsnNode) {
        MethodInsnNode call = (MethodInsnNode) insn;
        if (call.owner.equals(owner) && isMangled(call.name, method.name)) {
          calls = true;
        } else if (!call.name.equals(calls ? "box-impl" : "unbox-impl")
            && !call.name.equals("checkNotNullParameter")) {
          return false;
        }
      } else if (opcode >= 0
          && !(opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD)
          && !(opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)
          && opcode != Opcodes.LDC
          && opcode != Opcodes.GETFIELD
          && opcode != Opcodes.CHECKCAST) {
        return false;
      }
    }
    return calls;
  }

  private static boolean isMangled(String name, String written) {
    String suffix = name.startsWith(written) ? name.substring(written.length()) : "";
    return suffix.equals("-impl") || (suffix.startsWith("-") && suffix.length() == HASH);
  }

  /** The first line in a method's line table, 0 if it has none. */
  static int firstLine(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode) {
        return ((LineNumberNode) insn).line;
      }
    }
    return 0;
  }

  /** Whether the method only evaluates default arguments that a call left out, and calls on. */
  static boolean fillsInDefaults(MethodNode method) {
    return (method.access & Opcodes.ACC_SYNTHETIC) != 0
        && (method.name.endsWith("$default")
            || method.desc.endsWith("Lkotlin/jvm/internal/DefaultConstructorMarker;)V"));
  }

  /** Whether the method reads or sets the field of a property, and nobody wrote it. */
  static boolean accessor(MethodNode method) {
    if (method.localVariables != null) {
      for (LocalVariableNode local : method.localVariables) {
        if (local.name.equals("<set-?>")) {
          return true;
        }
      }
    }
    if (method.name.startsWith("<")) {
      return false;
    }
    boolean getter = method.desc.startsWith("()");
    String field = null;
    int count = 0;
    for (AbstractInsnNode insn = method.instructions.getFirst();
        insn != null;
        insn = insn.getNext()) {
      if (insn.getOpcode() < 0) {
        continue;
      }
      count++;
      if (insn instanceof FieldInsnNode && field == null) {
        field = ((FieldInsnNode) insn).name;
      }
      if (insn instanceof MethodInsnNode && getter && field != null) {
        String called = ((MethodInsnNode) insn).name;
        // lateinit var, by, lazy val
        boolean late = called.equals("throwUninitializedPropertyAccessException");
        if ((late && isOf(method.name, "get", field))
            || isOf(method.name.concat("$delegate"), "get", field)
            || called.startsWith(method.name.concat("$lzyINIT"))) {
          return true;
        }
      }
    }
    return field != null && (getter ? reads(method, field, count) : sets(method, field, count));
  }

  private static boolean reads(MethodNode method, String field, int instructions) {
    return instructions <= 3 && (isOf(method.name, "get", field) || method.name.startsWith("is"));
  }

  private static boolean sets(MethodNode method, String field, int instructions) {
    return instructions == 4 && method.name.equals(field.concat("_$eq"));
  }

  /** Kotlin's {@code getName} and Scala's {@code name} of a field {@code name}. */
  private static boolean isOf(String method, String prefix, String field) {
    return method.equals(field)
        || (method.startsWith(prefix) && method.substring(prefix.length()).equalsIgnoreCase(field));
  }
}
