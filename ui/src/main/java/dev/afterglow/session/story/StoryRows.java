// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which steps the story shows: all but those inside folded calls and those that are filtered out.
 * {@link #update} reads on from where it stopped; calls of all methods exclude each other, {@link
 * #rows} never waits.
 */
public final class StoryRows {
  /** No filter. */
  public static final int ALL = -1;

  private static final int NEVER = Integer.MAX_VALUE;

  private final StepLog log;
  private final Set<Integer> folded = new HashSet<>();
  private final Set<Integer> opened = new HashSet<>();
  private boolean foldFinished;
  private int method = ALL;
  private int thread = ALL;
  private int[] steps = new int[256];
  private int size;
  private int read;

  /** By thread: steps up to this one are inside a folded call. */
  private int[] hiddenUntil = {StepLog.NONE, StepLog.NONE};

  /** Whether the array is one that was not handed out yet. */
  private boolean touched;

  private volatile StepList rows = StepList.NONE;

  public StoryRows(StepLog log) {
    this.log = log;
  }

  /** The rows as of the last update. */
  public StepList rows() {
    return rows;
  }

  /** Whether steps came that no row was made for. */
  public boolean behind() {
    return read < log.size();
  }

  /** Reads the steps that came since. */
  public synchronized void update() {
    int until = log.size();
    for (int step = read; step < until; step++) {
      read(step);
    }
    read = until;
    publish();
  }

  private void read(int step) {
    int of = log.threadNumber(step);
    if (of >= hiddenUntil.length) {
      int known = hiddenUntil.length;
      hiddenUntil = Arrays.copyOf(hiddenUntil, of * 2);
      Arrays.fill(hiddenUntil, known, hiddenUntil.length, StepLog.NONE);
    }
    Kind kind = log.kind(step);
    int call = log.call(step);
    boolean ends = kind == Kind.RETURN || kind == Kind.THROW;
    if (step <= hiddenUntil[of]) {
      if (hiddenUntil[of] == NEVER && ends && call != StepLog.NONE && isFoldedByHand(call)) {
        // The folded call that ran has ended; one around it may be folded too.
        hiddenUntil[of] = outerFolded(call) ? NEVER : step;
      }
      return;
    }
    boolean shown =
        (thread == ALL || thread == of) && (method == ALL || method == log.methodNumber(step));
    if (shown) {
      add(step);
    }
    if (kind == Kind.CALL && isFolded(step)) {
      int end = log.end(step);
      hiddenUntil[of] = end == StepLog.NONE || end >= log.size() ? NEVER : end;
    } else if (ends && call != StepLog.NONE && isFolded(call)) {
      hide(call, of);
    }
  }

  private boolean outerFolded(int call) {
    for (int outer = log.caller(call); outer != StepLog.NONE; outer = log.caller(outer)) {
      if (isFoldedByHand(outer)) {
        return true;
      }
    }
    return false;
  }

  private void add(int step) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, size * 2);
    }
    steps[size++] = step;
  }

  /** Takes out what happened in a call that has just ended. */
  private void hide(int call, int of) {
    if (!touched) {
      // Rows that were handed out stay as they are.
      steps = steps.clone();
      touched = true;
    }
    int at = Arrays.binarySearch(steps, 0, size, call);
    int from = at >= 0 ? at + 1 : -at - 1;
    int to = from;
    for (int i = from; i < size; i++) {
      if (log.threadNumber(steps[i]) != of) {
        steps[to++] = steps[i];
      }
    }
    size = to;
  }

  private void publish() {
    touched = false;
    rows = new StepList(steps, size);
  }

  /** Whether a call stands for all that happened in it. */
  public synchronized boolean isFolded(int call) {
    return isFoldedByHand(call)
        || (foldFinished
            && log.end(call) != StepLog.NONE
            && log.caller(call) != StepLog.NONE
            && !opened.contains(call));
  }

  private boolean isFoldedByHand(int call) {
    return folded.contains(call);
  }

  /** Folds a call, or opens it. */
  public synchronized void fold(int call, boolean fold) {
    if (fold) {
      opened.remove(call);
      folded.add(call);
    } else {
      folded.remove(call);
      opened.add(call);
    }
    rebuild();
  }

  /** Folds each call as it ends, or shows everything; what was folded by hand is forgotten. */
  public synchronized void foldFinished(boolean fold) {
    foldFinished = fold;
    folded.clear();
    opened.clear();
    rebuild();
  }

  /** Opens all calls around a step, so that it has a row unless it is filtered out. */
  public synchronized void reveal(int step) {
    boolean changed = false;
    int call = log.kind(step) == Kind.CALL ? log.caller(step) : log.call(step);
    for (; call != StepLog.NONE; call = log.caller(call)) {
      if (isFolded(call)) {
        folded.remove(call);
        opened.add(call);
        changed = true;
      }
    }
    if (changed) {
      rebuild();
    }
  }

  /**
   * Shows the steps of one method or thread only.
   *
   * @param methodNumber as of {@link StepLog#methodNumber}, or {@link #ALL}
   * @param threadNumber as of {@link StepLog#threadNumber}, or {@link #ALL}
   */
  public synchronized void filter(int methodNumber, int threadNumber) {
    if (method != methodNumber || thread != threadNumber) {
      method = methodNumber;
      thread = threadNumber;
      rebuild();
    }
  }

  private void rebuild() {
    int until = read;
    steps = new int[Math.max(256, size)];
    size = 0;
    touched = true;
    Arrays.fill(hiddenUntil, StepLog.NONE);
    for (int step = 0; step < until; step++) {
      read(step);
    }
    publish();
  }
}
