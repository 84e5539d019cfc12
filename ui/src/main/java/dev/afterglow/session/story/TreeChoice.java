// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses what is drawn of a tree of calls: all of a small one; of a large one the upper levels,
 * what the user opened and the way to where the program is. The work depends on what is drawn and
 * on how deep the program is, not on how many calls there are. Lives on one thread.
 */
final class TreeChoice {
  /** A tree of so many calls is drawn whole. */
  static final int WHOLE = 100;

  /** Of a larger one so many, and as many again below each call that was opened. */
  private static final int ROOM = 66;

  private static final int MOST_OPENED = 14;
  private static final int LEVELS = 6;

  /** Levels of a tree that is little more than one chain of calls. */
  private static final int CHAIN_LEVELS = 2;

  private static final int CHILDREN = 12;
  private static final int MORE_CHILDREN = 96;
  private static final int TAIL = 2;

  /** A node while the tree is laid out. */
  static final class Box {
    final Box parent;
    final int call;
    int folded;
    Room room;
    final List<Box> children = new ArrayList<>();
    final int level;
    double x;
    double width;

    /** How much room it needs beside others: for what it returned, too. */
    double space;

    int place = -1;
    String label;

    Box(Box parent, int call, int folded) {
      this.parent = parent;
      this.call = call;
      this.folded = folded;
      level = parent == null ? 0 : parent.level + 1;
      if (parent != null) {
        parent.children.add(this);
      }
    }
  }

  /** How much is drawn below an opened call, or below the outermost one. */
  private static final class Room {
    final int level;
    int drawn;

    Room(int level) {
      this.level = level;
    }
  }

  private final CallTree tree;
  private final StepLog log;

  /** How often a call was opened; the oldest first. */
  private final Map<Integer, Integer> opened = new LinkedHashMap<>();

  private final Set<Integer> closed = new HashSet<>();
  private int revealed = StepLog.NONE;

  /** The ways from the outermost call to those that must be seen. */
  private List<int[]> ways = List.of();

  TreeChoice(CallTree tree) {
    this.tree = tree;
    log = tree.log();
  }

  /** Opens what is folded below a call, or more of it. */
  void open(int call) {
    closed.remove(call);
    int times = opened.getOrDefault(call, 0);
    opened.remove(call);
    opened.put(call, times + 1);
    if (opened.size() > MOST_OPENED) {
      opened.remove(opened.keySet().iterator().next());
    }
  }

  /** Folds what is below a call. */
  void close(int call) {
    opened.remove(call);
    closed.add(call);
  }

  /** Forgets what was opened, closed and revealed. */
  void forget() {
    opened.clear();
    closed.clear();
    revealed = StepLog.NONE;
  }

  /** Draws a call in any case, and what is around it. */
  void reveal(int call) {
    revealed = call;
  }

  /** Chooses: each node behind its parent. */
  List<Box> choose() {
    ways = ways();
    Box top = new Box(null, tree.root(), 0);
    top.room = new Room(0);
    Deque<Box> queue = new ArrayDeque<>(List.of(top));
    while (!queue.isEmpty()) {
      Box box = queue.remove();
      if (tree.below(box.call) == 0) {
        continue;
      }
      if (opened.containsKey(box.call)) {
        box.room = new Room(box.level);
      }
      if (expands(box)) {
        expand(box, queue);
      } else {
        fold(box, queue);
      }
    }
    List<Box> boxes = new ArrayList<>();
    collect(top, boxes);
    return boxes;
  }

  private static void collect(Box top, List<Box> into) {
    Deque<Box> stack = new ArrayDeque<>(List.of(top));
    while (!stack.isEmpty()) {
      Box box = stack.pop();
      into.add(box);
      for (int i = box.children.size() - 1; i >= 0; i--) {
        stack.push(box.children.get(i));
      }
    }
  }

  private List<int[]> ways() {
    List<int[]> all = new ArrayList<>();
    int focus = focus();
    if (focus != StepLog.NONE) {
      all.add(way(focus));
    }
    if (tree.isBelow(revealed, tree.root())) {
      all.add(way(revealed));
    }
    return all;
  }

