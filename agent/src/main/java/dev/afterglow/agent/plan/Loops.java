// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import dev.afterglow.wire.LoopInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the natural loops of a method and marks the edges that count their rounds (rule 6). */
final class Loops {
  private final Code code;
  private final CompilerCode compiler;
  private final Blocks blocks;

  private Loops(Code code, CompilerCode compiler) {
    this.code = code;
    this.compiler = compiler;
    this.blocks = new Blocks(code);
  }

  /** One header with the back edges of one source loop. */
  private static final class Found {
    final int header;
    final List<Edge> backEdges;
    final BitSet body;

    Found(int header, List<Edge> backEdges, BitSet body) {
      this.header = header;
      this.backEdges = backEdges;
      this.body = body;
    }
  }

  /** The loops of the code, outer ones first. */
  static List<Loop> mark(Code code, CompilerCode compiler) {
    boolean cycles = false;
    for (Edge[] edges : code.into) {
      for (Edge edge : edges) {
        cycles |= edge.backward();
      }
    }
    return cycles ? new Loops(code, compiler).mark() : Collections.<Loop>emptyList();
  }

  private List<Loop> mark() {
    Map<Integer, List<Edge>> backEdges = new TreeMap<Integer, List<Edge>>();
    for (int i = 0; i < code.size(); i++) {
      for (Edge edge : code.into[i]) {
        boolean back =
            edge.from >= 0 && code.depth(edge.from) >= 0 && blocks.dominates(i, edge.from);
        if (back && !compiler.patterns.restarts(i)) {
          List<Edge> known = backEdges.get(i);
          if (known == null) {
            known = new ArrayList<Edge>(2);
            backEdges.put(i, known);
          }
          known.add(edge);
        }
      }
    }
    List<Found> found = new ArrayList<Found>();
    for (Map.Entry<Integer, List<Edge>> entry : backEdges.entrySet()) {
      divide(entry.getKey(), entry.getValue(), found);
    }
    Collections.sort(
        found,
        new Comparator<Found>() {
          @Override
          public int compare(Found a, Found b) {
            return b.body.cardinality() - a.body.cardinality();
          }
        });
    List<Loop> loops = new ArrayList<Loop>();
    for (int i = 0; i < found.size(); i++) {
      if (code.line[found.get(i).header] != 0) {
        loops.add(describe(found.get(i)));
      } else {
        loops.add(null);
      }
    }
    List<Loop> described = new ArrayList<Loop>();
    for (int i = 0; i < found.size(); i++) {
      if (loops.get(i) != null) {
        loops.get(i).nesting = nesting(i, found, loops);
        described.add(loops.get(i));
      }
    }
    for (int i = 0; i < found.size(); i++) {
      if (loops.get(i) != null) {
        loops.get(i).ordinal = ordinal(i, found, loops);
      }
    }
    return described;
  }

  /**
   * Two source loops share a header when the outer one has no code before the inner one begins.
   * Then the inner condition's way out stays inside the outer loop.
   */
  private void divide(int header, List<Edge> backEdges, List<Found> found) {
    BitSet whole = body(header, backEdges);
    int test = test(header, whole, 1);
    if (backEdges.size() > 1 && test < 0) {
      int inner = test(header, whole, 2);
      if (inner >= 0) {
        List<Edge> near = new ArrayList<Edge>();
        List<Edge> far = new ArrayList<Edge>();
        int exit = Math.max(code.outOf[inner][0].to, code.outOf[inner][1].to);
        for (Edge edge : backEdges) {
          boolean passesExit = body(header, Collections.singletonList(edge)).get(blocks.of[exit]);
          (passesExit ? far : near).add(edge);
        }
        if (!near.isEmpty() && !far.isEmpty()) {
          found.add(new Found(header, far, whole));
          found.add(new Found(header, near, body(header, near)));
          return;
        }
      }
    }
    found.add(new Found(header, backEdges, whole));
  }

