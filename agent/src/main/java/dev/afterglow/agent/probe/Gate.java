// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/**
 * Where the program stops when somebody pauses it: woven code passes here at the start of methods
 * and at each turn of a loop.
 *
 * <p>While nobody pauses, this costs nothing: {@link #closed} is {@code return false}. A pause
 * exchanges its code, and the JVM throws away what was compiled with the old one; some time after
 * the pause is over the code is exchanged back.
 */
public final class Gate {
  private static final Object LOCK = new Object();

  /** Who goes on and soon pauses again need not have all compiled twice. */
  private static final long SETTLED_NANOS = 1_000_000_000L;

  /** Have {@link #closed} return what {@link #isShut} does, and false; under {@link #LOCK}. */
  private static Runnable closer;

  private static Runnable opener;

  /** Whether the program is to stop; written under {@link #LOCK}. */
  private static volatile boolean shut;

  /** Whether the code is the one that asks; written under {@link #LOCK}. */
  private static volatile boolean closable;

  private static long openedAt;

  private Gate() {}

  /** Called where woven code may stop: whether it is to call {@link #pass}. */
  @Hidden
  @ForceInline
  static boolean closed() {
    return false;
  }

  static boolean isShut() {
    return shut;
  }

  /** Waits as long as {@link Pace} holds the thread up. */
  @Hidden
  static void pass() {
    Pace.turn();
  }

  /** Says how {@link #closed}'s code is exchanged; on any thread. */
  public static void prepare(Runnable closes, Runnable opens) {
    synchronized (LOCK) {
      closer = closes;
      opener = opens;
    }
  }

  /** Sends all threads that run woven code to {@link Pace}, at their next call or turn. */
  static void close() {
    synchronized (LOCK) {
      shut = true; // first: a thread stops as soon as it runs the new code
      if (!closable && closer != null) {
        closer.run();
        closable = true;
      }
    }
  }

  /** Lets all threads pass. */
  static void open() {
    synchronized (LOCK) {
      shut = false;
      openedAt = System.nanoTime();
    }
  }

  /** Has the gate cost nothing again once it was open for a second; to be called now and then. */
  public static void settle() {
    if (!closable || shut) {
      return;
    }
    synchronized (LOCK) {
      if (shut || opener == null || System.nanoTime() - openedAt < SETTLED_NANOS) {
        return;
      }
      try {
        opener.run();
        closable = false;
      } catch (RuntimeException impossible) {
        opener = null; // it stays as dear as it is
      }
    }
  }
}
