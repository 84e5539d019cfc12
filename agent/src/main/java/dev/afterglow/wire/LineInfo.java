// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/**
 * How one number of one source line follows from a class's counters.
 *
 * <p>A term {@code p >= 0} adds counter {@code p}; a term {@code p < 0} subtracts counter {@code
 * ~p}. The sum is the number.
 */
public final class LineInfo {
  /** The line's own hits. */
  public static final int HITS = 0;

  /** Hits of a lambda body or of a second method that shares the line (counting rule 5). */
  public static final int SECOND = 1;

  /** Set in {@link #flags}: the line only ends a method ({@code return} without a value). */
  public static final int FLAG_END = 1;

  /** Set in {@link #flags}: the line may be the class header of an implicit constructor. */
  public static final int FLAG_IMPLICIT = 2;

  /** Set in {@link #flags}: all of it are copies, which add to what other classes say. */
  public static final int FLAG_COPY = 4;

  /** Source line, 1 or more. */
  public final int line;

  /** {@link #HITS} or {@link #SECOND}. */
  public final int kind;

  /** {@link #FLAG_END}, {@link #FLAG_IMPLICIT}, {@link #FLAG_COPY}; 0 for ordinary code. */
  public final int flags;

  /** The sum's terms; empty for code that is never counted. */
  public final int[] terms;

  public LineInfo(int line, int kind, int flags, int[] terms) {
    this.line = line;
    this.kind = kind;
    this.flags = flags;
    this.terms = terms;
  }
}
