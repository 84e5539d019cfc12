// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.probe.Uncaught;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Notes each exception that ends a thread. A handler of ours would be seen by the program, so the
 * one place all of them pass is woven: where the JVM looks for the handler.
 */
final class UncaughtHook implements ClassFileTransformer {
  private static final String DISPATCH = "dispatchUncaughtException";

  private UncaughtHook() {}

  /** A JVM that refuses shows no exceptions of threads; all else is as it was. */
  static void register(Instrumentation instrumentation) {
    instrumentation.addTransformer(new UncaughtHook(), true);
    try {
      instrumentation.retransformClasses(Thread.class);
    } catch (Throwable refused) {
      // As said.
    }
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (redefined != Thread.class) {
      return null;
    }
    try {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(new Noting(writer), 0);
      return writer.toByteArray();
    } catch (Throwable unreadable) {
      return null;
    }
  }

  private static final class Noting extends ClassVisitor {
    Noting(ClassVisitor next) {
      super(Opcodes.ASM9, next);
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
              Type.getInternalName(Uncaught.class),
              "note",
              "(Ljava/lang/Thread;Ljava/lang/Throwable;)V",
              false);
        }
      };
    }
  }
}
