// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import dev.afterglow.wire.LoopInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The loops of a class while they are collected: copies of one source loop are added up. */
final class LoopTable {
  private final List<Row> rows = new ArrayList<Row>();

  private static final class Row {
    final Loop loop;
    final boolean second;
    int[] rounds = new int[0];
    int[] arrivals = new int[0];

    Row(Loop loop, boolean second) {
      this.loop = loop;
      this.second = second;
    }

    boolean copyOf(Loop other, boolean otherSecond) {
      return LineId.written(loop.line) == LineId.written(other.line)
          && loop.shape == other.shape
          && loop.nesting == other.nesting
          && loop.ordinal == other.ordinal
          && second == otherSecond;
    }
  }

  /** Adds a loop, or its numbers to those of the loop that it is a copy of. */
  void add(Loop loop, int firstCounter, boolean second) {
    Row row = null;
    for (Row known : rows) {
      if (known.copyOf(loop, second)) {
        row = known;
      }
    }
    if (row == null) {
      row = new Row(loop, second);
      rows.add(row);
    }
    row.rounds = joined(row.rounds, loop.rounds.terms(firstCounter));
    row.arrivals = joined(row.arrivals, loop.arrivals.terms(firstCounter));
  }

  /** The loops, those of a line with the outermost first, then as they stand. */
  List<LoopInfo> infos() {
    Collections.sort(
        rows,
        new Comparator<Row>() {
          @Override
          public int compare(Row a, Row b) {
            int byLine = LineId.line(a.loop.line) - LineId.line(b.loop.line);
            int byNesting = byLine != 0 ? byLine : a.loop.nesting - b.loop.nesting;
            return byNesting != 0 ? byNesting : a.loop.ordinal - b.loop.ordinal;
          }
        });
    List<LoopInfo> infos = new ArrayList<LoopInfo>(rows.size());
    for (Row row : rows) {
      infos.add(
          new LoopInfo(
              LineId.line(row.loop.line),
              row.loop.firstLine,
              row.loop.lastLine,
              row.loop.shape,
              row.second,
              row.rounds,
              row.arrivals));
    }
    return infos;
  }

  private static int[] joined(int[] some, int[] more) {
    int[] both = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, both, some.length, more.length);
    return both;
  }
}
