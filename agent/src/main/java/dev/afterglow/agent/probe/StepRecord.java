// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The log of all threads' steps in one order, until the streaming thread takes it; the methods and
 * threads that report. Its memory is bounded: recording ends when there are enough steps or nobody
 * takes them.
 */
public final class StepRecord {
  /** Bytes of steps that wait for the window at most: it is the program's memory they wait in. */
  private static final long MOST_WAITING =
      Math.min(32 << 20, Runtime.getRuntime().maxMemory() / 16);

  /** Bytes of one part of the log, a few thousand steps. */
  private static final int PART = 48 << 10;

  private static final int CACHED = 256;
  private static final StepThread[] CACHE = new StepThread[CACHED];
  private static final Object LOCK = new Object();

  /** The threads by id, under {@link #LOCK}. */
  private static final Map<Long, StepThread> THREADS = new HashMap<Long, StepThread>();

  /** Those that have written since steps were last taken, under {@link #LOCK}. */
  private static List<StepThread> writers = new ArrayList<StepThread>();

  static volatile StepMethod[] methods = new StepMethod[64];

  /** Under {@link #LOCK}. */
  private static int defined;

  static volatile boolean recording;

  /** The class of what the latest report that could not be made failed with, or empty. */
  static volatile String failure = "";

  /** The parts of the log that are full, under {@link #LOCK}. */
  private static List<StepPart> parts = new ArrayList<StepPart>();

  private static byte[] part = new byte[PART];
  private static int partSize;

  /** Whether the part is one of later kinds, which have parts of their own. */
  private static boolean partLater;

  private static long partThread = -1;
  private static long waiting;
  private static long budget;
  private static long steps;
  private static String stopped = "";

  /** So long threads may wait in all for the window to take steps. */
  private static long patience = 3_000_000_000L;

  private StepRecord() {}

  /** Registers a method; returns the number that its code reports with. */
  public static int define(StepMethod method) {
    synchronized (LOCK) {
      StepMethod[] all = methods;
      if (defined == all.length) {
        all = Arrays.copyOf(all, 2 * defined);
      }
      method.number = defined;
      all[defined] = method;
      methods = all;
      return defined++;
    }
  }

  /** The methods from a number on. */
  public static StepMethod[] methodsFrom(int first) {
    synchronized (LOCK) {
      return Arrays.copyOfRange(methods, first, defined);
    }
  }

  /** Whether any code reports steps. */
  public static boolean anyMethods() {
    synchronized (LOCK) {
      return defined > 0;
    }
  }

  /** How many steps are recorded at most. */
  public static void budget(long most) {
    synchronized (LOCK) {
      budget = most;
    }
  }

  /** Begins or ends to record. */
  public static void record(boolean on) {
    synchronized (LOCK) {
      recording = on && steps < budget && stopped.isEmpty();
    }
  }

  /** How many steps were recorded. */
  public static long recorded() {
    synchronized (LOCK) {
      return steps;
    }
  }

  /** Why recording ended by itself, a sentence, or empty. */
  public static String stopped() {
    synchronized (LOCK) {
      return stopped;
    }
  }

  /** The class of what a report failed with that could not be made; empty if all were made. */
  public static String failure() {
    return failure;
  }

  /** Takes the log so far. */
  public static List<StepPart> take() {
    synchronized (LOCK) {
      if (partSize > 0) {
        endPart();
      }
      List<StepPart> taken = parts;
      parts = new ArrayList<StepPart>();
      waiting = 0;
      return taken;
    }
  }

  /**
   * The names of the threads, by id, that have written since this was last asked; asked behind
   * {@link #take}, those of the steps taken are among them.
   */
  public static Map<Long, String> takeNames() {
    synchronized (LOCK) {
      Map<Long, String> names = new HashMap<Long, String>();
      for (StepThread each : writers) {
        each.wrote = false;
        names.put(each.id, each.owner.getName());
      }
      writers = new ArrayList<StepThread>();
      return names;
    }
  }

  /** Forgets threads that have ended. */
  public static void sweep() {
    synchronized (LOCK) {
      for (Iterator<StepThread> all = THREADS.values().iterator(); all.hasNext(); ) {
        StepThread each = all.next();
        if (!each.owner.isAlive()) {
          all.remove();
          CACHE[(int) each.id & (CACHED - 1)] = null;
        }
      }
    }
  }

  static StepThread current() {
    Thread thread = Thread.currentThread();
    long id = ThreadKey.id(thread);
    StepThread found = CACHE[(int) id & (CACHED - 1)];
    if (found != null && found.owner == thread) {
      return found;
    }
    synchronized (LOCK) {
      found = THREADS.get(id);
      if (found == null || found.owner != thread) {
        found = new StepThread(thread);
        THREADS.put(id, found);
      }
      CACHE[(int) id & (CACHED - 1)] = found;
      return found;
    }
  }

  /** A thread that has reported, or null. */
  static StepThread find(long id) {
    synchronized (LOCK) {
      return THREADS.get(id);
    }
  }

  /** A thread that stands at the gate besides the given one, or null. */
  static StepThread another(StepThread but) {
    synchronized (LOCK) {
      for (StepThread each : THREADS.values()) {
        if (each.stands && each != but) {
          return each;
        }
      }
      return null;
    }
  }

  /**
   * Adds what a thread has put into its buffer. While the window does not keep up it yields, which
   * leaves no trace in the thread as sleeping would.
   */
  @SuppressWarnings("ThreadPriorityCheck")
  static void append(StepThread thread, int count) {
    long since = 0;
    while (thread.event.size > 0 && !add(thread, count, since)) {
      since = System.nanoTime();
      Thread.yield();
    }
  }

  /** Whether it was added, or is not to be. */
  private static boolean add(StepThread thread, int count, long since) {
    StepBuffer event = thread.event;
    synchronized (LOCK) {
      patience -= since == 0 ? 0 : System.nanoTime() - since;
      if (!recording) {
        return true;
      }
      if (steps + count > budget) {
        recording = false;
        stopped =
            "The first "
                + grouped(budget)
                + " steps were recorded; from here on lines are only counted.";
        return true;
      }
      if (waiting + partSize + event.size > MOST_WAITING) {
        if (patience > 0) {
          return false;
        }
        recording = false;
        stopped =
            "The window did not take the steps in time: after "
                + grouped(steps)
                + " steps lines are only counted.";
        return true;
      }
      boolean full = partSize + event.size + 12 > part.length;
      if (full || (partSize > 0 && partLater != event.later())) {
        endPart();
        if (event.size + 12 > part.length) {
          part = new byte[event.size + 12];
        }
      }
      partLater = event.later();
      if (partThread != thread.id) {
        partThread = thread.id;
        if (!thread.wrote) {
          thread.wrote = true;
          writers.add(thread);
        }
        part[partSize++] = StepBuffer.THREAD;
        long rest = thread.id;
        while ((rest & ~0x7FL) != 0) {
          part[partSize++] = (byte) (rest | 0x80);
          rest >>>= 7;
        }
        part[partSize++] = (byte) rest;
      }
      System.arraycopy(event.bytes, 0, part, partSize, event.size);
      partSize += event.size;
      steps += count;
      return true;
    }
  }

  private static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  private static void endPart() {
    parts.add(new StepPart(Arrays.copyOf(part, partSize), partLater));
    waiting += partSize;
    partSize = 0;
    partThread = -1;
    if (part.length > PART) {
      part = new byte[PART];
    }
  }
}
