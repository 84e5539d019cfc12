// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The payload of each kind of frame; {@link FrameDecoder} is the other half. */
final class FrameEncoder {

  private FrameEncoder() {}

  static void encode(Frame frame, Encoder out) {
    switch (frame.type()) {
      case FrameType.TARGET:
        target((TargetInfo) frame, out);
        break;
      case FrameType.CLASS:
        classInfo((ClassInfo) frame, out);
        break;
      case FrameType.COUNTS:
      case FrameType.THREAD_COUNTS:
        counts((Counts) frame, out);
        break;
      case FrameType.TICK:
        out.number(((Tick) frame).nanos);
        break;
      case FrameType.THREADS:
        threads((Threads) frame, out);
        break;
      case FrameType.NOTICE:
        notice((Notice) frame, out);
        break;
      case FrameType.WATCH:
        out.number(((Watch) frame).everyMillis);
        break;
      case FrameType.SELECT_THREAD:
        out.number(((SelectThread) frame).threadId);
        break;
      case FrameType.EXPRESSIONS:
        out.number(((Expressions) frame).all.size());
        for (String expression : ((Expressions) frame).all) {
          out.string(expression);
        }
        break;
      case FrameType.STEP_METHOD:
        stepMethod((StepMethodInfo) frame, out);
        break;
      case FrameType.STEPS:
      case FrameType.LATER_STEPS:
        out.put(((Steps) frame).bytes, 0, ((Steps) frame).bytes.length);
        break;
      case FrameType.RUN_STATE:
        runState((RunState) frame, out);
        break;
      case FrameType.STEP_THREAD:
        out.number(((StepThreadInfo) frame).threadId);
        out.string(((StepThreadInfo) frame).name);
        break;
      case FrameType.RUN:
        run((RunCommand) frame, out);
        break;
      case FrameType.UNCAUGHT:
        uncaught((Uncaught) frame, out);
        break;
      case FrameType.BYE:
      case FrameType.WELCOME:
        break;
      default:
        throw new IllegalArgumentException("No encoding for frame " + frame.type());
    }
  }

  private static void target(TargetInfo target, Encoder out) {
    out.number(target.pid);
    out.number(target.startMillis);
    out.string(target.javaVersion);
    out.string(target.command);
    out.string(target.agentVersion);
  }

  private static void classInfo(ClassInfo info, Encoder out) {
    out.number(info.classId);
    out.string(info.className);
    out.string(info.loader);
    out.string(info.sourceFile);
    out.number(info.counters);
    out.string(info.note);
    out.number(info.lines.size());
    int line = 0;
    for (LineInfo entry : info.lines) {
      out.number(entry.line - line);
      line = entry.line;
      out.put(entry.kind);
      out.put(entry.flags);
      out.terms(entry.terms);
    }
    out.number(info.loops.size());
    for (LoopInfo loop : info.loops) {
      out.number(loop.line);
      out.number(loop.firstLine);
      out.number(loop.lastLine);
      out.put(loop.shape);
      out.flag(loop.second);
      out.terms(loop.rounds);
      out.terms(loop.arrivals);
    }
  }

  private static void counts(Counts counts, Encoder out) {
    out.number(counts.classId);
    if (counts.type() == FrameType.THREAD_COUNTS) {
      out.number(counts.threadId);
    }
    out.number(counts.counters.length);
    int next = 0;
    for (int i = 0; i < counts.counters.length; i++) {
      // Counters ascend: most often the next one follows, which takes one byte.
      out.number(counts.counters[i] - next);
      out.number(counts.totals[i]);
      next = counts.counters[i] + 1;
    }
  }

  private static void stepMethod(StepMethodInfo info, Encoder out) {
    out.number(info.method);
    out.number(info.classId);
    out.string(info.name);
    out.string(info.descriptor);
    out.number(info.line);
    out.number(info.variables.size());
    for (String variable : info.variables) {
      out.string(variable);
    }
  }

  private static void runState(RunState state, Encoder out) {
    out.flag(state.steps);
    out.flag(state.paused);
    out.number(state.milliSpeed);
    out.number(state.thread);
    out.string(state.className);
    out.number(state.line);
    out.string(state.why);
    out.number(state.recorded);
    out.number(state.budget);
  }

  private static void run(RunCommand command, Encoder out) {
    out.put(command.what);
    out.number(command.thread);
    out.string(command.file);
    out.number(command.line);
    out.number(command.number);
  }

  private static void notice(Notice notice, Encoder out) {
    out.number(notice.kind);
    out.string(notice.subject);
    out.string(notice.text);
  }

  private static void uncaught(Uncaught uncaught, Encoder out) {
    List<List<StackFrame>> stacks = new ArrayList<List<StackFrame>>();
    for (Uncaught.Thrown thrown : uncaught.chain) {
      stacks.add(thrown.stack);
      for (Uncaught.Thrown suppressed : thrown.suppressed) {
        stacks.add(suppressed.stack);
      }
    }
    Map<String, Integer> numbers = names(stacks, out);
    out.number(uncaught.threadId);
    out.string(uncaught.threadName);
    out.number(uncaught.chain.size());
    for (Uncaught.Thrown thrown : uncaught.chain) {
      thrown(thrown, numbers, out);
    }
    for (Uncaught.Thrown thrown : uncaught.chain) {
      out.number(thrown.suppressed.size());
      for (Uncaught.Thrown suppressed : thrown.suppressed) {
        thrown(suppressed, numbers, out);
      }
    }
  }

  private static void thrown(Uncaught.Thrown thrown, Map<String, Integer> numbers, Encoder out) {
    out.string(thrown.className);
    out.string(thrown.message);
    stack(thrown.depth, thrown.stack, numbers, out);
  }

  private static void threads(Threads threads, Encoder out) {
    List<List<StackFrame>> stacks = new ArrayList<List<StackFrame>>();
    for (ThreadInfo thread : threads.threads) {
      stacks.add(thread.stack);
    }
    Map<String, Integer> numbers = names(stacks, out);
    out.number(threads.threads.size());
    for (ThreadInfo thread : threads.threads) {
      thread(thread, numbers, out);
    }
  }

  /** Stacks repeat few names often: the names come first, the frames refer to them. */
  private static Map<String, Integer> names(List<List<StackFrame>> stacks, Encoder out) {
    Map<String, Integer> numbers = new HashMap<String, Integer>();
    List<String> names = new ArrayList<String>();
    for (List<StackFrame> stack : stacks) {
      for (StackFrame frame : stack) {
        collect(frame.className, numbers, names);
        collect(frame.method, numbers, names);
        collect(frame.sourceFile, numbers, names);
      }
    }
    out.number(names.size());
    for (String name : names) {
      out.string(name);
    }
    return numbers;
  }

  private static void collect(String name, Map<String, Integer> numbers, List<String> names) {
    if (!numbers.containsKey(name)) {
      numbers.put(name, names.size());
      names.add(name);
    }
  }

  private static void thread(ThreadInfo thread, Map<String, Integer> numbers, Encoder out) {
    out.number(thread.id);
    out.string(thread.name);
    out.put(thread.state);
    out.flag(thread.virtual);
    stack(thread.depth, thread.stack, numbers, out);
  }

  private static void stack(
      int depth, List<StackFrame> stack, Map<String, Integer> numbers, Encoder out) {
    out.number(depth);
    out.number(stack.size());
    for (StackFrame frame : stack) {
      out.number(numbers.get(frame.className));
      out.number(numbers.get(frame.method));
      out.number(numbers.get(frame.sourceFile));
      out.number(frame.line);
      out.flag(frame.woven);
    }
  }
}
