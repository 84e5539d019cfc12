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
 * <p>Guarantees: a hit is visible to {@link #sum} at the latest when its thread has ended or waits,
 * in practice at once; a counter never goes back; what a thread counted stays in the sums when the
 * thread is gone, and its memory does not. Readers of a running thread may see one counter a moment
 * later than another.
 */
public final class Probes {
  private static final int CACHED = 256;
  private static final ThreadCounters NOBODY = new ThreadCounters(null);

  /** Counters by thread id modulo its length; a wrong entry costs a look-up in the registry. */
  private static final ThreadCounters[] CACHE = new ThreadCounters[CACHED];

  private static final Object LOCK = new Object();

  /** All counters of threads that live or ended since the last sweep; under {@link #LOCK}. */
  private static ThreadCounters[] registry = new ThreadCounters[64];

  private static int registered;

  /** How many counters each class has; under {@link #LOCK}. */
  private static int[] sizes = new int[64];

  private static int classes;

  /** What ended threads counted, by class; under {@link #LOCK}. */
  private static long[][] ended = new long[64][];

  static {
    Arrays.fill(CACHE, NOBODY);
  }

  private Probes() {}

  /** The present thread's counters of a class; called at the start of woven methods. */
  @Hidden
  @ForceInline
  public static long[] counters(int classId) {
    Thread thread = Thread.currentThread();
    ThreadCounters mine = CACHE[(int) thread.getId() & (CACHED - 1)];
    if (mine.owner == thread) {
      long[][] byClass = mine.byClass;
      if (classId < byClass.length) {
        long[] counters = byClass[classId];
        if (counters != null) {
          return counters;
        }
      }
    }
    return find(thread, classId);
  }

  /** Adds one to a counter of a class; called by methods that have one probe only. */
  @Hidden
  @ForceInline
  public static void hit(int classId, int counter) {
    counters(classId)[counter]++;
  }

  /** Returns the id of a new class, which has no counters yet. */
  public static int define() {
    synchronized (LOCK) {
      if (classes == sizes.length) {
        sizes = Arrays.copyOf(sizes, classes * 2);
        ended = Arrays.copyOf(ended, classes * 2);
      }
      return classes++;
    }
  }

  /** Says how many counters a class has, before its code runs. */
  public static void resize(int classId, int counters) {
    synchronized (LOCK) {
      sizes[classId] = counters;
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
      return sizes[classId];
    }
  }

  /**
   * The threads with counters. Counts of those that ended are first put by, and the threads
   * forgotten.
   */
  public static Thread[] sweep() {
    synchronized (LOCK) {
      forgetEnded();
      List<Thread> living = new ArrayList<Thread>(registered);
      for (ThreadCounters bucket : registry) {
        for (ThreadCounters each = bucket; each != null; each = each.next) {
          living.add(each.owner);
        }
      }
      return living.toArray(new Thread[0]);
    }
  }

  /** Writes the sums of a class's counters over all threads, ended ones too. */
  public static void sum(int classId, long[] into) {
    Arrays.fill(into, 0);
    synchronized (LOCK) {
      add(ended[classId], into);
      for (ThreadCounters bucket : registry) {
        for (ThreadCounters each = bucket; each != null; each = each.next) {
          add(of(each, classId), into);
        }
      }
    }
  }

  /** Writes one thread's counters of a class; zeros if it has none or has ended. */
  public static void ofThread(Thread thread, int classId, long[] into) {
    Arrays.fill(into, 0);
    synchronized (LOCK) {
      ThreadCounters counters = lookUp(thread);
      if (counters != null) {
        add(of(counters, classId), into);
      }
    }
  }

  /**
   * Slow path: the thread's first call of the class, or another thread has its place in the cache.
   */
  @Hidden
  private static long[] find(Thread thread, int classId) {
    synchronized (LOCK) {
      ThreadCounters mine = lookUp(thread);
      if (mine == null) {
        mine = register(thread);
      }
      long[] counters = of(mine, classId);
      if (counters == null) {
        counters = new long[sizes[classId]];
        long[][] byClass = mine.byClass;
        if (classId >= byClass.length) {
          byClass = Arrays.copyOf(byClass, Math.max(classId + 1, Math.min(classes, classId * 2)));
        }
        byClass[classId] = counters;
        mine.byClass = byClass;
      }
      CACHE[(int) thread.getId() & (CACHED - 1)] = mine;
      return counters;
    }
  }

  private static ThreadCounters lookUp(Thread thread) {
    ThreadCounters each = registry[(int) thread.getId() & (registry.length - 1)];
    while (each != null && each.owner != thread) {
      each = each.next;
    }
    return each;
  }

  private static ThreadCounters register(Thread thread) {
    if (registered >= registry.length) {
      // Nobody may have swept for a while: a window can stall.
      forgetEnded();
      if (registered > registry.length / 2) {
        grow();
      }
    }
    ThreadCounters counters = new ThreadCounters(thread);
    int bucket = (int) thread.getId() & (registry.length - 1);
    counters.next = registry[bucket];
    registry[bucket] = counters;
    registered++;
    return counters;
  }

  private static void forgetEnded() {
    for (int bucket = 0; bucket < registry.length; bucket++) {
      ThreadCounters before = null;
      for (ThreadCounters each = registry[bucket]; each != null; each = each.next) {
        if (each.owner.isAlive()) {
          before = each;
        } else {
          putBy(each);
          registered--;
          if (before == null) {
            registry[bucket] = each.next;
          } else {
            before.next = each.next;
          }
          CACHE[(int) each.owner.getId() & (CACHED - 1)] = NOBODY;
        }
      }
    }
  }

  private static void grow() {
    ThreadCounters[] larger = new ThreadCounters[registry.length * 2];
    for (ThreadCounters bucket : registry) {
      ThreadCounters each = bucket;
      while (each != null) {
        ThreadCounters next = each.next;
        int place = (int) each.owner.getId() & (larger.length - 1);
        each.next = larger[place];
        larger[place] = each;
        each = next;
      }
    }
    registry = larger;
  }

  private static void putBy(ThreadCounters counters) {
    long[][] byClass = counters.byClass;
    for (int classId = 0; classId < byClass.length; classId++) {
      if (byClass[classId] != null) {
        if (ended[classId] == null) {
          ended[classId] = new long[sizes[classId]];
        }
        add(byClass[classId], ended[classId]);
      }
    }
  }

  private static long[] of(ThreadCounters counters, int classId) {
    long[][] byClass = counters.byClass;
    return classId < byClass.length ? byClass[classId] : null;
  }

  private static void add(long[] counters, long[] into) {
    if (counters != null) {
      for (int i = 0; i < counters.length; i++) {
        into[i] += counters[i];
      }
    }
  }
}
