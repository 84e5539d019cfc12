// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.reflect.Field;
import java.security.ProtectionDomain;

/**
 * Stands for the JDK's own: in the agent's jar it is called {@code jdk.internal.misc.Unsafe}, see
 * {@link Hidden}.
 */
public final class Unsafe {
  private Unsafe() {}

  /** Null outside the agent's jar. */
  public static Unsafe getUnsafe() {
    return null;
  }

  native long objectFieldOffset(Field field);

  native long getLong(Object from, long offset);

  /** Defines a class; on any thread. */
  public native Class<?> defineClass(
      String name, byte[] bytes, int from, int length, ClassLoader loader, ProtectionDomain domain);
}
