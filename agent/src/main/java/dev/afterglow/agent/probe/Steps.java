// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.reflect.Field;
import java.util.List;

/**
 * Where step-woven code reports each call, line, end and exception, with the values of its
 * variables. What changed is rendered on the reporting thread and added to the {@link StepRecord}.
 *
 * <p>Reports never throw, never run the program's code and never wait for the window; they wait at
 * {@link Pace} only.
 */
public final class Steps {
  private static final Activation NOBODY = new Activation(null, null, null);

  /** Loaded here, as there may be no stack for that later. */
  private static final Class<?> DEATH = ThreadDeath.class;

  /** Nested calls that a report needs at least in order to do nothing. */
  private static final int LITTLE_ROOM = 20;

  /** Nested calls that take as much of the stack as a report, the loading of classes included. */
  private static final int ROOM = 600;

  private Steps() {}

  /** Chooses how values are shown; the fields are {@code Vector}'s own, made readable. */
  public static void values(boolean show, boolean callToString, Field data, Field count) {
    Values.choose(show, callToString, data, count);
  }

  /** Shows values whose names read like those of secrets, too, or masks them. */
  public static void secrets(boolean show) {
    Words.showSecrets(show);
  }

  /** Chooses what is told with the values of the steps besides them; on any thread. */
  public static void watch(List<String> expressions) {
    Watched.choose(expressions);
  }

  /** A method begins; the answer stands for the call in what it reports. */
  @Hidden
  @ForceInline
  public static Object enter(int methodId, Object[] arguments) {
    // A call may fail for want of stack at its begin, not at its end.
    Probes.room(LITTLE_ROOM);
    return StepGate.open() ? begin(methodId, arguments) : StepRecord.methods[methodId].unreported;
  }

  @Hidden
  private static Activation begin(int methodId, Object[] arguments) {
    try {
      StepThread thread = StepRecord.current();
      if (thread.busy || !hasRoom(thread)) {
        return NOBODY;
      }
      thread.busy = true;
      try {
        StepMethod method = StepRecord.methods[methodId];
        Activation call = new Activation(thread, method, thread.top);
        thread.top = call;
        if (StepRecord.recording) {
          thread.event.clear();
          begin(thread, StepBuffer.CALL, call);
          addArguments(call, arguments);
          StepRecord.append(thread, 1);
        }
        return call;
      } finally {
        thread.busy = false;
      }
    } catch (Throwable failed) {
      rethrow(failed);
      return NOBODY;
    }
  }

  /**
   * Whether the stack has room for reports of one more activation; where it ends, what the JDK
   * loads for them could fail for good.
   */
  private static boolean hasRoom(StepThread thread) {
    int depth = thread.top == null ? 0 : thread.top.depth + 1;
    if (depth <= thread.deepest) {
      return true;
    }
    try {
      Probes.room(ROOM);
    } catch (StackOverflowError nearTheEnd) {
      return false;
    }
    thread.deepest = depth;
    return true;
  }

  /** A line is about to run. */
  @Hidden
  @ForceInline
  public static void line(Object call, int point, Object[] values) {
    if (StepGate.open()) {
      visit((Activation) call, point, values);
    }
  }

  @Hidden
  private static void visit(Activation activation, int point, Object[] values) {
    StepThread thread = activation.thread;
    if (thread == null) {
      if (Pace.braked && activation.method != null) {
        Pace.turn(activation.method, activation.method.lines[point]);
      }
      return;
    }
    if (thread.busy) {
      return;
    }
    thread.busy = true;
    try {
      thread.top = activation;
      int line = activation.method.lines[point];
      activation.line = line;
      if (StepRecord.recording) {
        thread.event.clear();
        if (!activation.early) {
          Changes.find(activation, point, values);
        }
        begin(thread, StepBuffer.LINE, activation);
        thread.event.number(line);
        activation.onLine = true;
        if (activation.early) {
          // Since the line before has ended, this one has begun to run: i++ of a loop's header.
          Changes.find(activation, point, values);
        }
        StepRecord.append(thread, 1);
      }
      activation.early = false;
      if (Pace.braked) {
        Pace.line(thread, activation.method, line, activation.depth);
      }
    } catch (Throwable failed) {
      rethrow(failed);
    } finally {
      thread.busy = false;
    }
  }

