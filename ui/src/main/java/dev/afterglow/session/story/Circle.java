// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.story.ExceptionCard.Row;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Methods that call each other in a circle, in a list of calls, innermost first.
 *
 * @param from the first of the calls that repeat
 * @param to behind the last one
 * @param length how many methods there are
 */
record Circle(int from, int to, int length) {
  /** More repeated calls than this are folded. */
  private static final int REPEATED = 8;

  private static final int LONGEST = 4;

  /**
   * The longest run of calls that repeat.
   *
   * @param method a number for the method of each call
   */
  static Circle longest(int calls, IntUnaryOperator method) {
    Circle best = new Circle(0, 0, 1);
    for (int length = 1; length <= LONGEST; length++) {
      int from = 0;
      for (int i = length; i <= calls; i++) {
        boolean repeats = i < calls && method.applyAsInt(i) == method.applyAsInt(i - length);
        if (!repeats) {
          if (i - from > best.size() && i - from >= 2 * length) {
            best = new Circle(from, i, length);
          }
          from = i - length + 1;
        }
      }
    }
    return best;
  }

  int size() {
    return to - from;
  }

  boolean folds() {
    return size() > REPEATED;
  }

  /** The first call that is folded, -1 if none is. */
  int foldFrom() {
    return folds() ? from + 2 * length : -1;
  }

  /** The first call behind those that are folded. */
  int foldTo() {
    return to - length;
  }

  /**
   * The row in the place of those that are folded.
   *
   * @param missing how many there are besides
   */
  Row folded(int missing) {
    int calls = foldTo() - foldFrom() + missing;
    return Row.plain("… " + Numbers.exact(calls) + " more calls", List.of());
  }
}
