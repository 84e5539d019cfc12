// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Value;
import java.util.List;

/**
 * One time a loop ran, as a table. Immutable.
 *
 * @param times how often the loop was entered so far
 * @param time which of these times this is, from 0; -1 if the loop has not run
 * @param where the call it ran in
 * @param rounds how many rounds it had
 * @param allRounds those of all times together
 * @param running whether it has not ended, as far as the steps tell
 * @param end how it ended, in words; empty while it runs
 * @param variables the names of the columns of values
 * @param heads how many of these are of the loop's head; they are told as each round began
 * @param inner the loops directly inside, in words
 * @param branched whether the body has branches
 * @param rows the table
 */
public record LoopRows(
    int times,
    int time,
    String where,
    int rounds,
    long allRounds,
    boolean running,
    String end,
    List<String> variables,
    int heads,
    List<String> inner,
    boolean branched,
    List<Row> rows) {

  /** Nothing to show. */
  public static final LoopRows NONE =
      new LoopRows(0, -1, "", 0, 0, false, "", List.of(), 0, List.of(), false, List.of());

  /** Stands for the rounds of a loop that a round did not come to. */
  public static final int NOT_REACHED = -1;

  /** What a row stands for. */
  public enum Kind {
    /** A round. */
    ROUND,
    /** Rounds that are left out. */
    GAP,
    /** The check that ended the loop. */
    END
  }

  /**
   * A row.
   *
   * @param kind what it stands for
   * @param round the round from 1; of a gap the first one that is left out
   * @param lastRound the last one that is left out; else the same
   * @param step the step a click goes to
   * @param values by column, null where nothing changed
   * @param elements by column, those of an array or a list that the round changed if it changed
   *     several, called {@code a[3]}; else empty
   * @param branch which branches ran
   * @param inner by inner loop: its rounds in this round, or {@link #NOT_REACHED}
   * @param end how the round ended; empty if the next one just followed
   * @param rare whether few rounds went the same way
   */
  public record Row(
      Kind kind,
      int round,
      int lastRound,
      int step,
      List<Value> values,
      List<List<Value>> elements,
      String branch,
      List<Integer> inner,
      String end,
      boolean rare) {

    /** The elements of a column of values; none in a row that is no round. */
    public List<Value> elements(int column) {
      return elements.isEmpty() ? List.of() : elements.get(column);
    }

    /** Whether a round came to an inner loop, which then may have gone round or not. */
    public boolean reached(int loop) {
      return kind == Kind.ROUND && inner.get(loop) != NOT_REACHED;
    }
  }
}
