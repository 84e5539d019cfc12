// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.wire.ProtocolException;
import dev.afterglow.wire.StepMethodInfo;
import dev.afterglow.wire.Steps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the steps of one target into the log. Guarded by the session. */
final class StepReceiver implements Steps.Reader {
  private final int target;
  private final Map<Integer, ClassState> classes;
  private final StepLog log;
  private final boolean masks;
  private final Map<Integer, StepMethodInfo> announced = new HashMap<>();
  private final Map<Integer, Known> methods = new HashMap<>();
  private final Map<Long, Stack> threads = new HashMap<>();
  private Stack thread = new Stack(new ThreadKey(0, 0));

  private int leftOut;

  /** The values that are still to come, and for what. */
  private int open;

  private Known valuesOf;
  private List<Value> values = new ArrayList<>();
  private Runnable whenRead = () -> {};

  /** A method, its class and its variables. */
  private record Known(StepLog.Method method, ClassState of, List<Variable> variables) {}

  /** The activations of a thread that run, outermost first. */
  private static final class Stack {
    final ThreadKey key;
    final List<Frame> frames = new ArrayList<>();

    /** The THROW or CATCH that was its latest step, or {@link StepLog#NONE}. */
    int exception = StepLog.NONE;

    Stack(ThreadKey key) {
      this.key = key;
    }
  }

  /** An activation. */
  private static final class Frame {
    final int method;

    /** Its CALL step, or {@link StepLog#NONE}. */
    final int call;

    /** Its latest LINE step, or {@link StepLog#NONE}, and what that one changed so far. */
    int line = StepLog.NONE;

    List<Value> changed = List.of();

    Frame(int method, int call) {
      this.method = method;
      this.call = call;
    }
  }

  StepReceiver(int target, Map<Integer, ClassState> classes, StepLog log, boolean masks) {
    this.masks = masks;
    this.classes = classes;
    this.target = target;
    this.log = log;
  }

  /** Takes a method over; its class may come later, but before its first step. */
  void accept(StepMethodInfo info) {
    announced.put(info.method, info);
  }

  /** A method, or null if its class was too large to be told of. */
  private Known known(int method) {
    Known known = methods.get(method);
    StepMethodInfo info = known == null ? announced.get(method) : null;
    ClassState of = info == null ? null : classes.get(info.classId);
    if (of == null) {
      return known;
    }
    known =
        new Known(
            new StepLog.Method(
                of.file.key,
                of.info.className,
                info.name,
                info.descriptor,
                info.line,
                !info.variables.isEmpty() && info.variables.get(0).equals("this")),
            of,
            Variable.of(info, of));
    methods.put(method, known);
    return known;
  }

  /** How many steps came that are not in the log, as nobody wrote what they stand on. */
  int leftOut() {
    return leftOut;
  }

  void accept(Steps steps) {
    try {
      steps.read(this);
    } catch (ProtocolException impossible) {
      throw new IllegalStateException("The frame was checked when it came.", impossible);
    }
  }

  @Override
  public void thread(long id) {
    thread = threads.computeIfAbsent(id, i -> new Stack(new ThreadKey(target, i)));
  }

  @Override
  public void call(int depth, int method, int count) {
    thread.exception = StepLog.NONE;
    Known known = known(method);
    cut(depth);
    Stack of = thread;
    read(
        known,
        count,
        () -> {
          int call = StepLog.NONE;
          if (known != null) {
            int caller = of.frames.isEmpty() ? StepLog.NONE : top(of).call;
            call = log.addCall(of.key, known.method, of.frames.size(), caller, values);
          }
          of.frames.add(new Frame(method, call));
        });
  }

  @Override
  public void line(int depth, int method, int line) {
    Frame frame = frame(depth, method);
    Known known = known(method);
    if (known != null && !known.of.file.counts(known.of, line)) {
      leftOut++; // as a closing brace: what changed up to there is the line's before
      return;
    }
    frame.line = add(Kind.LINE, depth, method, line, frame, List.of());
    frame.changed = List.of();
  }

