// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.source.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The calls of methods that call themselves, as a tree below one outermost call: one that is
 * chosen, else the latest that has calls below it; while the program is followed closely, the one
 * that runs. Reads on from where it stopped and keeps 9 bytes a call. Lives on one thread.
 */
public final class CallTree {
  private final StepLog log;
  private final BitSet methods = new BitSet();
  private final Effects effects;
  private final IntList roots = new IntList();
  private int read;
  private int root = StepLog.NONE;
  private boolean open;

  /** By thread: the place of its latest outermost call. */
  private final Map<Integer, Integer> placeOf = new HashMap<>();

  /** The places of outermost calls that have calls below them, and the latest of these. */
  private final BitSet branching = new BitSet();

  private int latestBranching = -1;

  /** Whether the shown outermost call gives way to later ones. */
  private boolean following = true;

  /** Whether an outermost call is shown as it begins, be there more to come or not. */
  private boolean closely;

  /** Whether the shown outermost call was asked for, or is one that followed it. */
  private boolean asked;

  private IntList calls = new IntList();
  private IntList numbers = new IntList();
  private IntList path = new IntList();
  private BitSet saved = new BitSet();
  private Repeats repeats;
  private int savedCount;
  private int savedBelow = StepLog.NONE;
  private int maxDepth;
  private int deepest = StepLog.NONE;

  /** By depth below the outermost call: the LINE step whose end is still to come. */
  private IntList lines = new IntList();

  /** By place on the path: whether the call did something that others may see. */
  private BitSet acted = new BitSet();

  /** Calls that ended untold, and the place behind what is below them. */
  private final Map<Integer, Integer> lost = new HashMap<>();

  /** By method: which arguments were not always the same. */
  private final Map<Integer, BitSet> differing = new HashMap<>();

  private final Map<Integer, Integer> firstCalls = new HashMap<>();

  /**
   * Makes a tree; {@link #update} fills it.
   *
   * @param log the steps
   * @param methods the numbers of the methods whose calls are its nodes
   * @param sources what is read to know which lines print or change statics
   */
  public CallTree(
      StepLog log, List<Integer> methods, Function<FileKey, Optional<SourceText>> sources) {
    this.log = log;
    methods.forEach(this.methods::set);
    effects = new Effects(log, sources);
    repeats = new Repeats(log);
  }

  /** Reads the steps that came since. */
  public void update() {
    int until = log.size();
    for (; read < until; read++) {
      if (log.kind(read) == Kind.CALL && isMember(read) && isNew(read)) {
        begin(read);
      } else if (open) {
        follow(read);
      }
    }
    boolean better = latestBranching >= 0 && !branching.get(rootPlace());
    if (better && following && !closely && !asked && !open) {
      show(latestBranching);
    }
  }

  /** Takes note of a call; whether it is an outermost one to be shown now. */
  private boolean isNew(int call) {
    if (isRoot(call)) {
      placeOf.put(log.threadNumber(call), roots.size());
      roots.add(call);
      return following && (closely || root == StepLog.NONE || !branching.get(rootPlace()));
    }
    int place = placeOf.get(log.threadNumber(call));
    if (!branching.get(place)) {
      boolean dull = !branching.get(rootPlace()) && !closely && !asked;
      branching.set(place);
      latestBranching = place;
      if (following && (place > rootPlace() || (dull && place != rootPlace()))) {
        show(place);
      }
    }
    return false;
  }

  /**
   * Says how the program is followed: closely the tree of an outermost call is shown as it begins;
   * else when it has calls below it, so that calls with nothing to see do not push it away.
   */
  public void followClosely(boolean now) {
    boolean begins = now && !closely;
    closely = now;
    int last = roots.size() - 1;
    if (begins && following && last > rootPlace() && end(roots.last()) == StepLog.NONE) {
      show(last);
    }
  }

  /** Forgets which outermost call was asked for: later ones are shown again. */
  public void followAgain() {
    following = true;
    asked = false;
    int last = roots.size() - 1;
    boolean runs = closely && last >= 0 && end(roots.last()) == StepLog.NONE;
    int place = runs || latestBranching < 0 ? last : latestBranching;
    if (place >= 0 && place != rootPlace()) {
      show(place);
    }
  }

