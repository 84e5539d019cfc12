// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.probe.LineCount;
import dev.afterglow.agent.probe.Probes;
import dev.afterglow.agent.stream.Streamer;
import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.LineInfo;

/** Sums the counters of one line, as the window does. */
final class LineCounter implements LineCount {
  private final String file;
  private final int line;
  private final Streamer streamer;

  LineCounter(String file, int line, Streamer streamer) {
    this.file = file;
    this.line = line;
    this.streamer = streamer;
  }

  @Override
  public long soFar() {
    int outermost = Integer.MAX_VALUE;
    long sum = 0;
    long copies = 0;
    for (ClassInfo info : streamer.classesFrom(0)) {
      if (!SourcePath.of(info.className, info.sourceFile).equals(file)) {
        continue;
      }
      int depth = dollars(info.className);
      for (LineInfo entry : info.lines) {
        if (entry.line != line || entry.kind != LineInfo.HITS) {
          continue;
        }
        if ((entry.flags & LineInfo.FLAG_COPY) != 0) {
          copies += count(info, entry.terms);
        } else if (depth <= outermost) {
          sum = (depth < outermost ? 0 : sum) + count(info, entry.terms);
          outermost = depth;
        }
      }
    }
    return sum + copies;
  }

  private static long count(ClassInfo info, int[] terms) {
    long[] counters = new long[info.counters];
    Probes.sum(info.classId, counters);
    long sum = 0;
    for (int term : terms) {
      sum += term >= 0 ? counters[term] : -counters[~term];
    }
    return sum;
  }

  private static int dollars(String name) {
    int count = 0;
    for (int i = 0; i < name.length(); i++) {
      count += name.charAt(i) == '$' ? 1 : 0;
    }
    return count;
  }
}
