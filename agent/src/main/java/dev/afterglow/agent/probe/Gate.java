// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/**
 * Where the program stops when somebody pauses it: woven code passes here at the start of methods
 * and at each turn of a loop.
 *
 * <p>While nobody has ever paused, this costs nothing: {@link #closed} is {@code return false}. The
 * first pause exchanges its code, and the JVM throws away what was compiled with the old one.
 */
public final class Gate {
  private static final Object LOCK = new Object();

  /** Has {@link #closed} return what {@link #isShut} does. */
  private static volatile Runnable closer;

  /** Whether the program is to stop; written under {@link #LOCK}. */
  private static volatile boolean shut;

  private static boolean closable;

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

  /** Says how the first {@link #close} exchanges the code of {@link #closed}; on any thread. */
  public static void prepare(Runnable exchangesCode) {
    closer = exchangesCode;
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
    }
  }
}
