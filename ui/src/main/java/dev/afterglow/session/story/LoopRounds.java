// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.source.SourceLoops;
import dev.afterglow.source.SourceLoops.Branch;
import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceLoops.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rounds of one loop in a log, in columns: 12 bytes a round and 4 more for each loop inside, 28
 * for each time the loop was entered. Reads on from where it stopped. Lives on one thread.
 */
final class LoopRounds {
  /** How a round, or a time the loop ran, ended. */
  enum End {
    RUNNING,
    /** The next round followed, or the condition was false. */
    CONDITION,
    CONTINUE,
    BREAK,
    /** For a finally, which may run because of a {@code break} or a {@code return}. */
    LEFT,
    /** By {@code continue} of a loop around. */
    CONTINUE_OUTER,
    RETURN,
    EXCEPTION;

    @SuppressWarnings("EnumOrdinal") // kept in memory only
    int number() {
      return ordinal();
    }
  }

  private static final End[] ENDS = End.values();

  /** Ways through the body that are told apart; all others count as the last one. */
  private static final int MOST_WAYS = 2_000;

  /** Bits of a way that say how the round ended; behind them stand the branches that ran. */
  private static final int END_BITS = 8;

  private final StepLog log;
  private final LoopMethods methods;
  final Loop loop;
  final List<Loop> inner;
  final List<Branch> branches = new ArrayList<>();
  private final LoopJumps jumps;
  private final Map<Integer, BitSet> branchesAt = new HashMap<>();
  private int read;

  /** By time: its first step, its call, how it ended. */
  final IntList begins = new IntList();

  final IntList calls = new IntList();
  final IntList ends = new IntList();
  final IntList endSteps = new IntList();

  /** The step of the last check, where it ended the loop. */
  final IntList lastChecks = new IntList();

  final IntList counts = new IntList();

  /** Its rounds stand from this place on, with those of other times between them. */
  final IntList firstRounds = new IntList();

  /** By round: its first step, its time, the way it went or -1, the rounds of each loop inside. */
  final IntList starts = new IntList();

  final IntList times = new IntList();
  final IntList ways = new IntList();
  final List<IntList> innerRounds = new ArrayList<>();

  private final Map<BitSet, Integer> wayNumbers = new HashMap<>();
  private final List<BitSet> allWays = new ArrayList<>();
  private final Map<Long, Run> running = new HashMap<>();

  /** By activation: the time that it has left for a finally. */
  private final Map<Long, Undecided> undecided = new HashMap<>();

  private final Set<String> names = new LinkedHashSet<>();

  /** A time the loop ran, its last round, or -1, and the line that ran last in it. */
  private record Undecided(int time, int round, int line) {}

  /** An activation that is inside the loop. */
  private final class Run {
    final LoopWalk walk = new LoopWalk(loop);
    final List<LoopWalk> inside = new ArrayList<>();
    final BitSet ran = new BitSet();
    int time = -1;
    int round = -1;
    int line;
    int step = StepLog.NONE;

    Run() {
      for (Loop each : inner) {
        inside.add(new LoopWalk(each));
      }
    }
  }

  LoopRounds(StepLog log, FileKey file, SourceLoops source, Loop loop, List<String> code) {
    this.log = log;
    methods = new LoopMethods(log, file, loop, code);
    this.loop = loop;
    inner = source.inside(loop);
    for (int i = 0; i < inner.size(); i++) {
      innerRounds.add(new IntList());
    }
    jumps = new LoopJumps(source, loop, code);
    for (Branch branch : source.branches()) {
      boolean own = branch.line() >= loop.line() && branch.last() <= loop.last();
      for (Loop each : inner) {
        own &= branch.line() <= each.line() || branch.line() > each.last();
      }
      if (own && branch.last() > branch.line()) {
        int first = Math.max(branch.first(), branch.line() + 1);
        for (int line = first; line <= branch.last(); line++) {
          branchesAt.computeIfAbsent(line, l -> new BitSet()).set(branches.size());
        }
        branches.add(branch);
      }
    }
  }

  /** The names of what changed in the loop, in the order in which it did first. */
  Set<String> names() {
    return names;
  }

  /** The branches that ran and how the round ended, of a way. */
  BitSet way(int number) {
    return allWays.get(number);
  }

