// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The payload of each kind of frame; {@link FrameEncoder} is the other half. What follows the known
 * fields of a frame belongs to a newer version and is ignored.
 */
final class FrameDecoder {
  private static final int STATES = 6;

  private FrameDecoder() {}

  static boolean isKnown(int type) {
    return (type >= FrameType.TARGET && type <= FrameType.UNCAUGHT)
        || (type >= FrameType.STEP_METHOD && type <= FrameType.LATER_STEPS)
        || isCommand(type);
  }

  static boolean isCommand(int type) {
    return (type >= FrameType.WELCOME && type <= FrameType.EXPRESSIONS) || type == FrameType.RUN;
  }

  static Frame decode(int type, Decoder in) throws ProtocolException {
    switch (type) {
      case FrameType.TARGET:
        return target(in);
      case FrameType.CLASS:
        return classInfo(in);
      case FrameType.COUNTS:
        return counts(in, in.number(Limits.MAX_CLASSES - 1, "A class"), 0);
      case FrameType.THREAD_COUNTS:
        return threadCounts(in);
      case FrameType.TICK:
        return new Tick(in.number());
      case FrameType.THREADS:
        return threads(in);
      case FrameType.NOTICE:
        return notice(in);
      case FrameType.BYE:
        return new Bye();
      case FrameType.UNCAUGHT:
        return uncaught(in);
      case FrameType.WELCOME:
        return new Welcome();
      case FrameType.WATCH:
        return watch(in);
      case FrameType.SELECT_THREAD:
        return new SelectThread(in.number());
      case FrameType.EXPRESSIONS:
        return expressions(in);
      case FrameType.STEP_METHOD:
        return stepMethod(in);
      case FrameType.STEPS:
      case FrameType.LATER_STEPS:
        return steps(in, type == FrameType.LATER_STEPS);
      case FrameType.RUN_STATE:
        return runState(in);
      case FrameType.STEP_THREAD:
        return new StepThreadInfo(in.number(), in.string());
      case FrameType.RUN:
        return run(in);
      default:
        throw new IllegalArgumentException("No decoding for frame " + type);
    }
  }

  private static TargetInfo target(Decoder in) throws ProtocolException {
    return new TargetInfo(in.number(), in.number(), in.string(), in.string(), in.string());
  }

  private static ClassInfo classInfo(Decoder in) throws ProtocolException {
    int classId = in.number(Limits.MAX_CLASSES - 1, "A class");
    String className = in.string();
    String loader = in.string();
    String sourceFile = in.string();
    int counters = in.number(Limits.MAX_COUNTERS, "The number of counters");
    String note = in.string();
    List<LineInfo> lines = lines(in, counters);
    List<LoopInfo> loops = loops(in, counters);
    return new ClassInfo(classId, className, loader, sourceFile, counters, lines, loops, note);
  }

  private static List<LineInfo> lines(Decoder in, int counters) throws ProtocolException {
    LineInfo[] lines = new LineInfo[in.length(2 * Limits.MAX_LINE, 4, "The number of lines")];
    int line = 0;
    for (int i = 0; i < lines.length; i++) {
      line += line(in);
      if (line < 1 || line > Limits.MAX_LINE) {
        throw Decoder.outOfRange("A line", line);
      }
      int kind = in.octet(LineInfo.SECOND, "The kind of a line");
      lines[i] = new LineInfo(line, kind, in.octet(), in.terms(counters));
    }
    return list(lines);
  }

  private static List<LoopInfo> loops(Decoder in, int counters) throws ProtocolException {
    LoopInfo[] loops = new LoopInfo[in.length(Limits.MAX_LOOPS, 7, "The number of loops")];
    for (int i = 0; i < loops.length; i++) {
      int line = line(in);
      int firstLine = line(in);
      int lastLine = line(in);
      int shape = in.octet(LoopInfo.ENDLESS, "The shape of a loop");
      boolean second = in.flag();
      int[] rounds = in.terms(counters);
      int[] arrivals = in.terms(counters);
      loops[i] = new LoopInfo(line, firstLine, lastLine, shape, second, rounds, arrivals);
    }
    return list(loops);
  }

  private static Counts threadCounts(Decoder in) throws ProtocolException {
    int classId = in.number(Limits.MAX_CLASSES - 1, "A class");
    long threadId = in.number();
    if (threadId == 0) {
      throw Decoder.outOfRange("A thread", threadId);
    }
    return counts(in, classId, threadId);
  }

  private static Counts counts(Decoder in, int classId, long threadId) throws ProtocolException {
    int length = in.length(Limits.MAX_COUNTERS, 2, "The number of counts");
    int[] counters = new int[length];
    long[] totals = new long[length];
    int next = 0;
    for (int i = 0; i < length; i++) {
      counters[i] = next + in.number(Limits.MAX_COUNTERS - 1 - next, "A counter");
      totals[i] = in.number();
      next = counters[i] + 1;
    }
    return new Counts(classId, threadId, counters, totals);
  }