  /** A line begins that is reported when control has gone round: the one before has ended. */
  @Hidden
  @ForceInline
  public static void early(Object call, int point, Object[] values) {
    if (StepGate.open()) {
      change((Activation) call, point, values, true);
    }
  }

  /** A variable was set that may go out of scope before the line's end. */
  @Hidden
  @ForceInline
  public static void set(Object call, int point, Object[] values) {
    if (StepGate.open()) {
      change((Activation) call, point, values, false);
    }
  }

  /** What a line has changed, told before its end: of all variables or of the one that was set. */
  @Hidden
  private static void change(Activation activation, int point, Object[] values, boolean early) {
    StepThread thread = activation.thread;
    if (thread == null || thread.busy || !StepRecord.recording) {
      return;
    }
    thread.busy = true;
    try {
      thread.event.clear();
      if (early) {
        Changes.find(activation, point, values);
      } else {
        Changes.findSet(activation, point, values);
      }
      StepRecord.append(thread, 0);
      activation.early |= early;
    } catch (Throwable failed) {
      rethrow(failed);
    } finally {
      thread.busy = false;
    }
  }

  /** A method is about to return nothing. */
  @Hidden
  @ForceInline
  public static void leave(Object call, int point, Object[] values) {
    if (StepGate.open()) {
      end(null, false, (Activation) call, point, values);
    } else {
      end((Activation) call);
    }
  }

  /** A method is about to return a result. */
  @Hidden
  @ForceInline
  public static void leaveWith(Object result, Object call, int point, Object[] values) {
    if (StepGate.open()) {
      end(result, true, (Activation) call, point, values);
    } else {
      end((Activation) call);
    }
  }

  /** The end of a call that is not reported, though its begin may have been. */
  @Hidden
  private static void end(Activation activation) {
    StepThread thread = activation.thread;
    if (thread != null && !thread.busy) {
      activation.ended = true;
      thread.top = activation.caller;
    }
  }

  @Hidden
  private static void end(
      Object result, boolean any, Activation activation, int point, Object[] values) {
    StepThread thread = activation.thread;
    if (thread == null || thread.busy) {
      return;
    }
    thread.busy = true;
    try {
      if (StepRecord.recording) {
        thread.event.clear();
        Changes.find(activation, point, values);
        begin(thread, StepBuffer.RETURN, activation);
        thread.event.number(activation.method.lines[point]);
        thread.event.put(any ? 1 : 0);
        if (any) {
          thread.text.setLength(0);
          Values.render(thread.text, result, Words.secrecy(activation.method.name), 0);
          thread.event.string(thread.text);
        }
        StepRecord.append(thread, 1);
      }
    } catch (Throwable failed) {
      rethrow(failed);
    } finally {
      activation.ended = true;
      thread.top = activation.caller;
      thread.busy = false;
    }
  }

  /** An exception comes to a {@code finally}, or to what closes a resource: that has no line. */
  @Hidden
  public static void passes(Throwable exception, Object call, int point) {
    Activation activation = (Activation) call;
    StepThread thread = reporter(exception, activation, -1);
    if (thread == null || activation.ended) {
      return;
    }
    thread.busy = true;
    try {
      thread.top = activation;
      activation.passes(exception);
      int line = activation.cameFrom(exception);
      int at = activation.method.lines[point];
      if (StepRecord.recording && at > 0) {
        thread.event.clear();
        begin(thread, StepBuffer.PASS, activation);
        thread.event.number(at);
        addException(thread, exception);
        thread.event.number(line);
        StepRecord.append(thread, 1);
      }
      if (Pace.braked) {
        Pace.exception(thread, activation, exception, line);
      }
    } catch (Throwable failed) {
      rethrow(failed);
    } finally {
      thread.busy = false;
    }
  }

