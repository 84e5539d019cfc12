// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The basic blocks of a method and which of them dominate which. Exceptions count as edges. */
final class Blocks {
  /** The block of each instruction. */
  final int[] of;

  /** The first instruction of each block, and behind the last block the number of instructions. */
  final int[] first;

  private final List<List<Integer>> successors = new ArrayList<List<Integer>>();
  private final List<List<Integer>> predecessors = new ArrayList<List<Integer>>();

  /** Immediate dominator of each block, -1 for blocks that control never gets to. */
  private final int[] dominator;

  /** Place of each block in reverse postorder, -1 for blocks that control never gets to. */
  private final int[] order;

  Blocks(Code code) {
    boolean[] leader = leaders(code);
    of = new int[code.size()];
    int count = 0;
    for (int i = 0; i < code.size(); i++) {
      count += leader[i] ? 1 : 0;
      of[i] = count - 1;
    }
    first = new int[count + 1];
    first[count] = code.size();
    for (int i = code.size() - 1; i >= 0; i--) {
      first[of[i]] = i;
    }
    connect(code, count);
    order = new int[count];
    dominator = new int[count];
    dominate();
  }

  int count() {
    return first.length - 1;
  }

  List<Integer> successors(int block) {
    return successors.get(block);
  }

  List<Integer> predecessors(int block) {
    return predecessors.get(block);
  }

  /** Whether every way to instruction {@code b} leads over instruction {@code a}. */
  boolean dominates(int a, int b) {
    int upper = of[a];
    int lower = of[b];
    if (upper == lower) {
      return a <= b;
    }
    if (order[lower] < 0 || order[upper] < 0) {
      return false;
    }
    while (order[lower] > order[upper]) {
      lower = dominator[lower];
    }
    return lower == upper;
  }

  /** Whether control can come back from instruction {@code to} to itself without {@code over}. */
  boolean returnsWithout(int to, int over) {
    if (of[over] == of[to]) {
      return over > to;
    }
    boolean[] seen = new boolean[count()];
    seen[of[over]] = true;
    List<Integer> open = new ArrayList<Integer>(successors(of[to]));
    while (!open.isEmpty()) {
      int block = open.remove(open.size() - 1);
      if (block == of[to] && !seen[block]) {
        return true;
      }
      if (!seen[block]) {
        seen[block] = true;
        open.addAll(successors(block));
      }
    }
    return false;
  }

  private static boolean[] leaders(Code code) {
    boolean[] leader = new boolean[code.size() + 1];
    for (int i = 0; i < code.size(); i++) {
      Edge[] in = code.into[i];
      leader[i] |= i == 0 || in.length != 1 || in[0].kind != Edge.Kind.FALL;
      if (!code.fallsThrough(i) || code.outOf[i].length > 1) {
        leader[i + 1] = true;
      }
    }
    for (Code.TryRange range : code.tryRanges) {
      leader[range.start] = true;
      leader[range.end] = true;
    }
    return leader;
  }

  private void connect(Code code, int count) {
    for (int block = 0; block < count; block++) {
      successors.add(new ArrayList<Integer>(2));
      predecessors.add(new ArrayList<Integer>(2));
    }
    for (int block = 0; block < count; block++) {
      for (Edge edge : code.outOf[first[block + 1] - 1]) {
        link(block, of[edge.to]);
      }
    }
    for (Code.TryRange range : code.tryRanges) {
      for (int i = range.start;
          i < range.end && range.handler < code.size();
          i = first[of[i] + 1]) {
        link(of[i], of[range.handler]);
      }
    }
  }

  private void link(int from, int to) {
    if (!successors.get(from).contains(to)) {
      successors.get(from).add(to);
      predecessors.get(to).add(from);
    }
  }

  /** Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm. */
  private void dominate() {
    Arrays.fill(dominator, -1);
    int[] sequence = reversePostorder();
    if (sequence.length == 0) {
      return;
    }
    dominator[0] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int block : sequence) {
        int best = block == 0 ? 0 : -1;
        for (int before : predecessors(block)) {
          if (block != 0 && dominator[before] >= 0) {
            best = best < 0 ? before : common(before, best);
          }
        }
        changed |= dominator[block] != best;
        dominator[block] = best;
      }
    }
  }

  private int common(int a, int b) {
    int left = a;
    int right = b;
    while (left != right) {
      if (order[left] > order[right]) {
        left = dominator[left];
      } else {
        right = dominator[right];
      }
    }
    return left;
  }

  private int[] reversePostorder() {
    Arrays.fill(order, -1);
    int[] sequence = new int[count()];
    int free = count();
    int[] stack = new int[count() + 1];
    int[] next = new int[count()];
    boolean[] seen = new boolean[count()];
    int top = 0;
    if (count() > 0) {
      stack[top++] = 0;
      seen[0] = true;
    }
    while (top > 0) {
      int block = stack[top - 1];
      if (next[block] < successors(block).size()) {
        int to = successors(block).get(next[block]++);
        if (!seen[to]) {
          seen[to] = true;
          stack[top++] = to;
        }
      } else {
        top--;
        sequence[--free] = block;
      }
    }
    int[] reached = Arrays.copyOfRange(sequence, free, sequence.length);
    for (int i = 0; i < reached.length; i++) {
      order[reached[i]] = i;
    }
    return reached;
  }
}
