// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Has {@code java.lang.Thread} note each exception that ends a thread, before its handler runs. */
public final class ThreadWeaver extends ClassVisitor {
  private static final String DISPATCH = "dispatchUncaughtException";
  private static final String NOTES = "dev/afterglow/agent/probe/Uncaught";

  private ThreadWeaver(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** The class file of {@code java.lang.Thread} with the note. */
  public static byte[] weave(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new ThreadWeaver(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (!name.equals(DISPATCH) || !descriptor.equals("(Ljava/lang/Throwable;)V")) {
      return next;
    }
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        visitVarInsn(Opcodes.ALOAD, 0);
        visitVarInsn(Opcodes.ALOAD, 1);
        visitMethodInsn(
            Opcodes.INVOKESTATIC,
            NOTES,
            "note",
            "(Ljava/lang/Thread;Ljava/lang/Throwable;)V",
            false);
      }
    };
  }
}