  private boolean isMember(int step) {
    return methods.get(log.methodNumber(step));
  }

  private boolean isRoot(int call) {
    int caller = log.caller(call);
    return isMember(call) && (caller == StepLog.NONE || !isMember(caller));
  }

  private void begin(int step) {
    root = step;
    open = true;
    calls = new IntList();
    numbers = new IntList();
    path = new IntList();
    saved = new BitSet();
    lines = new IntList();
    acted = new BitSet();
    lost.clear();
    savedCount = 0;
    savedBelow = StepLog.NONE;
    maxDepth = 0;
    deepest = step;
    repeats = new Repeats(log);
    differing.clear();
    firstCalls.clear();
    called(step);
  }

  /** Takes a step behind the outermost call. */
  private void follow(int step) {
    if (log.threadNumber(step) != log.threadNumber(root)) {
      return;
    }
    Kind kind = log.kind(step);
    int depth = log.depth(step) - log.depth(root);
    settle(depth);
    boolean ends = kind == Kind.RETURN || kind == Kind.THROW;
    // What is deeper has ended, even if nobody said so.
    while (path.size() > 0 && isOver(path.last(), step, kind)) {
      lost.put(path.last(), calls.size());
      leave();
    }
    if (!open) {
      return;
    }
    if (kind == Kind.CALL) {
      effects.called(step);
      if (isMember(step)) {
        called(step);
      }
    } else if (ends && path.last() == log.call(step)) {
      repeats.ended(numberOf(path.last()), step, acted.get(path.size() - 1));
      leave();
    } else if (kind == Kind.LINE) {
      while (lines.size() < depth) {
        lines.add(StepLog.NONE);
      }
      lines.add(step);
    }
  }

  private boolean isOver(int call, int step, Kind kind) {
    int depth = log.depth(step);
    return kind == Kind.CALL
        ? log.depth(call) >= depth
        : log.depth(call) > depth || (log.depth(call) == depth && call != log.call(step));
  }

  /** Lines at a depth and below have ended: what did they do? */
  private void settle(int depth) {
    while (lines.size() > Math.max(0, depth)) {
      int line = lines.last();
      lines.cut(lines.size() - 1);
      int top = path.size() - 1;
      if (line != StepLog.NONE && !acted.get(top) && effects.has(line)) {
        acted.set(top);
      }
    }
  }

  private void leave() {
    int call = path.last();
    int top = path.size() - 1;
    if (acted.get(top) && top > 0) {
      acted.set(top - 1);
    }
    acted.clear(top);
    path.cut(top);
    if (call == savedBelow) {
      savedBelow = StepLog.NONE;
    }
    if (call == root) {
      open = false;
    }
  }

  private void called(int step) {
    int number = repeats.called(step);
    Repeats.Same same = repeats.get(number);
    boolean again = same != null && same.count > 1 && same.ended;
    if (savedBelow == StepLog.NONE && again) {
      savedBelow = step;
    }
    if (savedBelow != StepLog.NONE) {
      saved.set(calls.size());
      savedCount++;
    }
    calls.add(step);
    numbers.add(number);
    path.add(step);
    if (path.size() > maxDepth) {
      maxDepth = path.size();
      deepest = step;
    }
    compareArguments(step);
  }

  private void compareArguments(int step) {
    int method = log.methodNumber(step);
    Integer first = firstCalls.putIfAbsent(method, step);
    if (first == null) {
      differing.put(method, new BitSet());
      return;
    }
    BitSet differ = differing.get(method);
    int count = log.valueCount(step);
    for (int i = differ.nextClearBit(0); i < count; i = differ.nextClearBit(i + 1)) {
      if (i >= log.valueCount(first) || log.textNumber(first, i) != log.textNumber(step, i)) {
        differ.set(i);
      }
    }
  }

  /** How many outermost calls there were. */
  public int rootCount() {
    return roots.size();
  }