  int wayCount() {
    return allWays.size();
  }

  /** Whether a branch ran in a round that went a way. */
  static boolean ran(BitSet way, int branch) {
    return way.get(END_BITS + branch);
  }

  /** How a round ended that went a way. */
  static End endOf(BitSet way) {
    return ENDS[way.nextSetBit(0)];
  }

  End end(int time) {
    return ENDS[ends.get(time)];
  }

  /** Reads the steps that came since. */
  void update() {
    int until = log.size();
    for (; read < until; read++) {
      if (methods.canHaveLoop(log.methodNumber(read))) {
        read(read);
      }
    }
    for (Run run : running.values()) {
      collectNames(run);
      if (run.round >= 0) {
        ways.set(run.round, way(run, End.RUNNING));
      }
    }
  }

  private void read(int step) {
    Kind kind = log.kind(step);
    int line = log.line(step);
    if (kind == Kind.CALL) {
      return;
    }
    int call = log.call(step);
    long key = key(step);
    decide(key, step, kind);
    Run run = running.get(key);
    if (run == null) {
      if (kind != Kind.LINE || !loop.has(line)) {
        return;
      }
      run = new Run();
      running.put(key, run);
    }
    if (kind == Kind.LINE) {
      collectNames(run);
      visit(run, step, line, call);
    } else if ((kind != Kind.CATCH && kind != Kind.PASS) || !loop.has(line)) {
      end(run, step, kind);
    } else {
      leaveInner(run, line, kind);
    }
    if (!run.walk.inside()) {
      running.remove(key);
    }
  }

  /** Of the steps of one activation the same. */
  private long key(int step) {
    int call = log.call(step);
    return call >= 0 ? call : -1 - ((long) log.threadNumber(step) << 32 | log.depth(step));
  }

  /** How a loop was left is seen by what the call does next. */
  private void decide(long key, int step, Kind kind) {
    Undecided left = undecided.get(key);
    if (left == null) {
      return;
    }
    End end = jumps.leftAfterAll(left.line, kind, log.line(step));
    if (end != End.LEFT) {
      ends.set(left.time, end.number());
      endSteps.set(left.time, end == End.RETURN ? step : endSteps.get(left.time));
      int way = left.round < 0 ? -1 : ways.get(left.round);
      if (way >= 0 && way < allWays.size()) {
        BitSet other = (BitSet) allWays.get(way).clone();
        other.clear(0, END_BITS);
        other.set(end.number());
        ways.set(left.round, number(other));
      }
    }
    if (end != End.LEFT || kind == Kind.RETURN || kind == Kind.THROW) {
      undecided.remove(key);
    }
  }

  private void collectNames(Run run) {
    if (run.step >= 0 && loop.has(run.line) && log.valueCount(run.step) > 0) {
      for (Value value : log.values(run.step)) {
        names.add(value.name());
      }
    }
  }

  private void visit(Run run, int step, int line, int call) {
    boolean innerEnters = true;
    for (LoopWalk each : run.inside) {
      innerEnters &= !each.loop.has(line) || each.wouldEnter(line);
    }
    int told = run.walk.visit(step, line, innerEnters);
    if ((told & LoopWalk.LEFT) != 0) {
      left(run, step);
    }
    if ((told & LoopWalk.ENTERED) != 0) {
      enter(run, step, call);
    }
    boolean began = (told & LoopWalk.ROUND) != 0;
    boolean early = began && run.walk.roundStep() < step;
    if (early) {
      begin(run);
    }
    if ((told & LoopWalk.OVER) != 0) {
      over(run, jumps.continues(run.line) ? End.CONTINUE : End.CONDITION);
    }
    if (began && !early) {
      begin(run);
    }
    if (run.walk.inside() && run.walk.checking()) {
      lastChecks.set(run.time, step);
    }
    BitSet here = branchesAt.get(line);
    if (here != null) {
      run.ran.or(here);
    }
    visitInner(run, step, line);
    run.line = line;
    run.step = step;
  }

