// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

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

  /**
   * The variables as they were when a LINE began that an exception left, or behind another step,
   * and the fields that its call saw.
   */
  static Moment thrown(StepLog log, int step) {
    Moment known = log.kind(step) == Kind.LINE ? before(log, step) : behind(log, step);
    addTold(log, step, known.values);
    return known;
  }

  /**
   * Adds the fields that the next CATCH, or the THROW, of a step's activation tells, but for those
   * that changed on the way there.
   */
  private static void addTold(StepLog log, int step, Map<String, Value> found) {
    int call = log.call(step);
    Set<String> changed = new HashSet<>();
    int last = Math.min(log.size(), step + LOOK_BACK);
    for (int at = call == StepLog.NONE ? last : step; at < last; at++) {
      Kind kind = log.kind(at);
      boolean mine = log.call(at) == call;
      boolean called = kind == Kind.CALL && at != call && log.caller(at) == call;
      if (called && log.end(at) != StepLog.NONE) {
        at = log.end(at);
      } else if (mine && kind == Kind.LINE) {
        log.values(at).forEach(value -> changed.add(value.name()));
      } else if (mine && (kind == Kind.CATCH || kind == Kind.THROW)) {
        for (Value value : fields(log, at)) {
          if (!changed.contains(value.name())) {
            found.putIfAbsent(value.name(), value);
          }
        }
        return;
      }
    }
  }

  /** What a CATCH or THROW tells of fields: its own values have names without a dot. */
  private static List<Value> fields(StepLog log, int step) {
    return log.values(step).stream().filter(value -> value.name().indexOf('.') > 0).toList();
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
    int stop = Math.max(log.call(step), 0);
    Map<String, Value> found = new HashMap<>();
    int reached = find(log, with ? step : step - 1, step, stop, null, found);
    return new Moment(found, reached < stop);
  }

  /**
   * Of each name the last value it got in some steps of an activation.
   *
   * @param last the last of the steps
   * @param of a step of the activation
   * @param stop the first of the steps
   * @param wanted the names, null for all
   * @param found where the values go; what is there already stays
   * @return the last step that was not looked at
   */
  static int find(
      StepLog log, int last, int of, int stop, Set<String> wanted, Map<String, Value> found) {
    return walk(
        log,
        last,
        of,
        stop,
        () -> wanted == null || found.size() < wanted.size(),
        (kind, value) -> {
          if (wanted == null || wanted.contains(value.name())) {
            found.putIfAbsent(value.name(), value);
          }
        });
  }

  /**
   * Tells the values that variables got in some steps of an activation, the latest first; with a
   * CATCH what fields are, changed or not.
   *
   * @param last the last of the steps
   * @param of a step of the activation
   * @param stop the first of the steps
   * @param more asked before each step whether to go on
   * @return the last step that was not looked at
   */
  static int walk(
      StepLog log, int last, int of, int stop, BooleanSupplier more, BiConsumer<Kind, Value> told) {
    int call = log.call(of);
    int thread = log.threadNumber(of);
    int left = LOOK_BACK;
    int at = last;
    while (at >= stop && left-- > 0 && more.getAsBoolean()) {
      if (log.threadNumber(at) != thread) {
        at--;
        continue;
      }
      Kind kind = log.kind(at);
      int in = log.call(at);
      boolean ended = kind == Kind.RETURN || kind == Kind.THROW;
      boolean tells = kind == Kind.LINE || kind == Kind.CALL || kind == Kind.CATCH;
      if (in == call && tells) {
        List<Value> values = kind == Kind.CATCH ? fields(log, at) : log.values(at);
        values.forEach(value -> told.accept(kind, value));
      } else if (ended && in != call && in > call) {
        // What happened in a call from here is not of interest.
        at = in;
      }
      at--;
    }
    return at;
  }

  /** The last known value of a name, or null. */
  public Value value(String name) {
    return values.get(name);
  }

  /** The same for a name as it stands in the source: a variable, else a field by that name. */
  public Value named(String name) {
    Value found = values.get(name);
    if (found != null) {
      return found;
    }
    for (Map.Entry<String, Value> each : values.entrySet()) {
      if (isField(each.getKey(), name)) {
        return each.getValue();
      }
    }
    return null;
  }

  /** Whether the name of a value is that of a field: {@code this.total}, {@code Main.total}. */
  static boolean isField(String value, String field) {
    int dot = value.length() - field.length() - 1;
    // What is watched has a longer way to its name: node.left.value.
    return dot > 0 && value.indexOf('.') == dot && value.indexOf('[') < 0 && value.endsWith(field);
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
