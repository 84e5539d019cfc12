// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** What newer JDKs tell and Java 8 does not, or under another name. */
final class Jdk {
  private static final Method IS_VIRTUAL = method(Thread.class, "isVirtual");

  private Jdk() {}

  /** Whether it is a virtual thread. */
  static boolean isVirtual(Thread thread) {
    return IS_VIRTUAL != null && Boolean.TRUE.equals(call(IS_VIRTUAL, thread));
  }

  /** The process id of this JVM, or 0 if it cannot be told. Linux tells it soonest. */
  static long pid() {
    long linux = pidOfLinux();
    if (linux != 0) {
      return linux;
    }
    try {
      Class<?> handle = Class.forName("java.lang.ProcessHandle");
      Object current = call(handle.getMethod("current"), null);
      Object pid = call(handle.getMethod("pid"), current);
      return pid instanceof Long ? (Long) pid : 0;
    } catch (ReflectiveOperationException java8) {
      return 0;
    }
  }

  private static long pidOfLinux() {
    try {
      return Long.parseLong(new File("/proc/self").getCanonicalFile().getName());
    } catch (IOException | NumberFormatException anotherSystem) {
      return 0;
    }
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException older) {
      return null;
    }
  }

  private static Object call(Method method, Object on) {
    try {
      return method.invoke(on);
    } catch (IllegalAccessException | InvocationTargetException refused) {
      return null;
    }
  }
}
