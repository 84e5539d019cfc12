// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.reflect.Field;

/**
 * Stands for the JDK's own: in the agent's jar it is called {@code jdk.internal.misc.Unsafe}, see
 * {@link Hidden}.
 */
final class Unsafe {
  private Unsafe() {}

  /** Null outside the agent's jar. */
  static Unsafe getUnsafe() {
    return null;
  }

  native long objectFieldOffset(Field field);

  native long getLong(Object from, long offset);
}
