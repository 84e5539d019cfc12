// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.weave.ThreadWeaver;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * Notes each exception that ends a thread. A handler of ours would be seen by the program, so the
 * one place all of them pass is woven: where the JVM looks for the handler.
 */
final class UncaughtHook implements ClassFileTransformer {
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
      return ThreadWeaver.weave(classFile);
    } catch (Throwable unreadable) {
      return null;
    }
  }
}
