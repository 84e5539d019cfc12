// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/**
 * A loop of the bytecode, from which the window learns the rounds of a source loop. Of a line's
 * loops in one class the first is the outermost; copies that a compiler made are one loop.
 */
public final class LoopInfo {
  /** The condition is evaluated before the body: {@code for}, {@code while}. */
  public static final int TOP_TESTED = 0;

  /** The condition is evaluated after the body: {@code do … while}. */
  public static final int BOTTOM_TESTED = 1;

  /** There is no condition: {@code while (true)}, {@code for (;;)}. */
  public static final int ENDLESS = 2;

  /** The line of the condition; of an endless loop the line of its first instruction. */
  public final int line;

  /** Smallest line of the loop's code. */
  public final int firstLine;

  /** Largest line of the loop's code. */
  public final int lastLine;

  /** {@link #TOP_TESTED}, {@link #BOTTOM_TESTED} or {@link #ENDLESS}, as far as bytecode tells. */
  public final int shape;

  /** Whether the loop stands in a lambda or a second method of its line (see {@link LineInfo}). */
  public final boolean second;

  /** Terms (as in {@link LineInfo}) of how often the body was entered behind the condition. */
  public final int[] rounds;

  /** Terms of how often the loop's first instruction was reached: the rounds without condition. */
  public final int[] arrivals;

  public LoopInfo(
      int line,
      int firstLine,
      int lastLine,
      int shape,
      boolean second,
      int[] rounds,
      int[] arrivals) {
    this.line = line;
    this.firstLine = firstLine;
    this.lastLine = lastLine;
    this.shape = shape;
    this.second = second;
    this.rounds = rounds;
    this.arrivals = arrivals;
  }
}
