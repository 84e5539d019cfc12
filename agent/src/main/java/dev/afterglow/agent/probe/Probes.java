// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The counters of all woven classes. Woven code fetches its thread's array of its class once a call
 * and adds to it with plain instructions: each thread has arrays of its own, so the sums are exact
 * under threads without atomic instructions.
 *
 * <p>Where the compilers know {@link Stable}, the fetch is one comparison for the first thread that
 * runs a class: is this the thread whose array is built into the code?
 *
 * <p>Guarantees: a hit is visible to {@link #sum} at the latest when its thread has ended or waits,
 * in practice at once; a counter never goes back; what a thread counted stays in the sums when the
 * thread is gone, and its memory does not. Readers of a running thread may see one counter a moment
 * later than another.
 */
public final class Probes {
  private static final int CHUNK_BITS = 8;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int CHUNKS = 8192;

  /** Calls of {@link #room} that take more of the stack than what is done under the lock. */
  private static final int ENOUGH = 100;

  /** Guards all that is written here and in the counters' tables. */
  static final Object LOCK = new Object();

  /** By class id. Its length is fixed, so that the compilers can look up an id they know. */
  @Stable private static final ClassCounters[][] CLASSES = new ClassCounters[CHUNKS][];

  private static int classes;

  /** The threads that live or ended since the last sweep, by hash. */
  private static ThreadEntry[] registry = new ThreadEntry[64];

  private static int registered;

  private Probes() {}

  /**
   * The present thread's counters of a class if it is the first that ran it, else null; called at
   * the start of woven methods, which then ask {@link #other}.
   */
  @Hidden
  @ForceInline
  public static long[] first(int classId) {
    if (Gate.closed()) {
      Gate.pass();
    }
    // Not by firstCounting(): a call costs the compilers something, inlined or not.
    ClassCounters ofClass = CLASSES[classId >> CHUNK_BITS][classId & (CHUNK - 1)];
    return ofClass.owner == Thread.currentThread() ? (long[]) ofClass.first : null;
  }

  /** As {@link #first}, in code that stops elsewhere. */
  @Hidden
  @ForceInline
  public static long[] firstCounting(int classId) {
    ClassCounters ofClass = CLASSES[classId >> CHUNK_BITS][classId & (CHUNK - 1)];
    return ofClass.owner == Thread.currentThread() ? (long[]) ofClass.first : null;
  }

  /**
   * The counters of a thread that has none in {@link #first}. Too long for the quick compiler to
   * put it into every method; the thorough one does where it is called often.
   */
  @Hidden
  public static long[] other(int classId) {
    Thread thread = Thread.currentThread();
    ClassCounters ofClass = CLASSES[classId >> CHUNK_BITS][classId & (CHUNK - 1)];
    return ofClass.secondOwner == thread ? (long[]) ofClass.second : further(ofClass, thread);
  }

  /** Both, for code that is not woven. */
  public static long[] counters(int classId) {
    long[] counters = firstCounting(classId);
    return counters != null ? counters : other(classId);
  }

  /** Lets the program be paused; called once in every round of a loop. */
  @Hidden
  @ForceInline
  public static void turn() {
    if (Gate.closed()) {
      Gate.pass();
    }
  }

  /** Returns the id of a new class, which has no counters yet. */
  public static int define() {
    synchronized (LOCK) {
      int id = classes;
      if (id >> CHUNK_BITS >= CHUNKS) {
        throw new IllegalStateException("too many classes");
      }
      if (CLASSES[id >> CHUNK_BITS] == null) {
        CLASSES[id >> CHUNK_BITS] = new ClassCounters[CHUNK];
      }
      classes++;
      return id;
    }
  }

  /** Says how many counters a class has, once, before its code runs. */
  public static void resize(int classId, int counters) {
    synchronized (LOCK) {
      CLASSES[classId >> CHUNK_BITS][classId & (CHUNK - 1)] = new ClassCounters(counters);
    }
  }

  /** How many classes were defined; their ids are below. */
  public static int classes() {
    synchronized (LOCK) {
      return classes;
    }
  }

  /** How many counters a class has. */
  public static int size(int classId) {
    synchronized (LOCK) {
      ClassCounters ofClass = of(classId);
      return ofClass == null ? 0 : ofClass.size();
    }
  }

  /** A thread's id. */
  public static long id(Thread thread) {
    return ThreadKey.id(thread);
  }

  /**
   * The threads with counters. Counts of those that ended are first put by, and the threads
   * forgotten.
   */
  public static Thread[] sweep() {
    synchronized (LOCK) {
      forgetEnded();
      List<Thread> living = new ArrayList<Thread>(registered);
      for (ThreadEntry bucket : registry) {
        for (ThreadEntry each = bucket; each != null; each = each.next) {
          living.add(each.thread);
        }
      }
      return living.toArray(new Thread[0]);
    }
  }

  /** Writes the sums of a class's counters over all threads, ended ones too. */
  public static void sum(int classId, long[] into) {
    synchronized (LOCK) {
      ClassCounters ofClass = of(classId);
      if (ofClass == null) {
        Arrays.fill(into, 0);
      } else {
        ofClass.sum(into);
      }
    }
  }

  /** Writes one thread's counters of a class; zeros if it has none or has ended. */
  public static void ofThread(Thread thread, int classId, long[] into) {
    Arrays.fill(into, 0);
    synchronized (LOCK) {
      ClassCounters ofClass = of(classId);
      if (ofClass != null) {
        ofClass.ofThread(thread, into);
      }
    }
  }

  private static ClassCounters of(int classId) {
    return CLASSES[classId >> CHUNK_BITS][classId & (CHUNK - 1)];
  }

  @Hidden
  private static long[] further(ClassCounters ofClass, Thread thread) {
    long[] counters = ClassCounters.near(ofClass.near, thread);
    return counters != null ? counters : find(ofClass, thread);
  }

  /**
   * Slow path: the thread's first call of the class, or it shares its place in the table. A thread
   * for which there is no memory shares the owner's counters for this call: the program must not
   * see an error of ours.
   */
  @Hidden
  private static long[] find(ClassCounters ofClass, Thread thread) {
    long[] counters = ofClass.search(thread);
    if (counters != null) {
      return counters;
    }
    room(ENOUGH);
    synchronized (LOCK) {
      counters = ofClass.search(thread);
      if (counters == null) {
        try {
          entry(thread).add(ofClass);
          counters = ofClass.add(thread);
        } catch (OutOfMemoryError full) {
          counters = (long[]) ofClass.first;
        }
      }
      return counters;
    }
  }

  /**
   * Makes sure that so many nested calls fit the stack, or throws the StackOverflowError here,
   * where nothing is half done.
   */
  @Hidden
  static int room(int calls) {
    return calls == 0 ? 0 : room(calls - 1) + 1;
  }

  private static ThreadEntry entry(Thread thread) {
    int hash = ThreadKey.of(thread);
    for (ThreadEntry each = registry[hash & (registry.length - 1)];
        each != null;
        each = each.next) {
      if (each.thread == thread) {
        return each;
      }
    }
    if (registered >= registry.length) {
      // Nobody may have swept for a while: a window can stall.
      forgetEnded();
      if (registered > registry.length / 2) {
        grow();
      }
    }
    int place = hash & (registry.length - 1);
    registry[place] = new ThreadEntry(thread, registry[place]);
    registered++;
    return registry[place];
  }

  private static void forgetEnded() {
    for (int bucket = 0; bucket < registry.length; bucket++) {
      ThreadEntry before = null;
      for (ThreadEntry each = registry[bucket]; each != null; each = each.next) {
        if (each.thread.isAlive()) {
          before = each;
        } else {
          each.forget();
          registered--;
          if (before == null) {
            registry[bucket] = each.next;
          } else {
            before.next = each.next;
          }
        }
      }
    }
  }

  private static void grow() {
    ThreadEntry[] larger = new ThreadEntry[registry.length * 2];
    for (ThreadEntry bucket : registry) {
      ThreadEntry each = bucket;
      while (each != null) {
        ThreadEntry next = each.next;
        int place = ThreadKey.of(each.thread) & (larger.length - 1);
        each.next = larger[place];
        larger[place] = each;
        each = next;
      }
    }
    registry = larger;
  }
}
