// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.stream.Streamer;
import java.lang.reflect.Method;

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
    try {
      Class<?> shutdown = Class.forName("java.lang.Shutdown");
      Method add = shutdown.getDeclaredMethod("add", Integer.TYPE, Boolean.TYPE, Runnable.class);
      add.setAccessible(true);
      for (int slot = LAST_SLOT; slot >= FIRST_FREE_SLOT; slot--) {
        if (tryAdd(add, slot, hook)) {
          return;
        }
      }
    } catch (Throwable notThisJvm) {
      // Another JVM than HotSpot: the ordinary way below loses only what later hooks count.
    }
    Runtime.getRuntime().addShutdownHook(new Thread(hook, "afterglow-last"));
  }

  private static boolean tryAdd(Method add, int slot, LastHook hook) throws Exception {
    try {
      add.invoke(null, slot, false, hook);
      return true;
    } catch (java.lang.reflect.InvocationTargetException taken) {
      return false;
    }
  }
}