  /** The call that the way is shown to: where the program is, or where it came to its end. */
  private int focus() {
    if (tree.current() != StepLog.NONE) {
      return tree.current();
    }
    int end = tree.end(tree.root());
    boolean thrown = end != StepLog.NONE && log.kind(end) == Kind.THROW;
    return thrown ? tree.deepest() : StepLog.NONE;
  }

  private int[] way(int call) {
    IntList up = new IntList();
    for (int at = call; at >= tree.root(); at = log.caller(at)) {
      up.add(at);
    }
    int[] way = up.toArray();
    for (int i = 0, j = way.length - 1; i < j; i++, j--) {
      int swap = way[i];
      way[i] = way[j];
      way[j] = swap;
    }
    return way;
  }

  private boolean expands(Box box) {
    if (closed.contains(box.call)) {
      return false;
    }
    boolean chain = tree.size() < 2 * tree.maxDepth();
    int levels = chain && box.room.level == 0 ? CHAIN_LEVELS : LEVELS;
    return tree.size() <= WHOLE || (box.level - box.room.level < levels && box.room.drawn < ROOM);
  }

  /** Draws the first children, those on a way, and how many calls are left out between them. */
  private void expand(Box box, Deque<Box> queue) {
    int times = opened.getOrDefault(box.call, 0);
    int most = times == 0 ? CHILDREN : MORE_CHILDREN * times;
    List<Integer> children = tree.children(box.call, most);
    TreeSet<Integer> shown = new TreeSet<>(children);
    for (int[] way : ways) {
      int at = Arrays.binarySearch(way, box.call);
      if (at >= 0 && at + 1 < way.length) {
        shown.add(way[at + 1]);
      }
    }
    int done = tree.before(box.call) + 1;
    for (int child : shown) {
      skip(box, tree.before(child) - done);
      Box next = new Box(box, child, 0);
      next.room = box.room;
      box.room.drawn++;
      queue.add(next);
      done = tree.behind(child);
    }
    skip(box, tree.behind(box.call) - done);
  }

  private static void skip(Box box, int calls) {
    if (calls > 0) {
      new Box(box, box.call, calls);
    }
  }

  /** Draws of what is below a call the ends of the ways, and how many calls are left out. */
  private void fold(Box box, Deque<Box> queue) {
    TreeSet<Integer> ends = new TreeSet<>();
    for (int[] way : ways) {
      int at = Arrays.binarySearch(way, box.call);
      if (at >= 0) {
        for (int i = Math.max(at + 1, way.length - TAIL); i < way.length; i++) {
          ends.add(way[i]);
        }
      }
    }
    Map<Integer, Box> drawn = new LinkedHashMap<>();
    Map<Box, Box> between = new HashMap<>();
    drawn.put(box.call, box);
    for (int call : ends) {
      Box above = null;
      int at = log.caller(call);
      while (above == null) {
        above = drawn.get(at);
        at = log.caller(at);
      }
      if (opened.containsKey(above.call) && above != box) {
        continue; // It draws what is below it by itself.
      }
      if (log.caller(call) != above.call) {
        Box on = above;
        above = between.computeIfAbsent(on, key -> new Box(on, on.call, 1));
      }
      Box next = new Box(above, call, 0);
      next.room = box.room;
      drawn.put(call, next);
    }
    for (Box each : drawn.values()) {
      boolean last = each != box && each.children.isEmpty();
      if (last) {
        queue.add(each);
      } else {
        count(each, between.get(each));
      }
    }
  }

  /** How many calls below one are not drawn. */
  private void count(Box box, Box between) {
    int left = tree.below(box.call);
    for (Box child : box.children) {
      left -= child == between ? 0 : 1 + tree.below(child.call);
    }
    if (between == null) {
      skip(box, left);
      Box first = box.children.get(0);
      if (left > 0 && first.folded == 0 && tree.before(first.call) > tree.before(box.call) + 1) {
        box.children.add(0, box.children.remove(box.children.size() - 1));
      }
      return;
    }
    for (Box child : between.children) {
      left -= 1 + tree.below(child.call);
    }
    between.folded = left;
  }
}
