// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.Limits;
import dev.afterglow.wire.StackFrame;
import dev.afterglow.wire.ThreadInfo;
import dev.afterglow.wire.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the stacks of the threads that run woven code. */
final class StackSampler {
  /** Stacks of more threads are not taken; each stops its thread for a moment. */
  private static final int MAX_STACKS = 256;

  private static final String OURS = "dev.afterglow.agent.";

  /** A probe that waits is not deeper than this. */
  private static final int MAX_OURS = 24;

  private final Set<String> woven = new HashSet<String>();
  private int known;
  private final Streamer streamer;
  private final CounterSource source;

  StackSampler(Streamer streamer, CounterSource source) {
    this.streamer = streamer;
    this.source = source;
  }

  Threads sample(Thread[] threads) {
    learn();
    List<ThreadInfo> infos = new ArrayList<ThreadInfo>();
    for (Thread thread : threads) {
      if (infos.size() < Limits.MAX_THREADS && thread.isAlive()) {
        infos.add(look(thread, infos.size() < MAX_STACKS));
      }
    }
    return new Threads(infos);
  }

  private void learn() {
    for (ClassInfo info : streamer.classesFrom(known)) {
      woven.add(info.className);
      known++;
    }
  }

  /** The frames of an exception. */
  List<StackFrame> frames(StackTraceElement[] trace) {
    learn();
    return frames(trace, 0, trace.length);
  }

  @SuppressWarnings("EnumOrdinal") // The wire's states are Java's, unchanged since Java 5.
  private ThreadInfo look(Thread thread, boolean withStack) {
    Thread.State state = thread.getState();
    List<StackFrame> frames = Collections.<StackFrame>emptyList();
    int depth = 0;
    if (withStack) {
      StackTraceElement[] stack = thread.getStackTrace();
      int top = top(stack);
      depth = stack.length - top;
      frames = frames(stack, top, depth);
    }
    return new ThreadInfo(
        source.id(thread), thread.getName(), state.ordinal(), Jdk.isVirtual(thread), depth, frames);
  }

  /** Where the program's own frames begin: below a probe, and below what a probe waits in. */
  private int top(StackTraceElement[] stack) {
    int top = 0;
    for (int i = 0; i < stack.length && i < MAX_OURS; i++) {
      String name = stack[i].getClassName();
      if (name.startsWith(OURS)) {
        top = i + 1;
      } else if (woven.contains(name)) {
        break;
      }
    }
    return top;
  }

  private List<StackFrame> frames(StackTraceElement[] stack, int top, int depth) {
    List<StackFrame> frames = new ArrayList<StackFrame>();
    boolean whole = depth <= Limits.MAX_STACK;
    int inner = top + (whole ? depth : Limits.MAX_INNER_FRAMES);
    for (int i = top; i < inner; i++) {
      frames.add(frame(stack[i]));
    }
    int outer = whole ? stack.length : stack.length - Limits.MAX_OUTER_FRAMES;
    for (int i = outer; i < stack.length; i++) {
      frames.add(frame(stack[i]));
    }
    return frames;
  }

  private StackFrame frame(StackTraceElement element) {
    String file = element.getFileName();
    boolean own = woven.contains(element.getClassName());
    int number = element.getLineNumber();
    int line = own ? streamer.line(element.getClassName(), number) : number;
    return new StackFrame(
        element.getClassName(),
        element.getMethodName(),
        file == null ? "" : file,
        Math.max(0, Math.min(line, Limits.MAX_LINE)),
        own);
  }
}