  private void visitInner(Run run, int step, int line) {
    for (int i = 0; i < run.inside.size(); i++) {
      LoopWalk each = run.inside.get(i);
      int told = each.visit(step, line, true);
      if ((told & LoopWalk.LEFT) != 0 && (told & LoopWalk.ENTERED) == 0) {
        each.leave();
      }
      if ((told & LoopWalk.ENTERED) != 0) {
        reachInner(run, i);
      }
      if ((told & LoopWalk.ROUND) != 0) {
        countInner(run, i);
      }
    }
  }

  private void reachInner(Run run, int i) {
    if (run.round >= 0) {
      IntList rounds = innerRounds.get(i);
      rounds.set(run.round, Math.max(0, rounds.get(run.round)));
    }
  }

  private void countInner(Run run, int i) {
    if (run.round >= 0) {
      IntList rounds = innerRounds.get(i);
      rounds.set(run.round, rounds.get(run.round) + 1);
    }
  }

  private void enter(Run run, int step, int call) {
    run.time = begins.size();
    begins.add(step);
    calls.add(call);
    ends.add(End.RUNNING.number());
    endSteps.add(StepLog.NONE);
    lastChecks.add(StepLog.NONE);
    counts.add(0);
    firstRounds.add(starts.size());
    run.round = -1;
    run.ran.clear();
  }

  private void begin(Run run) {
    run.round = starts.size();
    starts.add(run.walk.roundStep());
    times.add(run.time);
    ways.add(-1);
    innerRounds.forEach(rounds -> rounds.add(LoopRows.NOT_REACHED));
    counts.set(run.time, counts.get(run.time) + 1);
    run.ran.clear();
  }

  private void over(Run run, End end) {
    if (run.round >= 0) {
      ways.set(run.round, way(run, end));
      run.round = -1;
    }
  }

  private int way(Run run, End end) {
    BitSet way = new BitSet();
    way.set(end.number());
    for (int i = run.ran.nextSetBit(0); i >= 0; i = run.ran.nextSetBit(i + 1)) {
      way.set(END_BITS + i);
    }
    return number(way);
  }

  private int number(BitSet way) {
    Integer number = wayNumbers.get(way);
    if (number == null && allWays.size() < MOST_WAYS) {
      number = allWays.size();
      wayNumbers.put(way, number);
      allWays.add(way);
    }
    return number == null ? MOST_WAYS - 1 : number;
  }

  /** The loop was left before a visit of another line. */
  private void left(Run run, int step) {
    boolean decided = run.walk.checking() && loop.shape() != Shape.ENDLESS;
    End end = decided ? End.CONDITION : jumps.left(run.line, log.line(step));
    if (end == End.LEFT) {
      undecided.put(key(step), new Undecided(run.time, run.round, run.line));
    }
    ended(run, step, end);
  }

  /** The loop was left by the end of its activation, or by an exception to a handler outside. */
  private void end(Run run, int step, Kind kind) {
    leaveInner(run, 0, kind);
    boolean thrown = kind != Kind.RETURN;
    boolean returned = !thrown && returns(run.walk, run.line, log.line(step));
    boolean decided = run.walk.checking() && loop.shape() != Shape.ENDLESS && !returned && !thrown;
    // On one line it is the body that returns or throws, not the condition.
    if ((returned || thrown) && run.walk.takeCheck()) {
      begin(run);
    }
    ended(
        run,
        step,
        decided ? End.CONDITION : thrown ? End.EXCEPTION : returned ? End.RETURN : End.BREAK);
  }

  /** Whether it is the loop's body that returns, not the method behind it. */
  private boolean returns(LoopWalk walk, int last, int line) {
    return walk.loop.has(line) && (!walk.checking() || jumps.returns(last));
  }

  private void leaveInner(Run run, int line, Kind kind) {
    for (int i = 0; i < run.inside.size(); i++) {
      LoopWalk each = run.inside.get(i);
      if (each.inside() && !each.loop.has(line)) {
        boolean byBody = kind != Kind.RETURN || returns(each, run.line, run.line);
        if (byBody && each.takeCheck()) {
          countInner(run, i);
        }
        each.leave();
      }
    }
  }

  private void ended(Run run, int step, End end) {
    over(run, end);
    ends.set(run.time, end.number());
    endSteps.set(run.time, step);
    if (end != End.CONDITION) {
      lastChecks.set(run.time, StepLog.NONE);
    }
    run.walk.leave();
    run.inside.forEach(LoopWalk::leave);
  }
}
