// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.HashSet;
import java.util.Set;

/**
 * The gate at which the program's threads wait in slow motion and while they are paused: before a
 * line where steps are reported, before a call or another round where lines are only counted.
 *
 * <p>Waiting takes one private lock, which nothing of the program's can hold; an interrupt that
 * comes meanwhile is there afterwards. All threads run by one clock: a speed of 4 lines a second is
 * 4 lines a second of the whole program. A change takes effect at once.
 */
public final class Pace {
  /** To the next line. */
  public static final int INTO = 0;

  /** To the next line of this call or of one around it. */
  public static final int OVER = 1;

  /** To the next line of a call around this one. */
  public static final int OUT = 2;

  /** A goal: a line is about to run. */
  public static final int TO_LINE = 0;

  /** A goal: a line is about to run for the n-th time. */
  public static final int TO_COUNT = 1;

  /** A goal: so many calls stand in each other. */
  public static final int TO_DEPTH = 2;

  /** A goal: an exception. */
  public static final int TO_EXCEPTION = 3;

  private static final String OURS = "dev.afterglow.agent.";
  private static final long MILLI = 1_000_000L;

  /** Where the program is that runs no faster than 20 lines a second can be followed by eye. */
  private static final long FOLLOWED = 50 * MILLI;

  /** Whether anything of the below can hold a thread up. */
  static volatile boolean braked;

  private static final Object LOCK = new Object();

  /** All that follows is under {@link #LOCK}. */
  private static boolean ended;

  private static boolean paused;
  private static final Set<Long> HELD = new HashSet<Long>();
  private static long interval;
  private static long nextTurn;

  /** Grows with every change of the speed: turns that were taken before are void. */
  private static int speeds;

  private static StepThread stepping;
  private static int stepKind;
  private static int stepDepth;
  private static boolean stepCounting;

  /** What the program runs to, or null. */
  private static Goal goal;

  private static StepThread standing;
  private static String why = "";
  private static long version;
  private static Runnable listener;

  private Pace() {}

  /** Who is told of changes, at once and on any thread; it must not wait. */
  public static void listen(Runnable to) {
    synchronized (LOCK) {
      listener = to;
    }
  }

  /** Lets all threads go on, at the chosen speed. */
  public static void play() {
    synchronized (LOCK) {
      paused = false;
      stepping = null;
      goal = null;
      why = "";
      nextTurn = System.nanoTime();
      changed();
    }
  }

  /** Stops all threads before their next line. */
  public static void pause(String reason) {
    synchronized (LOCK) {
      if (!ended) {
        paused = true;
        stepping = null;
        goal = null;
        why = reason;
        changed();
      }
    }
  }

  /** Stops one thread before its next line, or lets it go on. */
  public static void hold(long thread, boolean hold) {
    synchronized (LOCK) {
      if (hold && !ended) {
        HELD.add(thread);
      } else {
        HELD.remove(thread);
      }
      changed();
    }
  }

  /**
   * Chooses the speed.
   *
   * @param nanos between two lines, 0 for no brake
   */
  public static void speed(long nanos) {
    synchronized (LOCK) {
      interval = ended ? 0 : nanos;
      nextTurn = System.nanoTime() + interval;
      speeds++;
      changed();
    }
  }

  /**
   * Lets a thread go one step.
   *
   * @param thread its id, or 0 for the one that stands
   */
  public static void step(int how, long thread) {
    synchronized (LOCK) {
      StepThread chosen = thread == 0 ? standing : StepRecord.find(thread);
      paused = !ended;
      goal = null;
      why = "";
      if (chosen != null && chosen.stands) {
        stepping = chosen;
        stepKind = how;
        stepDepth = chosen.depth;
        stepCounting = chosen.counting;
      }
      changed();
    }
  }

  /** Runs on, at the chosen speed, until a goal is met. */
  public static void run(int kind, String file, int line, long number, LineCount count) {
    synchronized (LOCK) {
      goal = ended ? null : new Goal(kind, file, line, number, count);
      paused = false;
      stepping = null;
      why = "";
      nextTurn = System.nanoTime();
      changed();
    }
  }

  /** Takes all brakes off: nobody is left who could. */
  public static void release() {
    synchronized (LOCK) {
      paused = false;
      stepping = null;
      goal = null;
      interval = 0;
      speeds++;
      HELD.clear();
      why = "";
      changed();
    }
  }

  /** The JVM ends: nothing is held up any more. */
  public static void end() {
    synchronized (LOCK) {
      ended = true;
      release();
    }
  }

  /** Whether anything can hold a thread up. */
  public static boolean braked() {
    return braked;
  }

  /** How the program is made to run now. */
  public static PaceState state() {
    synchronized (LOCK) {
      StepThread at = standing;
      return new PaceState(
          version,
          paused,
          interval,
          at == null ? 0 : at.id,
          at == null ? "" : at.className,
          at == null ? 0 : at.line,
          why);
    }
  }

  private static void changed() {
    braked = paused || stepping != null || goal != null || interval > 0 || !HELD.isEmpty();
    if (braked) {
      StepGate.report(true);
    }
    if (paused || interval > 0 || !HELD.isEmpty()) {
      Gate.close();
    } else {
      Gate.open();
    }
    version++;
    LOCK.notifyAll();
    if (listener != null) {
      listener.run();
    }
  }