  private static StepMethodInfo stepMethod(Decoder in) throws ProtocolException {
    int method = in.number(Limits.MAX_METHODS - 1, "A method");
    int classId = in.number(Limits.MAX_CLASSES - 1, "A class");
    String name = in.string();
    String descriptor = in.string();
    int line = line(in);
    String[] variables = new String[in.length(Limits.MAX_VARIABLES, 1, "The variables")];
    for (int i = 0; i < variables.length; i++) {
      variables[i] = in.string();
    }
    return new StepMethodInfo(method, classId, name, descriptor, line, list(variables));
  }

  private static Steps steps(Decoder in, boolean later) throws ProtocolException {
    Steps steps = new Steps(in.rest(), later);
    steps.read(new Steps.Nobody());
    return steps;
  }

  private static RunState runState(Decoder in) throws ProtocolException {
    return new RunState(
        in.flag(),
        in.flag(),
        in.number(),
        in.number(),
        in.string(),
        line(in),
        in.string(),
        in.number(),
        in.number());
  }

  private static RunCommand run(Decoder in) throws ProtocolException {
    int what = in.octet(RunCommand.STEPS, "A command");
    return new RunCommand(what, in.number(), in.string(), line(in), in.number());
  }

  private static Notice notice(Decoder in) throws ProtocolException {
    // A kind that a newer agent knows is still a sentence to show.
    int kind = in.number() == Notice.CLASS_LEFT ? Notice.CLASS_LEFT : Notice.GENERAL;
    return new Notice(kind, in.string(), in.string());
  }

  private static Watch watch(Decoder in) throws ProtocolException {
    int millis = in.number(Watch.MAX_MILLIS, "The time between samples");
    if (millis > 0 && millis < Watch.MIN_MILLIS) {
      throw Decoder.outOfRange("The time between samples", millis);
    }
    return new Watch(millis);
  }

  private static Expressions expressions(Decoder in) throws ProtocolException {
    String[] all = new String[in.length(Limits.MAX_EXPRESSIONS, 1, "The watched expressions")];
    for (int i = 0; i < all.length; i++) {
      all[i] = in.string();
    }
    return new Expressions(list(all));
  }

  private static Uncaught uncaught(Decoder in) throws ProtocolException {
    String[] names = names(in);
    long threadId = in.number();
    String threadName = in.string();
    Uncaught.Thrown[] chain = thrown(in, names);
    if (chain.length == 0) {
      throw Decoder.outOfRange("The exceptions of a thread", 0);
    }
    // An older agent tells of none that were suppressed.
    for (int i = 0; i < chain.length && in.left() > 0; i++) {
      Uncaught.Thrown of = chain[i];
      chain[i] =
          new Uncaught.Thrown(
              of.className, of.message, of.depth, of.stack, list(thrown(in, names)));
    }
    return new Uncaught(threadId, threadName, list(chain));
  }

  private static Uncaught.Thrown[] thrown(Decoder in, String[] names) throws ProtocolException {
    Uncaught.Thrown[] all =
        new Uncaught.Thrown[in.length(Limits.MAX_CAUSES, 4, "The number of exceptions")];
    for (int i = 0; i < all.length; i++) {
      String className = in.string();
      String message = in.string();
      int depth = in.number(Integer.MAX_VALUE, "The depth of a trace");
      all[i] =
          new Uncaught.Thrown(
              className,
              message,
              depth,
              stack(in, names),
              Collections.<Uncaught.Thrown>emptyList());
    }
    return all;
  }

  private static String[] names(Decoder in) throws ProtocolException {
    String[] names = new String[in.length(Limits.MAX_NAMES, 1, "The number of names")];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.string();
    }
    return names;
  }

  private static Threads threads(Decoder in) throws ProtocolException {
    String[] names = names(in);
    ThreadInfo[] threads = new ThreadInfo[in.length(Limits.MAX_THREADS, 6, "The threads")];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = thread(in, names);
    }
    return new Threads(list(threads));
  }

  private static ThreadInfo thread(Decoder in, String[] names) throws ProtocolException {
    long id = in.number();
    String name = in.string();
    int state = in.octet(STATES - 1, "The state of a thread");
    boolean virtual = in.flag();
    int depth = in.number(Integer.MAX_VALUE, "The depth of a stack");
    return new ThreadInfo(id, name, state, virtual, depth, stack(in, names));
  }

  private static List<StackFrame> stack(Decoder in, String[] names) throws ProtocolException {
    StackFrame[] stack = new StackFrame[in.length(Limits.MAX_STACK, 5, "The frames of a stack")];
    for (int i = 0; i < stack.length; i++) {
      String className = name(in, names);
      String method = name(in, names);
      String sourceFile = name(in, names);
      stack[i] = new StackFrame(className, method, sourceFile, line(in), in.flag());
    }
    return list(stack);
  }

  private static String name(Decoder in, String[] names) throws ProtocolException {
    return names[in.number(names.length - 1, "A name")];
  }

  private static int line(Decoder in) throws ProtocolException {
    return in.number(Limits.MAX_LINE, "A line");
  }

  private static <T> List<T> list(T[] items) {
    return Collections.unmodifiableList(Arrays.asList(items));
  }
}
