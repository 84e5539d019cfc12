// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.LoopRounds.End;
import dev.afterglow.session.story.LoopRows.Row;
import dev.afterglow.source.SourceLoops;
import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceLoops.Shape;
import dev.afterglow.source.SourceText;
import dev.afterglow.source.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A loop as a table, a row a round: of the latest time it ran, or of one that is chosen. Of a long
 * one the first and last rounds and those that went a rare way; more when asked for. Lives on one
 * thread.
 */
public final class LoopTable {
  /** Rounds that are shown without leaving any out. */
  static final int SHORT = 60;

  /** Rounds shown at each end of a longer loop. */
  static final int END_ROUNDS = 15;

  /** Rounds shown at most because they went a rare way. */
  static final int MOST_RARE = 40;

  /** A way is rare if at most this part of the rounds went it. */
  private static final int RARE = 20;

  /** Rounds that a gap gives free at once. */
  public static final int OPENED = 200;

  private static final int MOST_OPENED = 5_000;

  private final StepLog log;
  private final Loop loop;
  private final LoopRounds all;
  private final LoopRowMaker maker;
  private int time = -1;
  private boolean latest = true;

  /** The rounds of the shown time, as places in {@link #all}. */
  private IntList rounds = new IntList();

  private int indexed;
  private final BitSet opened = new BitSet();
  private final Map<Integer, Row> kept = new HashMap<>();

  /**
   * Makes a table; {@link #update} fills it.
   *
   * @param log the steps
   * @param file the loop's file
   * @param source the file's text
   * @param loops what is written in it
   * @param loop one of these
   */
  public LoopTable(StepLog log, FileKey file, SourceText source, SourceLoops loops, Loop loop) {
    this.log = log;
    this.loop = loop;
    all = new LoopRounds(log, file, loops, loop, Tokens.code(source));
    maker = new LoopRowMaker(log, all);
  }

  /** Reads the steps that came since. */
  public void update() {
    all.update();
    if (latest && all.begins.size() - 1 != time) {
      show(all.begins.size() - 1);
    }
    for (; indexed < all.starts.size(); indexed++) {
      if (all.times.get(indexed) == time) {
        rounds.add(indexed);
      }
    }
    if (maker.findColumns()) {
      kept.clear();
    }
  }

  private void show(int next) {
    time = next;
    rounds = new IntList();
    indexed = next < 0 ? 0 : all.firstRounds.get(next);
    opened.clear();
    kept.clear();
  }

  /** Shows the first time that had a round. */
  public void chooseFirst() {
    choose(all.times.size() == 0 ? 0 : all.times.get(0));
  }

  /** Shows another time the loop ran; the last one means the latest, also when a new one comes. */
  public void choose(int next) {
    if (next >= 0 && next < all.begins.size()) {
      latest = next == all.begins.size() - 1;
      if (next != time) {
        show(next);
      }
      update();
    }
  }

  /** Shows the time a step belongs to; its round from 1, 0 before the first one, -1 if none. */
  public int chooseStep(int step) {
    for (int call = log.call(step); call != StepLog.NONE; call = log.caller(call)) {
      for (int i = all.begins.below(step + 1) - 1; i >= 0 && all.begins.get(i) > call; i--) {
        int end = all.endSteps.get(i);
        if (all.calls.get(i) == call && (end == StepLog.NONE || end > step)) {
          choose(i);
          return roundAt(step);
        }
      }
    }
    return -1;
  }

