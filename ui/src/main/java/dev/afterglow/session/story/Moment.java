// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of an activation's variables when a step had ended: of each name the value it was
 * last seen to get. For any thread.
 */
public final class Moment {
  /** Steps looked back at most, so that a question stays cheap in a loop of a million rounds. */
  private static final int LOOK_BACK = 20_000;

  private final Map<String, Value> values;
  private final boolean complete;

  private Moment(Map<String, Value> values, boolean complete) {
    this.values = values;
    this.complete = complete;
  }

  /** The variables of a step's activation behind the step; of a CALL its arguments. */
  public static Moment behind(StepLog log, int step) {
    return of(log, step, true);
  }

  /** The variables as they were when a step began. */
  public static Moment before(StepLog log, int step) {
    return of(log, step, false);
  }

  private static Moment of(StepLog log, int step, boolean with) {
    Map<String, Value> found = new HashMap<>();
    int call = log.call(step);
    int thread = log.threadNumber(step);
    int stop = Math.max(call, 0);
    int left = LOOK_BACK;
    int at = step;
    while (at >= stop && left-- > 0) {
      if (log.threadNumber(at) != thread) {
        at--;
        continue;
      }
      Kind kind = log.kind(at);
      int of = log.call(at);
      boolean ended = kind == Kind.RETURN || kind == Kind.THROW;
      if (of == call && !ended && (with || at != step || at == call)) {
        for (Value value : log.values(at)) {
          found.putIfAbsent(value.name(), value);
        }
      } else if (ended && of != call && of > call) {
        // What happened in a call from here is not of interest.
        at = of;
      }
      at--;
    }
    return new Moment(found, at < stop);
  }

  /** The last known value of a name, or null. */
  public Value value(String name) {
    return values.get(name);
  }

  /** All that is known. */
  public Map<String, Value> all() {
    return values;
  }

  /** Whether all of the activation was looked at. */
  public boolean complete() {
    return complete;
  }
}
