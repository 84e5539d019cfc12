// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/**
 * Called by woven code before {@code Runtime.halt}, which ends the JVM without its shutdown hooks:
 * what was counted since the last tick would be lost. Any thread may call.
 */
public final class LastWord {
  private static volatile Runnable sender;

  private LastWord() {}

  /** Says what sends the last counts. */
  public static void prepare(Runnable last) {
    sender = last;
  }

  /** The JVM is about to end; where a security manager may refuse that, it goes on as it was. */
  @SuppressWarnings("removal")
  public static void send() {
    try {
      if (sender != null && System.getSecurityManager() == null) {
        sender.run();
      }
    } catch (Throwable goOn) {
      // Without memory or stack: the end is the program's to say.
    }
  }
}
