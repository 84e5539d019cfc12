// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The first instructions of a method: they push its thread's counters.
 *
 * <p>The way of threads that are not the class's first parts from the other here, not in {@code
 * Probes}: the compilers leave out a way that the method never took, but what all methods call has
 * taken every way.
 */
final class CountersFetch {
  /** Bytes of code at most. */
  static final int SIZE = 18;

  private static final String COUNTERS = "[J";

  /** The frame where the ways meet; null before class files had any. No local of ours is set. */
  final FrameNode frame;

  /** Prepares, for a method that is not changed yet. */
  CountersFetch(String className, MethodNode method, boolean withFrames) {
    frame = withFrames ? frame(className, method) : null;
  }

  /**
   * The instructions.
   *
   * @param first the method of {@code Probes} that answers the first thread
   */
  InsnList code(int classId, String first) {
    InsnList code = new InsnList();
    LabelNode fetched = new LabelNode();
    MethodWeaver.pushInt(code, classId);
    code.add(call(first));
    code.add(new InsnNode(Opcodes.DUP));
    code.add(new JumpInsnNode(Opcodes.IFNONNULL, fetched));
    code.add(new InsnNode(Opcodes.POP));
    MethodWeaver.pushInt(code, classId);
    code.add(call("other"));
    code.add(fetched);
    if (frame != null) {
      code.add(frame);
    }
    return code;
  }

  private static MethodInsnNode call(String name) {
    return new MethodInsnNode(
        Opcodes.INVOKESTATIC, MethodWeaver.PROBES, name, "(I)" + COUNTERS, false);
  }

  private static FrameNode frame(String className, MethodNode method) {
    List<Object> locals = new ArrayList<Object>();
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      locals.add(method.name.equals("<init>") ? Opcodes.UNINITIALIZED_THIS : className);
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      locals.add(frameType(type));
    }
    return new FrameNode(
        Opcodes.F_NEW, locals.size(), locals.toArray(), 1, new Object[] {COUNTERS});
  }

  private static Object frameType(Type type) {
    switch (type.getSort()) {
      case Type.LONG:
        return Opcodes.LONG;
      case Type.DOUBLE:
        return Opcodes.DOUBLE;
      case Type.FLOAT:
        return Opcodes.FLOAT;
      case Type.OBJECT:
      case Type.ARRAY:
        return type.getInternalName();
      default:
        return Opcodes.INTEGER;
    }
  }
}
