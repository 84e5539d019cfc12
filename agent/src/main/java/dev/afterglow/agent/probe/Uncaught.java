// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/**
 * Exceptions that ended threads, noted before their handlers run and told later by another thread.
 * Any thread may call.
 */
public final class Uncaught {
  /** More of them than anybody looks at would only keep the program's objects alive. */
  private static final int MOST = 20;

  private static final Thread[] THREADS = new Thread[MOST];
  private static final Throwable[] EXCEPTIONS = new Throwable[MOST];
  private static int noted;
  private static int taken;

  private Uncaught() {}

  /** Called where the JVM is about to tell a thread's handler. Takes no memory. */
  public static synchronized void note(Thread thread, Throwable exception) {
    if (noted < MOST) {
      THREADS[noted] = thread;
      EXCEPTIONS[noted++] = exception;
    }
  }

  /** Hands over those not taken yet: a thread and its exception in turn. */
  public static synchronized Object[] take() {
    Object[] pairs = new Object[2 * (noted - taken)];
    for (int i = 0; i < pairs.length; i += 2, taken++) {
      pairs[i] = THREADS[taken];
      pairs[i + 1] = EXCEPTIONS[taken];
      THREADS[taken] = null;
      EXCEPTIONS[taken] = null;
    }
    return pairs;
  }
}
