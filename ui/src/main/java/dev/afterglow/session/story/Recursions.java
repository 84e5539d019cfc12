// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Which methods call themselves, directly or through others. {@link #update} reads on, on one
 * thread; {@link #groups} may be asked by any.
 */
public final class Recursions {

  /**
   * Methods that call each other in a circle.
   *
   * @param methods their numbers, ascending
   * @param recursive calls made while one of the same method ran
   * @param name {@code fib}, {@code isEven, isOdd}; with classes where others are called the same
   */
  public record Group(List<Integer> methods, long recursive, String name) {
    /** Whether these are the same methods. */
    public boolean same(Group other) {
      return other != null && methods.equals(other.methods);
    }
  }

  private final StepLog log;
  private int read;
  private long[] recursive = new long[16];

  /** By caller's method: the methods it calls. */
  private final List<BitSet> edges = new ArrayList<>();

  /** By thread and method: how many of its activations run. */
  private final List<int[]> active = new ArrayList<>();

  private List<BitSet> circles = List.of();
  private boolean newEdges;
  private volatile List<Group> groups = List.of();

  public Recursions(StepLog log) {
    this.log = log;
  }

  /** The groups, the one with most recursive calls first. */
  public List<Group> groups() {
    return groups;
  }

  /**
   * The group whose calls the last step that was read stands in, the outermost if there are
   * several; null if it stands in none. For the thread that reads.
   */
  public Group running() {
    Group outermost = null;
    int innermost = read == 0 ? StepLog.NONE : log.call(read - 1);
    for (int call = innermost; call != StepLog.NONE; call = log.caller(call)) {
      int method = log.methodNumber(call);
      for (Group each : groups) {
        outermost = each.methods().contains(method) ? each : outermost;
      }
    }
    return outermost;
  }

  /** Reads the steps that came since. */
  public void update() {
    int until = log.size();
    boolean calls = false;
    for (; read < until; read++) {
      Kind kind = log.kind(read);
      if (kind == Kind.CALL) {
        called(read);
        calls = true;
      } else if ((kind == Kind.RETURN || kind == Kind.THROW) && log.call(read) != StepLog.NONE) {
        int[] counts = counts(log.threadNumber(read), log.methodNumber(read));
        counts[log.methodNumber(read)]--;
      }
    }
    if (newEdges) {
      circles = circles();
      newEdges = false;
    }
    if (calls) {
      publish();
    }
  }

  private void called(int step) {
    int method = log.methodNumber(step);
    int[] counts = counts(log.threadNumber(step), method);
    if (counts[method]++ > 0) {
      if (method >= recursive.length) {
        recursive = Arrays.copyOf(recursive, method * 2);
      }
      recursive[method]++;
    }
    int caller = log.caller(step);
    if (caller != StepLog.NONE) {
      int from = log.methodNumber(caller);
      while (edges.size() <= Math.max(from, method)) {
        edges.add(new BitSet());
      }
      if (!edges.get(from).get(method)) {
        edges.get(from).set(method);
        newEdges = true;
      }
    }
  }

  private int[] counts(int thread, int method) {
    while (active.size() <= thread) {
      active.add(new int[16]);
    }
    int[] counts = active.get(thread);
    if (method >= counts.length) {
      counts = Arrays.copyOf(counts, method * 2);
      active.set(thread, counts);
    }
    return counts;
  }

  /** The sets of methods each of which reaches each. There are few methods: reach is enough. */
  private List<BitSet> circles() {
    int size = edges.size();
    List<BitSet> reach = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      reach.add(reachable(i));
    }
    List<BitSet> found = new ArrayList<>();
    BitSet done = new BitSet();
    for (int i = 0; i < size; i++) {
      if (!done.get(i) && reach.get(i).get(i)) {
        BitSet circle = new BitSet();
        for (int j = reach.get(i).nextSetBit(0); j >= 0; j = reach.get(i).nextSetBit(j + 1)) {
          if (reach.get(j).get(i)) {
            circle.set(j);
          }
        }
        done.or(circle);
        found.add(circle);
      }
    }
    return found;
  }

  private BitSet reachable(int from) {
    BitSet seen = new BitSet();
    BitSet next = (BitSet) edges.get(from).clone();
    while (!next.isEmpty()) {
      int method = next.nextSetBit(0);
      next.clear(method);
      if (!seen.get(method)) {
        seen.set(method);
        BitSet more = (BitSet) edges.get(method).clone();
        more.andNot(seen);
        next.or(more);
      }
    }
    return seen;
  }

  private void publish() {
    List<List<Method>> methods = new ArrayList<>();
    List<Group> unnamed = new ArrayList<>();
    for (BitSet circle : circles) {
      long count = 0;
      List<Integer> numbers = new ArrayList<>();
      for (int i = circle.nextSetBit(0); i >= 0; i = circle.nextSetBit(i + 1)) {
        numbers.add(i);
        count += i < recursive.length ? recursive[i] : 0;
      }
      if (count > 0) {
        methods.add(numbers.stream().map(log::methodNumbered).toList());
        unnamed.add(new Group(List.copyOf(numbers), count, ""));
      }
    }
    List<String> names = MethodNames.of(methods);
    List<Group> all = new ArrayList<>();
    for (int i = 0; i < unnamed.size(); i++) {
      Group each = unnamed.get(i);
      all.add(new Group(each.methods(), each.recursive(), names.get(i)));
    }
    all.sort(Comparator.comparingLong(Group::recursive).reversed());
    groups = List.copyOf(all);
  }
}
