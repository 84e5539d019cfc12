// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/**
 * Where the program stops when somebody pauses it: woven code passes here at the start of methods
 * and at each turn of a loop.
 *
 * <p>While nobody has ever paused, this costs next to nothing: the only class of a gate has no more
 * than {@code return false}, which the compilers inline on the condition that no other class
 * overrides it. The first pause loads {@link ClosableGate}, which does, and what was compiled on
 * that condition is thrown away once.
 */
public class Gate {
  private static final Object LOCK = new Object();

  /** Not final: of a constant the compilers would know the class, whatever is loaded later. */
  private static Gate gate = new Gate();

  /** Makes the class of closable gates known to this class's loader; null if it is known. */
  private static volatile Runnable definer;

  /** Whether the program is to stop; written under {@link #LOCK}. */
  private static volatile boolean shut;

  private static boolean closable;

  Gate() {}

  /** Whether to stop here. */
  boolean isShut() {
    return false;
  }

  /** Called where woven code may stop: whether it is to call {@link #pass}. */
  @Hidden
  @ForceInline
  static boolean closed() {
    return gate.isShut();
  }

  /** Waits as long as {@link Pace} holds the thread up. */
  @Hidden
  static void pass() {
    Pace.turn();
  }

  /** Says how the first {@link #close} gets at the class it needs; on any thread. */
  public static void prepare(Runnable definesClosableGate) {
    definer = definesClosableGate;
  }

  /** Sends all threads that run woven code to {@link Pace}, at their next call or turn. */
  static void close() {
    synchronized (LOCK) {
      if (!closable) {
        if (definer != null) {
          definer.run();
        }
        ClosableGate.install();
        closable = true;
      }
      shut = true;
    }
  }

  /** Lets all threads pass. */
  static void open() {
    synchronized (LOCK) {
      shut = false;
    }
  }

  static void replace(Gate other) {
    gate = other;
  }

  static boolean shut() {
    return shut;
  }
}
