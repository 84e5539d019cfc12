// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

/**
 * A source line within the plan: its number, and what tells apart code that counts for itself. An
 * ordinary line of the class's own file is just its number.
 */
final class LineId {
  /** Set where the compiler copied the code from another place: an inline function's body. */
  private static final int COPY = 1 << 30;

  /** Set in the body of a lambda that was inlined, which has a count of its own (rule 5). */
  private static final int LAMBDA = 1 << 29;

  private static final int PLACE_SHIFT = 16;
  private static final int MAX_LINE = (1 << PLACE_SHIFT) - 1;
  private static final int MAX_PLACE = (1 << 13) - 1;

  private LineId() {}

  /** A copied line, of the file with a number; 0 if there are too many lines or files. */
  static int copy(int place, int line) {
    boolean fits = line > 0 && line <= MAX_LINE && place <= MAX_PLACE;
    return fits ? COPY | place << PLACE_SHIFT | line : 0;
  }

  /** The same line, in the body of an inlined lambda. */
  static int lambda(int id) {
    return id == 0 ? 0 : id | LAMBDA;
  }

  /** The line's number in its file. */
  static int line(int id) {
    return id & MAX_LINE;
  }

  /** Which file: 0 for the class's own, else a place in {@link LineMap#files}. */
  static int place(int id) {
    return id >> PLACE_SHIFT & MAX_PLACE;
  }

  /** File and line alone. */
  static int written(int id) {
    return id & ~(COPY | LAMBDA);
  }

  /** Whether it is a line of the class's own file, and not copied. */
  static boolean isOwn(int id) {
    return id != 0 && !isCopy(id);
  }

  static boolean isCopy(int id) {
    return (id & COPY) != 0;
  }

  static boolean inLambda(int id) {
    return (id & LAMBDA) != 0;
  }
}