  private int roundAt(int step) {
    int low = 0;
    int high = rounds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.starts.get(rounds.get(middle)) <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low > 0) {
      opened.set(low - 1);
    }
    return low;
  }

  /** Shows rounds that were left out, some of them from a round on. */
  public void open(int round) {
    if (opened.cardinality() < MOST_OPENED) {
      opened.set(round - 1, Math.min(rounds.size(), round - 1 + OPENED));
    }
  }

  /** The table now. */
  public LoopRows rows() {
    if (time < 0) {
      return LoopRows.NONE;
    }
    return new LoopRows(
        all.begins.size(),
        time,
        maker.where(time),
        rounds.size(),
        all.starts.size(),
        all.end(time) == End.RUNNING,
        maker.endWords(time),
        maker.columns(),
        maker.heads(),
        all.inner.stream().map(each -> "line " + each.line()).toList(),
        !all.branches.isEmpty(),
        makeRows());
  }

  private List<Row> makeRows() {
    int[] waysHere = waysHere();
    BitSet shown = shown(waysHere);
    List<Row> rows = new ArrayList<>();
    for (int at = 0; at < rounds.size(); ) {
      if (shown.get(at)) {
        rows.add(row(at, waysHere));
        at++;
      } else {
        int next = shown.nextSetBit(at);
        rows.add(maker.gap(at + 1, next, rounds.get(at)));
        at = next;
      }
    }
    if (endsWithCheck()) {
      rows.add(maker.lastCheck(rounds.size() + 1, time));
    }
    return rows;
  }

  /** How many rounds of the shown time went each way. */
  private int[] waysHere() {
    int[] count = new int[all.wayCount()];
    for (int i = 0; i < rounds.size(); i++) {
      int way = all.ways.get(rounds.get(i));
      if (way >= 0) {
        count[way]++;
      }
    }
    return count;
  }

  private boolean rare(int at, int[] waysHere) {
    int way = all.ways.get(rounds.get(at));
    return rounds.size() > SHORT
        && way >= 0
        && waysHere[way] <= rounds.size() / RARE
        && LoopRounds.endOf(all.way(way)) != End.RUNNING;
  }

  private BitSet shown(int[] waysHere) {
    BitSet shown = new BitSet();
    int size = rounds.size();
    if (size <= SHORT) {
      shown.set(0, size);
      return shown;
    }
    shown.set(0, END_ROUNDS);
    shown.set(size - END_ROUNDS, size);
    shown.or(opened);
    int left = MOST_RARE;
    for (int i = END_ROUNDS; i < size - END_ROUNDS && left > 0; i++) {
      if (rare(i, waysHere)) {
        shown.set(i);
        left--;
      }
    }
    // A gap of one row would take as much room as the row.
    for (int i = shown.nextClearBit(0); i < size; i = shown.nextClearBit(i + 1)) {
      if (shown.get(i - 1) && shown.get(i + 1)) {
        shown.set(i);
      }
    }
    return shown;
  }

  private Row row(int at, int[] waysHere) {
    Row known = kept.get(at);
    if (known != null) {
      return known;
    }
    boolean last = at == rounds.size() - 1;
    Row row = maker.round(at + 1, rounds.get(at), behind(at), last, rare(at, waysHere));
    if (!last && rounds.size() <= SHORT) {
      kept.put(at, row);
    }
    return row;
  }

  /** The step behind a round. */
  private int behind(int at) {
    if (at + 1 < rounds.size()) {
      return all.starts.get(rounds.get(at + 1));
    }
    int end = all.endSteps.get(time);
    int behind =
        endsWithCheck() ? all.lastChecks.get(time) : end == StepLog.NONE ? log.size() : end;
    return Math.max(behind, all.starts.get(rounds.get(at)) + 1);
  }

  private boolean endsWithCheck() {
    return all.end(time) == End.CONDITION
        && all.lastChecks.get(time) != StepLog.NONE
        && loop.shape() == Shape.TOP_TESTED;
  }

  /** All rounds of the shown time, and the check that ended it. */
  public void forEachRow(Consumer<Row> consumer) {
    int[] waysHere = waysHere();
    for (int at = 0; at < rounds.size(); at++) {
      consumer.accept(row(at, waysHere));
    }
    if (time >= 0 && endsWithCheck()) {
      consumer.accept(maker.lastCheck(rounds.size() + 1, time));
    }
  }
}
