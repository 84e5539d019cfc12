// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.probe.LastWord;
import dev.afterglow.agent.stream.Streamer;

/**
 * Sends the last counts when the JVM ends, after the program's own shutdown hooks have run.
 *
 * <p>Hooks of {@code Runtime.addShutdownHook} run side by side, so one of them would miss what the
 * others count. {@code java.lang.Shutdown} runs its own hooks one after the other; ours is put
 * behind the one that runs the program's.
 */
final class LastHook implements Runnable {
  /** Slots 0 to 2 are the JDK's, 9 is the last. */
  private static final int FIRST_FREE_SLOT = 3;

  private static final int LAST_SLOT = 9;

  private final Streamer streamer;

  private LastHook(Streamer streamer) {
    this.streamer = streamer;
  }

  @Override
  public void run() {
    streamer.finish();
  }

  static void register(Streamer streamer) {
    LastHook hook = new LastHook(streamer);
    LastWord.prepare(hook);
    try {
      JdkLangAccess access = JdkSecrets.getJavaLangAccess();
      for (int slot = LAST_SLOT; slot >= FIRST_FREE_SLOT; slot--) {
        if (tryAdd(access, slot, hook)) {
          return;
        }
      }
    } catch (Throwable notThisJvm) {
      // Before Java 12, or not HotSpot: the ordinary way loses only what later hooks count.
    }
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(hook, "afterglow-last"));
    } catch (IllegalStateException ending) {
      // It was attached too late: the JVM does not wait for anybody any more.
    }
  }

  private static boolean tryAdd(JdkLangAccess access, int slot, LastHook hook) {
    try {
      access.registerShutdownHook(slot, false, hook);
      return true;
    } catch (InternalError taken) {
      return false;
    }
  }
}
