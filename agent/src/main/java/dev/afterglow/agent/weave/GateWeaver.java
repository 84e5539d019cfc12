// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Exchanges the constant that a gate of the probes answers. */
public final class GateWeaver extends ClassVisitor {
  private static final String GATE = "dev/afterglow/agent/probe/Gate";

  private GateWeaver(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /**
   * The class file of {@code Gate} in which {@code return false} is {@code return isShut()}, or of
   * {@code StepGate} in which {@code return true} is {@code return false}.
   */
  public static byte[] weave(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new GateWeaver(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (!descriptor.equals("()Z") || !(name.equals("closed") || name.equals("open"))) {
      return next;
    }
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitInsn(int opcode) {
        if (opcode == Opcodes.ICONST_0) {
          visitMethodInsn(Opcodes.INVOKESTATIC, GATE, "isShut", "()Z", false);
        } else {
          super.visitInsn(opcode == Opcodes.ICONST_1 ? Opcodes.ICONST_0 : opcode);
        }
      }
    };
  }
}
