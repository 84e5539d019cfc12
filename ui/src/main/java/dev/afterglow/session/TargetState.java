// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.TargetPicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.UncaughtException.Thrown;
import dev.afterglow.wire.RunState;
import dev.afterglow.wire.StackFrame;
import dev.afterglow.wire.TargetInfo;
import dev.afterglow.wire.ThreadInfo;
import dev.afterglow.wire.Threads;
import dev.afterglow.wire.Uncaught;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One JVM: its classes by the agent's numbers, its threads. Guarded by the session. */
final class TargetState {
  private static final Thread.State[] STATES = Thread.State.values();

  final int id;
  final StepReceiver steps;

  /** How it is made to run, or null before it said so. */
  RunState run;

  private final TargetInfo info;
  final Map<Integer, ClassState> classes = new HashMap<>();
  private final Map<String, FileKey> files = new HashMap<>();
  private List<ThreadPicture> threads = List.of();
  boolean connected = true;
  boolean saidBye;
  long lastTick = -1;

  TargetState(int id, TargetInfo info, StepLog log, boolean masks) {
    this.id = id;
    this.steps = new StepReceiver(id, classes, log, masks);
    this.info = info;
  }

  /** The source file of a class, or null. */
  FileKey fileOf(String className) {
    return files.get(className);
  }

  void add(int classId, ClassState state) {
    ClassState known = classes.putIfAbsent(classId, state);
    if (known != null) {
      known.addElsewhere(state);
      files.putIfAbsent(state.info.className, state.file.key);
    } else {
      files.put(state.info.className, state.file.key);
    }
  }

  /** No thread is left. */
  void forgetThreads() {
    threads = List.of();
  }

  /** Takes the threads over; returns whether anything changed. */
  boolean accept(Threads frame) {
    List<ThreadPicture> pictures = new ArrayList<>(frame.threads.size());
    for (ThreadInfo thread : frame.threads) {
      Thread.State state =
          thread.state >= 0 && thread.state < STATES.length
              ? STATES[thread.state]
              : Thread.State.RUNNABLE;
      pictures.add(
          new ThreadPicture(
              id,
              thread.id,
              thread.name,
              state,
              thread.virtual,
              thread.depth,
              frames(thread.stack)));
    }
    boolean changed = !threads.equals(pictures);
    if (changed) {
      threads = List.copyOf(pictures);
    }
    return changed;
  }

  /**
   * The threads. One that an exception stopped shows the line that threw: its stack is in the code
   * behind, which only looks on.
   */
  List<ThreadPicture> threads() {
    if (run == null || !run.paused || run.line == 0) {
      return threads;
    }
    return threads.stream().map(each -> each.id() == run.thread ? standing(each) : each).toList();
  }

  private ThreadPicture standing(ThreadPicture thread) {
    List<FramePicture> frames = new ArrayList<>(thread.frames());
    int own = 0;
    while (own < frames.size() && frames.get(own).file() == null) {
      own++;
    }
    if (own == frames.size() || !frames.get(own).className().equals(run.className)) {
      return thread;
    }
    FramePicture of = frames.get(own);
    frames.set(own, new FramePicture(of.className(), of.method(), of.file(), run.line));
    return new ThreadPicture(
        id,
        thread.id(),
        thread.name(),
        thread.state(),
        thread.virtual(),
        thread.depth(),
        List.copyOf(frames));
  }

  /** Takes an exception over. */
  UncaughtException accept(Uncaught frame) {
    List<Thrown> chain = new ArrayList<>();
    for (Uncaught.Thrown each : frame.chain) {
      chain.add(thrown(each));
    }
    return new UncaughtException(
        new ThreadKey(id, frame.threadId), frame.threadName, List.copyOf(chain));
  }

  private Thrown thrown(Uncaught.Thrown of) {
    List<Thrown> suppressed = of.suppressed.stream().map(this::thrown).toList();
    return new Thrown(of.className, of.message, of.depth, frames(of.stack), suppressed);
  }

  private List<FramePicture> frames(List<StackFrame> stack) {
    List<FramePicture> frames = new ArrayList<>(stack.size());
    for (StackFrame each : stack) {
      frames.add(
          new FramePicture(
              each.className,
              each.method,
              each.woven ? files.get(each.className) : null,
              each.line));
    }
    return List.copyOf(frames);
  }

  TargetPicture picture(long now) {
    return new TargetPicture(
        id,
        info.pid,
        info.command,
        info.javaVersion,
        connected,
        lastTick < 0 ? -1 : Math.max(0, now - lastTick));
  }
}
