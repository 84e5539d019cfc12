// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.LoopRounds.End;
import dev.afterglow.session.story.LoopRows.Row;
import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceLoops.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the rows of a loop's table: values as they were, branches and ends in words. */
final class LoopRowMaker {
  private static final int MOST_COLUMNS = 24;

  /** Names that are not only asked for something: the array of {@code a[i]} is no loop variable. */
  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{N}_$])[\\p{L}_$][\\p{L}\\p{N}_$]*+(?!\\s*[.\\[(])");

  /** {@code i = 0} where a {@code for} begins. */
  private static final Pattern SET =
      Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*+)\\s*=\\s*(-?\\d+)\\s*(?=,|$)");

  private final StepLog log;
  private final Loop loop;
  private final LoopRounds all;
  private List<String> columns = List.of();
  private int heads;

  LoopRowMaker(StepLog log, LoopRounds all) {
    this.log = log;
    this.loop = all.loop;
    this.all = all;
  }

  List<String> columns() {
    return columns;
  }

  int heads() {
    return heads;
  }

  /** Makes columns of what has changed so far; whether there are others than before. */
  boolean findColumns() {
    Set<String> names = all.names();
    if (columns.size() == Math.min(names.size(), MOST_COLUMNS)) {
      return false;
    }
    Set<String> found = new LinkedHashSet<>();
    if (loop.shape() != Shape.BOTTOM_TESTED) {
      Matcher name = NAME.matcher(loop.head());
      while (name.find()) {
        if (names.contains(name.group())) {
          found.add(name.group());
        } else {
          names.stream().filter(each -> Moment.isField(each, name.group())).forEach(found::add);
        }
      }
    }
    heads = Math.min(found.size(), MOST_COLUMNS);
    found.addAll(names);
    columns = found.stream().limit(MOST_COLUMNS).toList();
    return true;
  }

  /**
   * A round's row.
   *
   * @param number the round, from 1
   * @param round its place in all rounds
   * @param behind the step behind it
   * @param last whether it is the time's last one so far
   * @param rare whether few rounds went the same way
   */
  Row round(int number, int round, int behind, boolean last, boolean rare) {
    int start = all.starts.get(round);
    Map<String, Value> atStart = onOneLine() ? valuesBefore(start, number) : headValues(start);
    RoundChanges changed = RoundChanges.of(log, behind - 1, start);
    List<Value> values = new ArrayList<>();
    List<List<Value>> elements = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      values.add(i < heads ? atStart.get(name) : changed.last(name));
      elements.add(i < heads ? List.of() : changed.of(name));
    }
    List<Integer> inner = new ArrayList<>();
    all.innerRounds.forEach(each -> inner.add(each.get(round)));
    int way = all.ways.get(round);
    BitSet went = way < 0 ? new BitSet() : all.way(way);
    String branch = branchWords(went);
    String end = way < 0 ? "" : roundEnd(LoopRounds.endOf(went), all.times.get(round), last);
    return new Row(
        LoopRows.Kind.ROUND, number, number, start, values, elements, branch, inner, end, rare);
  }

  /** What the names of the head are when the head's line of a step has ended. */
  private Map<String, Value> headValues(int step) {
    return headValues(step, step);
  }

  /** The same up to an earlier step of the activation. */
  private Map<String, Value> headValues(int last, int of) {
    Map<String, Value> found = new HashMap<>();
    if (heads > 0) {
      Set<String> wanted = Set.copyOf(columns.subList(0, heads));
      Moment.find(log, last, of, Math.max(log.call(of), 0), wanted, found);
    }
    return found;
  }

  /** Whether a round is one step: at its end the head's names are those of the next round. */
  private boolean onOneLine() {
    return loop.shape() == Shape.TOP_TESTED && loop.line() == loop.last() && !isForEach();
  }

  /** What the names of the head were as a round of a loop on one line began. */
  private Map<String, Value> valuesBefore(int step, int number) {
    if (number > 1 || !loop.head().startsWith("for")) {
      return headValues(step - 1, step);
    }
    // No step tells what the head sets at first; where it is a number it stands there.
    Map<String, Value> found = new HashMap<>();
    Matcher set = SET.matcher(loop.head().split(";", 2)[0]);
    while (set.find()) {
      found.put(set.group(1), new Value(set.group(1), set.group(2)));
    }
    return found;
  }

  /** A row for rounds that are left out; the numbers count from 1. */
  Row gap(int first, int last, int round) {
    return new Row(
        LoopRows.Kind.GAP,
        first,
        last,
        all.starts.get(round),
        List.of(),
        List.of(),
        "",
        List.of(),
        "",
        false);
  }

  /** The check that ended a time. */
  Row lastCheck(int number, int time) {
    int step = all.lastChecks.get(time);
    // The variable of a for-each has no value any more.
    Map<String, Value> found = isForEach() ? Map.of() : headValues(step);
    List<Value> values = new ArrayList<>();
    columns.forEach(name -> values.add(found.get(name)));
    return new Row(
        LoopRows.Kind.END,
        number,
        number,
        step,
        values,
        List.of(),
        "",
        List.of(),
        checkWords(),
        false);
  }

  private String branchWords(BitSet way) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < all.branches.size(); i++) {
      if (LoopRounds.ran(way, i)) {
        words.append(words.length() == 0 ? "" : " · ").append(all.branches.get(i).text());
      }
    }
    return words.toString();
  }

  private String roundEnd(End end, int time, boolean last) {
    return switch (end) {
      case RUNNING -> last ? "so far" : "";
      case CONDITION -> last && loop.shape() == Shape.BOTTOM_TESTED ? checkWords() : "";
      case CONTINUE -> "continue";
      case BREAK -> "break";
      case LEFT -> "";
      case CONTINUE_OUTER -> "continue outer";
      case RETURN -> "return" + result(all.endSteps.get(time));
      case EXCEPTION -> Calls.simpleName(Calls.exception(log, all.endSteps.get(time)));
    };
  }

  private String checkWords() {
    return isForEach() ? "no element left" : "condition false";
  }

  private boolean isForEach() {
    return loop.head().startsWith("for") && !loop.head().contains(";");
  }

  private String result(int end) {
    List<Value> values = log.kind(end) == Kind.RETURN ? log.values(end) : List.of();
    return values.isEmpty() ? "" : " " + Calls.cut(values.get(0).text());
  }

  /** How a time ended, in words; empty while it runs. */
  String endWords(int time) {
    int end = all.endSteps.get(time);
    return switch (all.end(time)) {
      case RUNNING -> "";
      case CONDITION, CONTINUE -> checkWords();
      case BREAK -> "left by break";
      case LEFT -> "left";
      case CONTINUE_OUTER -> "left by continue of the loop around it";
      case RETURN -> "left by return" + result(end);
      case EXCEPTION -> "left by " + Calls.simpleName(Calls.exception(log, end));
    };
  }

  /** The call a time ran in: {@code sort([3, 1])}, with its thread if there are several. */
  String where(int time) {
    int call = all.calls.get(time);
    int step = all.begins.get(time);
    String name = Calls.name(log.method(step));
    String thread = log.threadCount() > 1 ? ", " + log.threadName(log.threadNumber(step)) : "";
    return (call == StepLog.NONE ? name : Calls.brief(log, call)) + thread;
  }
}
