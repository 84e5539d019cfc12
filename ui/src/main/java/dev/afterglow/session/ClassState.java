// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.Counts;
import dev.afterglow.wire.LineInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** One definition of a class in one target: its counters. Guarded by the session. */
final class ClassState {
  final ClassInfo info;
  final FileState file;

  /** Nested classes have more dollar signs in their names than the class around them. */
  final int depth;

  /** The lines whose numbers have what is counted here; kept by {@link FileState}. */
  final BitSet counted = new BitSet();

  private final long[] totals;
  private final long[] baseline;
  private long[] ofThread;
  private long[] threadBaseline;

  /** For each counter the entries of {@link ClassInfo#lines} that have it as a term. */
  private final int[][] entriesOf;

  /** The same counters as lines of other files, whose code was copied into the class. */
  private final List<ClassState> elsewhere = new ArrayList<>();

  ClassState(ClassInfo info, FileState file) {
    this.info = info;
    this.file = file;
    this.depth = (int) info.className.chars().filter(c -> c == '$').count();
    this.totals = new long[info.counters];
    this.baseline = new long[info.counters];
    this.entriesOf = entries(info);
  }

  /** Adds lines of another file that the class's counters count too. */
  void addElsewhere(ClassState state) {
    elsewhere.add(state);
  }

  /** Whether it is this state, or one of what was copied into this class. */
  boolean holds(ClassState state) {
    return state == this || elsewhere.contains(state);
  }

  private static int[][] entries(ClassInfo info) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < info.counters; i++) {
      lists.add(new ArrayList<>(2));
    }
    for (int entry = 0; entry < info.lines.size(); entry++) {
      for (int term : info.lines.get(entry).terms) {
        int counter = term >= 0 ? term : ~term;
        if (counter < info.counters) {
          lists.get(counter).add(entry);
        }
      }
    }
    int[][] entries = new int[info.counters][];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = lists.get(i).stream().mapToInt(Integer::intValue).toArray();
    }
    return entries;
  }

  /** Takes totals over, and notes on the file which lines ran. */
  void accept(Counts counts, long now) {
    elsewhere.forEach(state -> state.accept(counts, now));
    boolean all = counts.threadId == 0;
    long[] into = all ? totals : ofThread;
    if (into == null) {
      return;
    }
    int[] touched = new int[8];
    int size = 0;
    for (int i = 0; i < counts.counters.length; i++) {
      int counter = counts.counters[i];
      if (counter >= into.length) {
        continue;
      }
      for (int entry : all ? entriesOf[counter] : new int[0]) {
        if (size == touched.length) {
          touched = Arrays.copyOf(touched, 2 * size);
        }
        touched[size++] = entry;
      }
    }
    long[] before = new long[size];
    for (int i = 0; i < size; i++) {
      before[i] = sum(info.lines.get(touched[i]).terms, into);
    }
    for (int i = 0; i < counts.counters.length; i++) {
      int counter = counts.counters[i];
      if (counter < into.length) {
        into[counter] = counts.totals[i];
      }
    }
    for (int i = 0; i < size; i++) {
      LineInfo line = info.lines.get(touched[i]);
      if (sum(line.terms, into) != before[i]) {
        file.ran(line.line, now);
      }
    }
    file.changed();
  }

  /** The sum of terms since the baseline; of one thread alone if one is selected. */
  long shown(int[] terms, boolean thread) {
    if (thread) {
      return ofThread == null ? 0 : Math.max(0, sum(terms, ofThread) - sum(terms, threadBaseline));
    }
    // Counters are read one after the other while the program runs: a difference can be early.
    return Math.max(0, sum(terms, totals) - sum(terms, baseline));
  }

  /** Makes the present totals the baseline. */
  void reset() {
    elsewhere.forEach(ClassState::reset);
    System.arraycopy(totals, 0, baseline, 0, totals.length);
    if (ofThread != null) {
      System.arraycopy(ofThread, 0, threadBaseline, 0, ofThread.length);
    }
  }

  /** Forgets the selected thread's numbers; keeps some for a new one if there is one. */
  void selectThread(boolean any) {
    elsewhere.forEach(state -> state.selectThread(any));
    ofThread = any ? new long[totals.length] : null;
    threadBaseline = any ? new long[totals.length] : null;
  }

  private static long sum(int[] terms, long[] counters) {
    long sum = 0;
    for (int term : terms) {
      int counter = term >= 0 ? term : ~term;
      if (counter < counters.length) {
        sum += term >= 0 ? counters[counter] : -counters[counter];
      }
    }
    return sum;
  }
}