  /** An exception leaves a method. */
  @Hidden
  public static void thrown(Throwable exception, Object call) {
    Activation activation = (Activation) call;
    StepThread thread = reporter(exception, activation, -1);
    if (thread == null || activation.ended) {
      return;
    }
    thread.busy = true;
    try {
      thread.top = activation;
      int line = activation.cameFrom(exception);
      if (StepRecord.recording) {
        thread.event.clear();
        begin(thread, StepBuffer.THROW, activation);
        thread.event.number(line);
        addException(thread, exception);
        if (!(exception instanceof VirtualMachineError)) {
          // The end of the stack or of memory is no time for more than the exception.
          Changes.tellFields(activation);
        }
        StepRecord.append(thread, 1);
      }
      if (Pace.braked) {
        Pace.exception(thread, activation, exception, line);
      }
    } catch (Throwable failed) {
      rethrow(failed);
    } finally {
      activation.ended = true;
      thread.top = activation.caller;
      thread.busy = false;
    }
  }

  /** A handler caught an exception. */
  @Hidden
  @ForceInline
  public static void caught(Throwable exception, Object call, int point, Object[] values) {
    if (StepGate.open()) {
      handle(exception, (Activation) call, point, values);
    }
  }

  @Hidden
  private static void handle(
      Throwable exception, Activation activation, int point, Object[] values) {
    StepThread thread = reporter(exception, activation, point);
    if (thread == null) {
      return;
    }
    thread.busy = true;
    try {
      thread.top = activation;
      activation.caught(exception);
      int line = activation.method.lines[point];
      if (StepRecord.recording) {
        thread.event.clear();
        Changes.find(activation, point, values);
        begin(thread, StepBuffer.CATCH, activation);
        thread.event.number(line);
        addException(thread, exception);
        if (!activation.fieldsTold) {
          Changes.tellFields(activation); // once: a loop may catch many
        }
        StepRecord.append(thread, 1);
        activation.onLine = false;
      }
      if (Pace.braked) {
        Pace.exception(thread, activation, exception, line);
      }
    } catch (Throwable failed) {
      rethrow(failed);
    } finally {
      thread.busy = false;
    }
  }

  /**
   * The thread that is to report what an exception does in a call; null while it reports something
   * else, and for a call that began while nobody asked: that can only stop for it.
   *
   * @param point where it is caught, -1 where it leaves
   */
  @Hidden
  private static StepThread reporter(Throwable exception, Activation activation, int point) {
    StepThread thread = activation.thread;
    if (thread != null) {
      return thread.busy ? null : thread;
    }
    StepMethod method = activation.method;
    if (Pace.braked && method != null) {
      Pace.exception(method, exception, point < 0 ? 0 : method.lines[point]);
    }
    return null;
  }

  /** Who ends a thread by force means it; the end of the stack is the program's own affair. */
  private static void rethrow(Throwable failed) {
    if (failed instanceof StackOverflowError) {
      return; // where the stack ends a call would fail anew, and be seen in the program's trace
    }
    if (DEATH.isInstance(failed)) {
      throw (Error) failed;
    }
    if (failed instanceof OutOfMemoryError) {
      StepRecord.failure = Boxes.NO_MEMORY; // asking for its name takes some, the first time
    } else {
      StepRecord.failure = failed.getClass().getName();
    }
  }

  private static void begin(StepThread thread, int what, Activation activation) {
    StepBuffer event = thread.event;
    event.put(what);
    event.number(activation.depth);
    event.number(activation.method.number);
  }

  private static void addException(StepThread thread, Throwable exception) {
    thread.event.string(exception.getClass().getName());
    thread.text.setLength(0);
    Throwables.message(thread.text, exception);
    thread.event.string(thread.text);
  }

  private static void addArguments(Activation call, Object[] arguments) {
    StepThread thread = call.thread;
    boolean none = arguments == null || !Values.shown() || Boxes.lost(arguments);
    int count = none ? 0 : arguments.length;
    thread.event.number(count);
    int first = call.method.hasThis ? 1 : 0;
    for (int i = 0; i < count; i++) {
      int v = first + i;
      call.seen.isNew(v, arguments[i], call.method.secrecy[v], thread);
      Changes.value(thread.event, v, null, thread.text, 0, 0);
    }
  }
}
