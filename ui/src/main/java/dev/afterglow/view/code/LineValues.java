// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Which values stand behind which line: of each method the newest ones of its innermost activation
 * on the stack, or of its last one. Reads each step once, so a frame costs what is new. JavaFX
 * thread.
 */
final class LineValues {
  /** At full speed steps come faster than they are read; the rest waits for the next frame. */
  private static final long READ_NANOS = 4_000_000;

  private static final int NONE = StepLog.NONE;

  /** One run of a method. */
  private static final class Activation {
    final int call;
    final int method;
    Activation below;
    Activation sameBelow;
    int[] lines = new int[8];
    int[] latest = new int[8];
    int[] valued = new int[8];
    int used;

    Activation(int call, int method) {
      this.call = call;
      this.method = method;
    }

    void visited(StepLog log, int line, int step) {
      int at = 0;
      while (at < used && lines[at] != line) {
        at++;
      }
      if (at == lines.length) {
        lines = Arrays.copyOf(lines, at * 2);
        latest = Arrays.copyOf(latest, at * 2);
        valued = Arrays.copyOf(valued, at * 2);
      }
      if (at == used) {
        lines[used++] = line;
        valued[at] = NONE;
      } else if (log.valueCount(latest[at]) > 0) {
        valued[at] = latest[at];
      }
      latest[at] = step;
    }
  }

  /** The stack of a thread as its steps tell it. */
  private static final class Stack {
    final Map<Integer, Activation> innermost = new HashMap<>();
    final Map<Integer, Activation> last = new HashMap<>();
    final ThreadKey thread;
    Activation top;

    Stack(ThreadKey thread) {
      this.thread = thread;
    }

    void push(Activation next) {
      next.below = top;
      next.sameBelow = innermost.put(next.method, next);
      top = next;
    }

    void pop() {
      Activation ended = top;
      top = ended.below;
      last.put(ended.method, ended);
      if (ended.sameBelow == null) {
        innermost.remove(ended.method);
      } else {
        innermost.put(ended.method, ended.sameBelow);
      }
      ended.below = null;
      ended.sameBelow = null;
    }

    /** The activation that a CALL began; those above it have ended unseen. */
    Activation of(int call, int method) {
      for (Activation each = top; each != null; each = each.below) {
        if (each.call == call && each.method == method) {
          while (top != each) {
            pop();
          }
          return each;
        }
      }
      Activation began = new Activation(call, method);
      push(began);
      return began;
    }
  }

  private final Map<Integer, Stack> stacks = new HashMap<>();
  private final Map<FileKey, List<Integer>> methods = new HashMap<>();
  private final Map<Integer, Method> known = new HashMap<>();
  private StepLog log = new StepLog();
  private int read;

  private int[] values = new int[0];
  private int[] arguments = new int[0];
  private boolean[] past = new boolean[0];

  /**
   * Reads what is new.
   *
   * @return whether there is more to read
   */
  boolean read(StepLog from) {
    if (from != log) {
      log = from;
      read = 0;
      stacks.clear();
      methods.clear();
      known.clear();
    }
    long until = System.nanoTime() + READ_NANOS;
    int size = log.size();
    while (read < size) {
      read(read++);
      if ((read & 0xff) == 0 && System.nanoTime() > until) {
        break;
      }
    }
    return read < size;
  }

  private void read(int step) {
    int method = log.methodNumber(step);
    if (!known.containsKey(method)) {
      Method named = log.method(step);
      known.put(method, named);
      methods.computeIfAbsent(named.file(), key -> new ArrayList<>()).add(method);
    }
    Stack stack =
        stacks.computeIfAbsent(log.threadNumber(step), key -> new Stack(log.thread(step)));
    Kind kind = log.kind(step);
    int call = log.call(step);
    switch (kind) {
      case CALL -> stack.push(new Activation(step, method));
      case LINE -> stack.of(call, method).visited(log, log.line(step), step);
      case CATCH, PASS -> stack.of(call, method);
      case RETURN, THROW -> {
        stack.of(call, method);
        stack.pop();
      }
    }
  }

  /**
   * Chooses what {@link #at} tells.
   *
   * @param file the file that is shown
   * @param thread whose values, or null for those of the newest step's thread
   * @param lines how many lines the file has
   * @param header the line on which a method's arguments are shown
   * @param old whether the program has run on since the last step: no value is what it is now
   */
  void choose(
      FileKey file, ThreadKey thread, int lines, ToIntFunction<Method> header, boolean old) {
    if (values.length <= lines) {
      values = new int[lines + 1];
      arguments = new int[lines + 1];
      past = new boolean[lines + 1];
    }
    Arrays.fill(values, NONE);
    Arrays.fill(arguments, NONE);
    Stack stack = stack(thread);
    if (stack == null) {
      return;
    }
    for (int method : methods.getOrDefault(file, List.of())) {
      Activation now = stack.innermost.get(method);
      Activation shown = now != null ? now : stack.last.get(method);
      if (shown != null) {
        choose(shown, old || now == null, header.applyAsInt(known.get(method)));
      }
    }
  }

  private void choose(Activation shown, boolean ended, int header) {
    for (int i = 0; i < shown.used; i++) {
      int line = shown.lines[i];
      int step = log.valueCount(shown.latest[i]) > 0 ? shown.latest[i] : shown.valued[i];
      if (line > 0 && line < values.length && step > values[line]) {
        values[line] = step;
        past[line] = ended;
      }
    }
    if (shown.call != NONE && header > 0 && header < arguments.length) {
      if (log.valueCount(shown.call) > 0 && shown.call > arguments[header]) {
        arguments[header] = shown.call;
        past[header] = ended;
      }
    }
  }

  private Stack stack(ThreadKey thread) {
    if (thread != null) {
      for (Stack each : stacks.values()) {
        if (each.thread.equals(thread)) {
          return each;
        }
      }
      return null;
    }
    return read == 0 ? null : stacks.get(log.threadNumber(read - 1));
  }

  /** Changes when the values behind a line do; 0 if there are none. */
  long stamp(int line) {
    if (line >= values.length || (values[line] == NONE && arguments[line] == NONE)) {
      return 0;
    }
    // A line that goes on after a call may get more values.
    return (mark(arguments[line]) << 31 | mark(values[line])) << 1 | (past[line] ? 1 : 0);
  }

  private long mark(int step) {
    return step == NONE ? 0 : log.valueMark(step) + 1;
  }

  /** Whether the values behind a line are of an activation that has ended, or old. */
  boolean isPast(int line) {
    return line < past.length && past[line];
  }

  /** The values behind a line. */
  List<Value> at(int line) {
    if (stamp(line) == 0) {
      return List.of();
    }
    List<Value> all = new ArrayList<>();
    if (arguments[line] != NONE) {
      all.addAll(log.values(arguments[line]));
    }
    if (values[line] != NONE) {
      all.addAll(log.values(values[line]));
    }
    return all;
  }
}