  /** The place of the shown outermost call, from 0; -1 if there is none. */
  public int rootPlace() {
    return root == StepLog.NONE ? -1 : roots.find(root);
  }

  /**
   * Shows another outermost call, and no later one in its place, unless it is the last; one that is
   * shown already goes on as it was.
   */
  public void chooseRoot(int place) {
    if (place < 0 || place >= roots.size()) {
      return;
    }
    if (place != rootPlace()) {
      following = place == roots.size() - 1;
      show(place);
    }
    asked = true;
  }

  private void show(int place) {
    int next = roots.get(place);
    asked = false;
    begin(next);
    int end = end(next);
    int until = end == StepLog.NONE ? read : end + 1;
    for (int step = next + 1; step < until && open; step++) {
      follow(step);
    }
  }

  /** Shows the tree that a call belongs to; whether there is one. */
  public boolean chooseRootOf(int call) {
    int top = call;
    for (int at = call; at != StepLog.NONE && isMember(at); ) {
      top = at;
      at = log.caller(at);
    }
    int place = roots.find(top);
    if (place >= 0) {
      chooseRoot(place);
    }
    return place >= 0;
  }

  /** The outermost call, or {@link StepLog#NONE}. */
  public int root() {
    return root;
  }

  /** How many calls there are in the tree. */
  public int size() {
    return calls.size();
  }

  /** How deep it is now; 0 when the outermost call has ended. */
  public int depth() {
    return path.size();
  }

  /** How deep it was at most. */
  public int maxDepth() {
    return maxDepth;
  }

  /** The innermost call that runs, or {@link StepLog#NONE}. */
  public int current() {
    return path.size() == 0 ? StepLog.NONE : path.last();
  }

  /** A call of the greatest depth. */
  public int deepest() {
    return deepest;
  }

  /** How many calls a memory of earlier answers would leave. */
  public int left() {
    return calls.size() - savedCount;
  }

  StepLog log() {
    return log;
  }

  /** Whether a call of the tree runs or waits. */
  boolean isOpen(int call) {
    return path.find(call) >= 0;
  }

  /** Whether a call lies below another one. */
  boolean isBelow(int call, int above) {
    int at = calls.find(call);
    return call > above && at >= 0 && at < behind(above);
  }

  boolean isSaved(int call) {
    int at = calls.find(call);
    return at >= 0 && saved.get(at);
  }

  int numberOf(int call) {
    int at = calls.find(call);
    return at < 0 ? Repeats.UNKNOWN : numbers.get(at);
  }

  Repeats repeats() {
    return repeats;
  }

  /** How many calls there are below a call. */
  int below(int call) {
    int at = calls.find(call);
    return at < 0 ? 0 : behind(call) - at - 1;
  }

  /** The step that ended a call, as far as was read. */
  int end(int call) {
    int end = log.end(call);
    return end >= read ? StepLog.NONE : end;
  }

  /** How many calls of the tree came before one. */
  int before(int call) {
    return calls.below(call);
  }

  /** How many calls of the tree came before one ended. */
  int behind(int call) {
    int end = end(call);
    return end == StepLog.NONE ? lost.getOrDefault(call, calls.size()) : calls.below(end);
  }

  /** The first children of a call, at most some. */
  List<Integer> children(int call, int most) {
    List<Integer> found = new ArrayList<>();
    int at = calls.find(call);
    int until = behind(call);
    for (int next = at + 1; at >= 0 && next < until && found.size() < most; ) {
      int child = calls.get(next);
      found.add(child);
      next = behind(child);
    }
    return found;
  }

  /** The arguments that were not the same in all calls; all of them if there is one call. */
  List<Value> differing(int call) {
    List<Value> all = log.values(call);
    BitSet differ = differing.get(log.methodNumber(call));
    if (differ == null || differ.isEmpty()) {
      return all;
    }
    List<Value> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (differ.get(i)) {
        some.add(all.get(i));
      }
    }
    return some;
  }

  /** The methods whose calls are nodes. */
  List<Method> methods() {
    return methods.stream().mapToObj(log::methodNumbered).toList();
  }
}