  /** The blocks of the natural loop with these back edges. */
  private BitSet body(int header, List<Edge> backEdges) {
    BitSet body = new BitSet();
    body.set(blocks.of[header]);
    List<Integer> open = new ArrayList<Integer>();
    for (Edge edge : backEdges) {
      open.add(blocks.of[edge.from]);
    }
    while (!open.isEmpty()) {
      int block = open.remove(open.size() - 1);
      if (!body.get(block)) {
        body.set(block);
        open.addAll(blocks.predecessors(block));
      }
    }
    return body;
  }

  /** How many loops of the same line are around a loop; larger ones come first. */
  private int nesting(int index, List<Found> found, List<Loop> loops) {
    int nesting = 0;
    for (int i = 0; i < index; i++) {
      boolean around = found.get(i).body.get(blocks.of[found.get(index).header]);
      if (around && loops.get(i) != null && loops.get(i).line == loops.get(index).line) {
        nesting++;
      }
    }
    return nesting;
  }

  /** How many loops of the same line and depth come before, with nothing else in between. */
  private int ordinal(int index, List<Found> found, List<Loop> loops) {
    int ordinal = 0;
    for (int i = 0; i < found.size(); i++) {
      Loop other = loops.get(i);
      boolean before = found.get(i).header < found.get(index).header;
      if (before
          && other != null
          && other.line == loops.get(index).line
          && other.nesting == loops.get(index).nesting
          && sameLine(found.get(i).header, found.get(index).header)) {
        ordinal++;
      }
    }
    return ordinal;
  }

  private boolean sameLine(int from, int to) {
    for (int i = from; i < to; i++) {
      if (code.line[i] != code.line[from]) {
        return false;
      }
    }
    return true;
  }

