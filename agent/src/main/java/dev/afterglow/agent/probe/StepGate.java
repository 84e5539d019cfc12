// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/**
 * Whether anybody wants what step-woven code reports.
 *
 * <p>The answer is a constant in the code of {@link #open}, which is exchanged when it changes: the
 * compilers leave out what a report is put together from, values in boxes and their array, only
 * where they know that nothing is reported.
 */
public final class StepGate {
  private static final Object LOCK = new Object();

  /** Have {@link #open} return true, and false; under {@link #LOCK}. */
  private static Runnable opener;

  private static Runnable shutter;
  private static boolean shut;

  private StepGate() {}

  /** Whether to report. */
  @Hidden
  @ForceInline
  static boolean open() {
    return true;
  }

  /** Says how {@link #open}'s code is exchanged; on any thread. */
  public static void prepare(Runnable opens, Runnable shuts) {
    synchronized (LOCK) {
      opener = opens;
      shutter = shuts;
    }
  }

  /** Has woven code report, or not. Takes some 10 ms if it did not before. */
  public static void report(boolean on) {
    synchronized (LOCK) {
      Runnable exchange = on ? opener : shutter;
      if (on == shut && exchange != null) {
        exchange.run();
        shut = !on;
      }
    }
  }
}
