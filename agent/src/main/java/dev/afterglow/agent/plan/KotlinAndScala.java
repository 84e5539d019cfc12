// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Methods that the compilers of Kotlin and Scala make of what looks like a field or one method. */
final class KotlinAndScala {
  private KotlinAndScala() {}

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