  @Override
  public void returned(int depth, int method, int line, String result) {
    Frame frame = frame(depth, method);
    List<Value> value = result == null ? List.of() : List.of(new Value("return", result));
    add(Kind.RETURN, depth, method, line, frame, value);
    cut(depth);
  }

  @Override
  public void thrown(int depth, int method, int line, String exception, String message) {
    Frame frame = frame(depth, method);
    int step = add(Kind.THROW, depth, method, line, frame, exception(exception, message));
    cut(depth);
    thread.exception = step;
  }

  @Override
  public void caught(int depth, int method, int line, String exception, String message) {
    Frame frame = frame(depth, method);
    int step = add(Kind.CATCH, depth, method, line, frame, exception(exception, message));
    frame.line = StepLog.NONE;
    thread.exception = step;
  }

  @Override
  public void passed(int depth, int method, int line, String exception, String message, int from) {
    Frame frame = frame(depth, method);
    List<Value> with = new ArrayList<>(exception(exception, message));
    with.add(new Value("from", Integer.toString(from)));
    add(Kind.PASS, depth, method, line, frame, with);
  }

  private static List<Value> exception(String name, String message) {
    return List.of(new Value("exception", name), new Value("message", message));
  }

  @Override
  public void changed(int depth, int method, int count) {
    int exception = thread.exception;
    // Of another depth they are what the line changed that the exception came out at.
    if (exception != StepLog.NONE && log.depth(exception) == depth) {
      read(known(method), count, () -> addFields(exception, values));
      return;
    }
    Frame frame = frame(depth, method);
    read(
        known(method),
        count,
        () -> {
          if (frame.line != StepLog.NONE) {
            frame.changed = merged(frame.changed, values);
            log.setValues(frame.line, frame.changed);
          }
        });
  }

  /** What the fields were that the call of an exception saw. */
  private void addFields(int step, List<Value> fields) {
    List<Value> all = new ArrayList<>(log.values(step));
    all.addAll(fields);
    log.setValues(step, all);
  }

  /** A line that goes on after a look at its variables has changed some twice. */
  private static List<Value> merged(List<Value> before, List<Value> more) {
    if (before.isEmpty()) {
      return more;
    }
    List<Value> all = new ArrayList<>(before);
    for (Value value : more) {
      all.removeIf(known -> known.name().equals(value.name()));
      all.add(value);
    }
    return all;
  }

  @Override
  public void value(int variable, String name, String text, int from, int to) {
    if (variable < 0) {
      values.add(new Value(name, text, from, to));
    } else if (valuesOf != null && variable < valuesOf.variables.size()) {
      Variable of = valuesOf.variables.get(variable);
      String shown = of.text(text, masks);
      boolean same = shown.equals(text);
      if (of.name() != null) {
        values.add(new Value(of.name(), shown, same ? from : 0, same ? to : 0));
      }
    }
    open--;
    if (open == 0) {
      whenRead.run();
    }
  }

  private void read(Known of, int count, Runnable then) {
    valuesOf = of;
    values = new ArrayList<>(count);
    open = count;
    whenRead = then;
    if (count == 0) {
      then.run();
    }
  }

  private int add(Kind kind, int depth, int method, int line, Frame frame, List<Value> with) {
    Known known = known(method);
    return known == null
        ? StepLog.NONE
        : log.add(kind, thread.key, known.method, line, depth, frame.call, with);
  }

  /** The activation of a step: those inside it have ended, whatever was told of them. */
  private Frame frame(int depth, int method) {
    thread.exception = StepLog.NONE;
    cut(depth + 1);
    if (thread.frames.size() > depth && top(thread).method != method) {
      cut(depth);
    }
    fill(depth + 1, method);
    return top(thread);
  }

  private void cut(int depth) {
    List<Frame> frames = thread.frames;
    while (frames.size() > depth) {
      frames.remove(frames.size() - 1);
    }
    fill(depth, StepLog.NONE);
  }

  /** Activations that began before steps were recorded. */
  private void fill(int depth, int method) {
    while (thread.frames.size() < depth) {
      thread.frames.add(new Frame(method, StepLog.NONE));
    }
  }

  private static Frame top(Stack of) {
    return of.frames.get(of.frames.size() - 1);
  }
}