  /** A thread is about to run a line. */
  @Hidden
  static void line(StepThread thread, StepMethod method, int line, int depth) {
    boolean interrupted;
    synchronized (LOCK) {
      arrive(thread, method.className, line, depth, false);
      if (goal != null) {
        stop(goal.reached(method, line, depth + 1));
      }
      interrupted = await(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The present thread is about to call or to go round, in code that only counts. */
  @Hidden
  static void turn() {
    turn(null, 0);
  }

  /**
   * The present thread is about to run a line of a call that has no place among the others, or to
   * call or to go round.
   *
   * @param method null for a call or a round
   */
  @Hidden
  static void turn(StepMethod method, int line) {
    StepThread thread;
    try {
      thread = StepRecord.current();
      if (thread.busy) {
        return;
      }
      thread.busy = true;
    } catch (StackOverflowError full) {
      return;
    }
    boolean interrupted = false;
    try {
      String className = "";
      int at = 0;
      int depth = 0;
      if (shown(method, line)) {
        StackTraceElement[] stack = new Throwable().getStackTrace();
        int top = 0;
        while (top < stack.length - 1 && stack[top].getClassName().startsWith(OURS)) {
          top++;
        }
        className = stack[top].getClassName();
        at = method == null ? Math.max(0, stack[top].getLineNumber()) : line;
        depth = stack.length - top;
      }
      synchronized (LOCK) {
        arrive(thread, className, at, depth, true);
        if (method != null && goal != null) {
          stop(goal.reached(method, line));
        }
        interrupted = await(thread);
      }
    } catch (StackOverflowError full) {
      // Where no stack is left nobody can be stopped.
    } finally {
      thread.busy = false;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it is of interest where threads wait. */
  private static boolean shown(StepMethod method, int line) {
    synchronized (LOCK) {
      return paused
          || !HELD.isEmpty()
          || interval >= FOLLOWED
          || (method != null && goal != null && goal.isAt(method, line));
    }
  }

  /** An exception leaves a call or was caught in it. */
  @Hidden
  static void exception(StepThread thread, Activation at, Throwable exception, int line) {
    exception(thread, at.method.className, line, at.depth, false, exception);
  }

  /**
   * The same in a call that has no place among the others.
   *
   * @param line 0 where the exception may know it
   */
  @Hidden
  static void exception(StepMethod method, Throwable exception, int line) {
    synchronized (LOCK) {
      if (goal == null || !goal.isException()) {
        return;
      }
    }
    try {
      StepThread thread = StepRecord.current();
      if (thread.busy) {
        return;
      }
      thread.busy = true;
      try {
        int at = line > 0 ? line : method.lineIn(exception);
        int depth = new Throwable().getStackTrace().length;
        exception(thread, method.className, at, depth, true, exception);
      } finally {
        thread.busy = false;
      }
    } catch (StackOverflowError full) {
      // Where no stack is left nobody can be stopped: a call around this one is.
    }
  }

  private static void exception(
      StepThread thread,
      String className,
      int line,
      int depth,
      boolean counting,
      Throwable exception) {
    boolean interrupted = false;
    synchronized (LOCK) {
      String reason = goal == null ? null : goal.reached(exception);
      if (reason != null) {
        thread.className = className;
        thread.line = line;
        thread.depth = depth;
        thread.counting = counting;
        stop(reason);
        interrupted = await(thread);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void arrive(
      StepThread thread, String className, int line, int depth, boolean counting) {
    thread.className = className;
    thread.line = line;
    thread.depth = depth;
    thread.counting = counting;
    if (stepping == thread
        && (stepKind == INTO
            || counting != stepCounting
            || (stepKind == OVER ? depth <= stepDepth : depth < stepDepth))) {
      stepping = null;
      standing = null; // the one that went a step is shown, whoever else stands
    }
  }

  /** Stops all threads, unless there is no reason to. */
  private static void stop(String reason) {
    if (reason == null) {
      return;
    }
    goal = null;
    stepping = null;
    paused = true;
    why = reason;
    standing = null; // the one that met the goal is shown, whoever else stands
    changed();
  }

  /** Waits as long as the thread is held up; returns whether it was interrupted meanwhile. */
  private static boolean await(StepThread thread) {
    boolean interrupted = false;
    long turn = 0;
    int taken = speeds - 1;
    while (true) {
      boolean stands = !ended && ((paused && stepping != thread) || HELD.contains(thread.id));
      long left = 0;
      if (stands) {
        taken = speeds - 1;
      } else if (interval > 0 && stepping != thread) {
        long now = System.nanoTime();
        if (taken != speeds) {
          turn = Math.max(now, nextTurn);
          nextTurn = turn + interval;
          taken = speeds;
        }
        left = turn - now;
      }
      show(thread, stands || (left > 0 && interval >= FOLLOWED));
      if (!stands && left <= 0) {
        return interrupted;
      }
      try {
        if (stands) {
          LOCK.wait();
        } else {
          LOCK.wait(left / MILLI, (int) (left % MILLI));
        }
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
  }

  private static void show(StepThread thread, boolean stands) {
    if (stands != thread.stands) {
      thread.stands = stands;
      if (stands && standing == null) {
        standing = thread;
        changed();
      } else if (!stands && standing == thread) {
        standing = stepping == thread ? null : StepRecord.another(thread);
        changed();
      }
    } else if (stands && standing == null) {
      standing = thread;
      changed();
    }
  }
}
