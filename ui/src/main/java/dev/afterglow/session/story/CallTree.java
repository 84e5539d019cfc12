// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The calls of methods that call themselves, as a tree below one outermost call: the latest, or one
 * that is chosen. Reads on from where it stopped and keeps 9 bytes a call. Lives on one thread.
 */
public final class CallTree {
  private final StepLog log;
  private final Set<Integer> methods;
  private final IntList roots = new IntList();
  private int read;
  private int root = StepLog.NONE;
  private boolean latest = true;
  private boolean open;

  private IntList calls = new IntList();
  private IntList numbers = new IntList();
  private IntList path = new IntList();
  private BitSet saved = new BitSet();
  private Repeats repeats;
  private int savedCount;
  private int savedBelow = StepLog.NONE;
  private int maxDepth;
  private int deepest = StepLog.NONE;

  /** By method: which arguments were not always the same. */
  private final Map<Integer, BitSet> differing = new HashMap<>();

  private final Map<Integer, List<Value>> firstArguments = new HashMap<>();

  /**
   * Makes a tree; {@link #update} fills it.
   *
   * @param log the steps
   * @param methods the numbers of the methods whose calls are its nodes
   */
  public CallTree(StepLog log, List<Integer> methods) {
    this.log = log;
    this.methods = new HashSet<>(methods);
    repeats = new Repeats(log);
  }

  /** Reads the steps that came since. */
  public void update() {
    int until = log.size();
    for (; read < until; read++) {
      if (methods.contains(log.methodNumber(read))) {
        read(read, true);
      }
    }
  }

  private void read(int step, boolean outermost) {
    Kind kind = log.kind(step);
    if (kind == Kind.CALL) {
      int caller = log.caller(step);
      boolean isRoot = caller == StepLog.NONE || !methods.contains(log.methodNumber(caller));
      if (isRoot && outermost) {
        roots.add(step);
      }
      if (isRoot ? outermost && latest : false) {
        begin(step);
      } else if (open && !isRoot && log.threadNumber(step) == log.threadNumber(root)) {
        called(step);
      }
    } else if (open
        && (kind == Kind.RETURN || kind == Kind.THROW)
        && log.threadNumber(step) == log.threadNumber(root)
        && log.call(step) >= root) {
      ended(log.call(step), step);
    }
  }

  private void begin(int step) {
    root = step;
    open = true;
    calls = new IntList();
    numbers = new IntList();
    path = new IntList();
    saved = new BitSet();
    savedCount = 0;
    savedBelow = StepLog.NONE;
    maxDepth = 0;
    deepest = step;
    repeats = new Repeats(log);
    differing.clear();
    firstArguments.clear();
    called(step);
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
    List<Value> now = log.values(step);
    List<Value> first = firstArguments.putIfAbsent(method, now);
    if (first == null) {
      differing.put(method, new BitSet());
      return;
    }
    BitSet differ = differing.get(method);
    if (differ.cardinality() < now.size()) {
      for (int i = 0; i < now.size(); i++) {
        if (i >= first.size() || !first.get(i).text().equals(now.get(i).text())) {
          differ.set(i);
        }
      }
    }
  }

  private void ended(int call, int step) {
    int at = calls.find(call);
    if (at < 0) {
      return;
    }
    repeats.ended(numbers.get(at), step);
    while (path.size() > 0 && path.get(path.size() - 1) >= call) {
      path.cut(path.size() - 1);
    }
    if (call == savedBelow) {
      savedBelow = StepLog.NONE;
    }
    if (call == root) {
      open = false;
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

  /** Shows another outermost call; the last place means the latest, also when a new one comes. */
  public void chooseRoot(int place) {
    if (place < 0 || place >= roots.size()) {
      return;
    }
    latest = place == roots.size() - 1;
    int next = roots.get(place);
    if (next == root) {
      return;
    }
    begin(next);
    int end = log.end(next);
    int until = end == StepLog.NONE || end >= read ? read : end + 1;
    for (int step = next + 1; step < until; step++) {
      if (methods.contains(log.methodNumber(step))) {
        read(step, false);
      }
    }
  }

  /** Shows the tree that a call belongs to; whether there is one. */
  public boolean chooseRootOf(int call) {
    int top = call;
    for (int at = call; at != StepLog.NONE && methods.contains(log.methodNumber(at)); ) {
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
    return path.size() == 0 ? StepLog.NONE : path.get(path.size() - 1);
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

  boolean onPath(int call) {
    return path.find(call) >= 0;
  }

  /** The running call at a depth, from 0. */
  int pathAt(int depth) {
    return path.get(depth);
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

  /** How many calls of the tree came before one. */
  int before(int call) {
    return calls.below(call);
  }

  private int behind(int call) {
    int end = log.end(call);
    return end == StepLog.NONE ? calls.size() : calls.below(end);
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

  /** Whether calls of several methods are nodes. */
  boolean severalMethods() {
    return methods.size() > 1;
  }
}