  private Loop describe(Found loop) {
    Quantity rounds = new Quantity();
    Quantity arrivals = new Quantity();
    for (Edge edge : code.into[loop.header]) {
      boolean inside = edge.from >= 0 && loop.body.get(blocks.of[edge.from]);
      if (!inside || loop.backEdges.contains(edge)) {
        edge.count(arrivals);
      }
    }
    int line = code.line[loop.header];
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int i = 0; i < code.size(); i++) {
      if (loop.body.get(blocks.of[i])
          && code.line[i] != 0
          && LineId.place(code.line[i]) == LineId.place(line)) {
        first = Math.min(first, LineId.line(code.line[i]));
        last = Math.max(last, LineId.line(code.line[i]));
      }
    }
    int test = test(loop.header, loop.body, 1);
    int bottom = bottomTest(loop);
    if (test >= 0 && test != bottom && (bottom < 0 || !breaks(test, loop))) {
      int end = lastTest(test, loop);
      countBodyEntries(loop, end, rounds);
      return new Loop(line, first, last, LoopInfo.TOP_TESTED, rounds, arrivals);
    }
    if (bottom >= 0) {
      int head = code.line[statement(bottom, loop.header)];
      return new Loop(head, first, last, LoopInfo.BOTTOM_TESTED, arrivals, arrivals);
    }
    return new Loop(line, first, last, LoopInfo.ENDLESS, arrivals, arrivals);
  }

  /** Where the condition begins that ends with a jump: it may stand on several lines. */
  private int statement(int jump, int header) {
    int start = jump;
    while (start > header && !(code.lineStart[start] && code.depth(start) <= code.depth(header))) {
      start--;
    }
    return start;
  }

  /** The conditional jump back to the header whose other way leaves the loop, or -1. */
  private int bottomTest(Found loop) {
    for (Edge edge : loop.backEdges) {
      if (code.conditional(edge.from) && leaves(edge.from, loop.body)) {
        return edge.from;
      }
    }
    return -1;
  }

  /**
   * The first conditional jump of the header's condition, or -1 if a statement comes before it.
   *
   * @param exits 1 for a jump out of the loop; 2 for a jump behind another loop that shares the
   *     header
   */
  private int test(int header, BitSet body, int exits) {
    boolean behindJump = false;
    for (int i = header; i < code.size() && body.get(blocks.of[i]); i++) {
      boolean statement = code.lineStart[i] && code.depth(i) <= code.depth(header) && i > header;
      if (statement && !behindJump) {
        return -1;
      }
      behindJump = false;
      if (code.conditional(i)) {
        boolean forward = !code.outOf[i][0].backward();
        if (exits == 1 ? leaves(i, body) && !exitsInside(i, header, body) : forward) {
          return i;
        }
        // A jump to the next instruction is a statement without effect: if (a) continue;
        behindJump = code.outOf[i].length > 1 && code.outOf[i][0].to != code.outOf[i][1].to;
      } else if (!code.fallsThrough(i)
          && i + 1 < code.size()
          && code.depth(i + 1) < code.depth(header)) {
        return -1;
      }
    }
    return -1;
  }

  /** The last conditional jump of a condition whose first one is known: follows {@code a && b}. */
  private int lastTest(int test, Found loop) {
    BitSet body = loop.body;
    int last = test;
    for (int i = test + 1; i < code.size() && body.get(blocks.of[i]); i++) {
      boolean sameLine = code.line[i] == code.line[test];
      if (!sameLine && !isPure(last, i)) {
        break;
      }
      if (code.conditional(i) && leaves(i, body) && sameExit(i, test, body) && isPure(last, i)) {
        if (!sameLine && breaks(i, loop)) {
          break;
        }
        last = i;
      }
    }
    return last;
  }

  /** Whether nothing between two jumps stores a value or ends a statement. */
  private boolean isPure(int from, int to) {
    for (int i = from + 1; i <= to; i++) {
      boolean empty = code.depth(i) == code.depth(from + 1) && i > from + 1;
      if (empty && !code.conditional(i - 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean sameExit(int a, int b, BitSet body) {
    return exit(a, body) == exit(b, body);
  }

  private int exit(int jump, BitSet body) {
    for (Edge edge : code.outOf[jump]) {
      if (!body.get(blocks.of[edge.to])) {
        return edge.to;
      }
    }
    return -1;
  }

  private boolean leaves(int jump, BitSet body) {
    boolean in = false;
    boolean out = false;
    for (Edge edge : code.outOf[jump]) {
      in |= body.get(blocks.of[edge.to]);
      out |= !body.get(blocks.of[edge.to]);
    }
    return in && out;
  }

  /** Whether a jump's way out begins inside the loop, as that of {@code if (x) break;} does. */
  private boolean exitsInside(int jump, int header, BitSet body) {
    int last = header;
    for (Edge edge : code.into[header]) {
      last = edge.from >= 0 && body.get(blocks.of[edge.from]) ? Math.max(last, edge.from) : last;
    }
    int exit = exit(jump, body);
    return exit > header && exit < last;
  }

  /**
   * Whether a jump is part of {@code if (a || b) break;}, whose first way out is that of a test.
   */
  private boolean breaks(int jump, Found loop) {
    for (int i = jump + 1; i < code.size() && !code.lineStart[i] && isPure(jump, i); i++) {
      if (code.conditional(i) && leaves(i, loop.body) && exitsInside(i, loop.header, loop.body)) {
        return true;
      }
    }
    return false;
  }

  private void countBodyEntries(Found loop, int lastTest, Quantity rounds) {
    for (int i = loop.header; i <= lastTest; i++) {
      for (Edge edge : code.outOf[i]) {
        boolean inCondition = edge.to >= loop.header && edge.to <= lastTest;
        if (!inCondition && loop.body.get(blocks.of[edge.to])) {
          edge.count(rounds);
        }
      }
    }
    // A body that is empty leads straight back to the header.
    for (Edge edge : code.into[loop.header]) {
      if (edge.from >= loop.header && edge.from <= lastTest && code.conditional(edge.from)) {
        edge.count(rounds);
      }
    }
  }
}
