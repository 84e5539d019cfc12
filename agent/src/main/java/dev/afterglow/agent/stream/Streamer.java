// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.Frame;
import dev.afterglow.wire.Notice;
import dev.afterglow.wire.Uncaught;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the window, or a recording, what the counters say. One daemon thread polls and sends; the
 * target's threads only append to a list, so the target never waits for the window.
 *
 * <p>Frames carry totals, so nothing has to be kept for a window that stalls: the next tick that
 * gets through says it all.
 */
public final class Streamer {
  /**
   * How long the end of the JVM may be held up for the last counts, and since steps were last
   * taken: on a busy machine a short program ends before its window has answered.
   */
  private static final long LAST_MILLIS = 4000;

  /** The same in all. */
  private static final long MOST_MILLIS = 12_000;

  /** More notices than anybody reads would only cost memory. */
  private static final int MAX_NOTICES = 1000;

  private final Object lock = new Object();

  /** Classes in the order they were woven, under {@link #lock}. */
  private final List<ClassInfo> classes = new ArrayList<ClassInfo>();

  /** By class what {@link #line} looks up, under {@link #lock}. */
  private final Map<String, List<int[]>> inlinedCalls = new HashMap<String, List<int[]>>();

  /** Notices and exceptions in order, under {@link #lock}. */
  private final List<Frame> notices = new ArrayList<Frame>();

  private boolean ending;
  private boolean woken;
  private boolean done = true;

  /** When steps were last taken, under {@link #lock}. */
  private long stepsTaken;

  /**
   * Begins to send.
   *
   * @throws IllegalArgumentException with a sentence for the user if the recording cannot be
   *     written
   */
  public void start(StreamConfig config, CounterSource source, StepSource steps) {
    Pump pump = new Pump(config, source, steps, this, record(config));
    if (pump.hasNothingToDo()) {
      return;
    }
    done = false;
    Thread thread = new Thread(rootGroup(), pump, "afterglow-streamer");
    thread.setDaemon(true);
    // The target's loaders must not be kept alive by a thread of ours.
    thread.setContextClassLoader(null);
    thread.start();
  }

  /**
   * Announces a class, and what of other files is in it; its counters are sent from now on.
   *
   * @param calls line numbers in its stack frames that stand for others: first, last, the line
   */
  public void classWoven(List<ClassInfo> infos, List<int[]> calls) {
    synchronized (lock) {
      classes.addAll(infos);
      if (!calls.isEmpty()) {
        inlinedCalls.put(infos.get(0).className, calls);
      }
    }
  }

  /** The source line that a stack frame's line number stands for. */
  int line(String className, int number) {
    List<int[]> calls;
    synchronized (lock) {
      calls = inlinedCalls.get(className);
    }
    for (int i = 0; calls != null && i < calls.size(); i++) {
      int[] call = calls.get(i);
      if (number >= call[0] && number <= call[1]) {
        return call[2];
      }
    }
    return number;
  }

  /** Tells the user something. */
  public void notice(Notice notice) {
    synchronized (lock) {
      if (notices.size() < MAX_NOTICES) {
        notices.add(notice);
      }
    }
  }

  /** Tells of an exception. */
  void uncaught(Uncaught exception) {
    synchronized (lock) {
      notices.add(exception);
    }
  }

  /**
   * Sends the last totals and steps; returns when they are on their way, or four seconds after the
   * window last took steps.
   */
  public void finish() {
    long start = System.nanoTime();
    synchronized (lock) {
      stepsTaken = start;
      ending = true;
      lock.notifyAll();
      while (!done) {
        long waited = (System.nanoTime() - start) / 1_000_000L;
        long most = (stepsTaken - start) / 1_000_000L + LAST_MILLIS;
        long left = Math.min(most, MOST_MILLIS) - waited;
        if (left <= 0) {
          return;
        }
        try {
          lock.wait(left);
        } catch (InterruptedException goOn) {
          // The JVM ends; nobody is left who could mean this thread.
        }
      }
    }
  }

  /** The classes from a number on. */
  public List<ClassInfo> classesFrom(int first) {
    synchronized (lock) {
      return new ArrayList<ClassInfo>(classes.subList(first, classes.size()));
    }
  }

  /** The notices from a number on. */
  List<Frame> noticesFrom(int first) {
    synchronized (lock) {
      return new ArrayList<Frame>(notices.subList(first, notices.size()));
    }
  }

  /** Whether the JVM ends. */
  boolean ending() {
    synchronized (lock) {
      return ending;
    }
  }

  /** Wakes the pump before its time. */
  public void wake() {
    synchronized (lock) {
      woken = true;
      lock.notifyAll();
    }
  }

  /** Lets time pass, less if something is to be done at once. */
  void pause(long nanos) {
    long end = System.nanoTime() + nanos;
    synchronized (lock) {
      long left = nanos;
      while (!ending && !woken && left > 0) {
        try {
          lock.wait(left / 1_000_000L, (int) (left % 1_000_000L));
        } catch (InterruptedException goOn) {
          // A program that interrupts every thread it finds does not end the counting.
        }
        left = end - System.nanoTime();
      }
      woken = false;
    }
  }

  /** Somebody has taken some steps. */
  void stepsTaken() {
    synchronized (lock) {
      stepsTaken = System.nanoTime();
    }
  }

  /** The pump has sent all. */
  void done() {
    synchronized (lock) {
      done = true;
      lock.notifyAll();
    }
  }

  private static RecordLink record(StreamConfig config) {
    File file = config.recordFile;
    if (file == null) {
      return null;
    }
    try {
      return new RecordLink(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the recording " + file + " cannot be written (" + e.getMessage() + ")", e);
    }
  }

  /** The threads a program counts in its own group are its own. */
  private static ThreadGroup rootGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
