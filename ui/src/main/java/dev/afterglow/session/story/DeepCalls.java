// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The story as text without the middle of calls that go deeper than anyone reads: the outermost and
 * the innermost ones stay, the others are a line each time. Steps are asked for in order.
 */
public final class DeepCalls {
  /** Calls that are deeper are folded. */
  private static final int READABLE = 1_000;

  /** The outermost calls that stay, and the innermost. */
  private static final int OUTER = StoryLines.DEEPEST;

  private static final int INNER = 4;

  private final StepLog log;
  private final StoryLines lines;

  /** How deep it went from a step on, by that step: the first one below the outermost calls. */
  private final Map<Integer, Integer> deepest = new HashMap<>();

  private final List<Hidden> threads = new ArrayList<>();

  /** What is left out of a thread at present. */
  private static final class Hidden {
    /** Steps that are less deep are left out. */
    int below;

    int calls;
    int ends;
    int throwing;
    String exception = "";

    boolean any() {
      return calls + ends + throwing > 0;
    }
  }

  /** Prepares the steps up to now. */
  public DeepCalls(StoryLines lines) {
    this.lines = lines;
    this.log = lines.log();
    int[] start = new int[log.threadCount()];
    int[] most = new int[start.length];
    for (int i = 0; i < start.length; i++) {
      start[i] = StepLog.NONE;
      threads.add(new Hidden());
    }
    for (int step = 0; step < log.size(); step++) {
      int thread = log.threadNumber(step);
      int depth = log.depth(step);
      if (depth < OUTER) {
        start[thread] = StepLog.NONE;
      } else if (start[thread] == StepLog.NONE) {
        start[thread] = step;
        most[thread] = depth;
      } else if (depth > most[thread]) {
        most[thread] = depth;
        if (depth > READABLE) {
          deepest.put(start[thread], depth);
        }
      }
    }
  }

  /** The lines that a step adds: what was left out before it, and itself; or none. */
  public List<String> lines(int step) {
    int thread = log.threadNumber(step);
    Hidden hidden = threads.get(thread);
    int depth = log.depth(step);
    if (depth < OUTER) {
      hidden.below = 0;
    } else if (deepest.containsKey(step)) {
      hidden.below = deepest.get(step) - INNER;
    }
    if (depth >= OUTER && depth < hidden.below) {
      hide(step, hidden);
      return List.of();
    }
    List<String> all = new ArrayList<>(2);
    addHidden(thread, all);
    all.add(lines.text(step, false));
    return all;
  }

  /** What was left out last. */
  public List<String> rest() {
    List<String> all = new ArrayList<>();
    for (int thread = 0; thread < threads.size(); thread++) {
      addHidden(thread, all);
    }
    return all;
  }

  private void hide(int step, Hidden hidden) {
    Kind kind = log.kind(step);
    if (kind == Kind.CALL) {
      hidden.calls++;
    } else if (kind == Kind.RETURN) {
      hidden.ends++;
    } else if (kind == Kind.THROW) {
      hidden.throwing++;
      hidden.exception = Calls.simpleName(Calls.exception(log, step));
    }
  }

  private void addHidden(int thread, List<String> all) {
    Hidden hidden = threads.get(thread);
    if (!hidden.any()) {
      return;
    }
    List<String> parts = new ArrayList<>();
    if (hidden.calls > 0) {
      parts.add(Numbers.exact(hidden.calls) + (hidden.calls == 1 ? " more call" : " more calls"));
    }
    if (hidden.ends > 0) {
      parts.add(Numbers.of(hidden.ends, "return"));
    }
    if (hidden.throwing > 0) {
      parts.add(Numbers.exact(hidden.throwing) + " left by " + hidden.exception);
    }
    all.add(lines.start(thread, OUTER) + "… " + String.join(", ", parts));
    Hidden next = new Hidden();
    next.below = hidden.below;
    threads.set(thread, next);
  }
}
