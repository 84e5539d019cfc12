// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.Arrays;

/**
 * The counters of one class, an array for each thread that ran it.
 *
 * <p>The first thread owns the array that compiled code has built in. When it has ended, its array
 * goes to the next thread that comes, with the counts in it; compiled code that still compares with
 * the old owner finds the array in the table. Only {@link #owner}, {@link #first}, their like for a
 * second thread and {@link #near} are read without {@link Probes#LOCK}.
 */
final class ClassCounters {
  private static final Object NOBODY = new Object();
  private static final ThreadCounters NOTHING = new ThreadCounters(null, null, null);

  /** Places of the table; more threads than twice that go to a table that can grow. */
  private static final int NEAR = 64;

  /** How often the first array is given on: compilers take the owner for a constant. */
  private static final int GIVEN_ON = 3;

  /** The thread that {@link #first} belongs to, or an object that is no thread. */
  @Stable Object owner;

  /**
   * A {@code long[]}. Not so declared, or its elements would be taken for constants. It is there
   * before the class runs: where a program has used up its memory, the counters need none.
   */
  @Stable final Object first;

  /** A {@code ThreadCounters[]} by the threads' hash, once two threads have come. As above. */
  @Stable Object near;

  /** A second thread to be found without the table, which has it too, or no thread. */
  @Stable Object secondOwner;

  /** Its {@code long[]}. */
  @Stable Object second;

  /** The length of the arrays. */
  private final int size;

  private ThreadCounters[] far;
  private int nearCount;
  private int farCount;
  private int givenOn;

  /** What the first array held when its present owner got it; null for the first owner. */
  private long[] before;

  /** What threads counted that have ended, but for the first array. */
  private long[] ended;

  ClassCounters(int size) {
    this.size = size;
    first = new long[size];
  }

  int size() {
    return size;
  }

  /** The counters of a thread that is not the owner, or null if they are not in their place. */
  @Hidden
  @ForceInline
  static long[] near(Object table, Thread thread) {
    if (table == null) {
      return null;
    }
    ThreadCounters mine = ((ThreadCounters[]) table)[ThreadKey.of(thread) & (NEAR - 1)];
    return mine.owner == thread ? mine.counters : null;
  }

  /** The same for a thread that shares its place; without lock. */
  long[] search(Thread thread) {
    ThreadCounters[] table = (ThreadCounters[]) near;
    ThreadCounters found = table == null ? null : in(table, thread);
    if (found == null) {
      table = far;
      found = table == null ? null : in(table, thread);
    }
    return found == null ? null : found.counters;
  }

  /** Gives a thread that has none its counters. */
  long[] add(Thread thread) {
    if (owner == null) {
      owner = thread;
      return (long[]) first;
    }
    long[] counters;
    if (owner == NOBODY && givenOn < GIVEN_ON) {
      givenOn++;
      counters = (long[]) first;
      before = counters.clone();
      owner = thread;
    } else {
      counters = new long[size];
    }
    put(new ThreadCounters(thread, counters, null));
    if (secondOwner == null || secondOwner == NOBODY) {
      second = counters;
      secondOwner = thread;
    }
    return counters;
  }

  /** Puts the counts of an ended thread by. */
  void forget(Thread thread) {
    if (owner == thread) {
      owner = NOBODY;
    }
    if (secondOwner == thread) {
      secondOwner = NOBODY;
      second = null;
    }
    ThreadCounters[] table = (ThreadCounters[]) near;
    ThreadCounters removed = table == null ? null : remove(table, thread);
    if (removed != null) {
      nearCount--;
    } else if (far != null) {
      removed = remove(far, thread);
      farCount -= removed == null ? 0 : 1;
    }
    if (removed != null && removed.counters != first) {
      if (ended == null) {
        ended = new long[size];
      }
      plus(removed.counters, ended);
    }
  }

  /** Writes the sums over all threads that run or ran the class. */
  void sum(long[] into) {
    System.arraycopy(first, 0, into, 0, size);
    plus(ended, into);
    sum((ThreadCounters[]) near, into);
    sum(far, into);
  }

  /** Writes a living thread's own counts. */
  void ofThread(Thread thread, long[] into) {
    if (owner != thread) {
      plus(search(thread), into);
      return;
    }
    plus((long[]) first, into);
    if (before != null) {
      for (int i = 0; i < before.length; i++) {
        into[i] -= before[i];
      }
    }
  }

  private void sum(ThreadCounters[] table, long[] into) {
    if (table == null) {
      return;
    }
    for (ThreadCounters bucket : table) {
      for (ThreadCounters each = bucket; each != null; each = each.next) {
        if (each.counters != first) {
          plus(each.counters, into);
        }
      }
    }
  }

  private static ThreadCounters in(ThreadCounters[] table, Thread thread) {
    ThreadCounters each = table[ThreadKey.of(thread) & (table.length - 1)];
    while (each != null && each.owner != thread) {
      each = each.next;
    }
    return each;
  }

  private void put(ThreadCounters mine) {
    if (near == null) {
      near = emptyTable(NEAR);
    }
    if (nearCount < 2 * NEAR) {
      put((ThreadCounters[]) near, mine);
      nearCount++;
      return;
    }
    if (far == null) {
      far = emptyTable(NEAR);
    } else if (farCount > far.length) {
      ThreadCounters[] larger = emptyTable(far.length * 2);
      for (ThreadCounters bucket : far) {
        for (ThreadCounters each = bucket; each != NOTHING; each = each.next) {
          put(larger, new ThreadCounters(each.owner, each.counters, null));
        }
      }
      far = larger;
    }
    put(far, mine);
    farCount++;
  }

  private static ThreadCounters[] emptyTable(int length) {
    ThreadCounters[] table = new ThreadCounters[length];
    Arrays.fill(table, NOTHING);
    return table;
  }

  /** Readers without lock may come by: they find the bucket as it was or as it is. */
  private static void put(ThreadCounters[] table, ThreadCounters mine) {
    int place = ThreadKey.of(mine.owner) & (table.length - 1);
    mine.next = table[place];
    table[place] = mine;
  }

  private static ThreadCounters remove(ThreadCounters[] table, Thread thread) {
    int place = ThreadKey.of(thread) & (table.length - 1);
    ThreadCounters last = null;
    for (ThreadCounters each = table[place]; each != null; each = each.next) {
      if (each.owner == thread) {
        if (last == null) {
          table[place] = each.next;
        } else {
          last.next = each.next;
        }
        return each;
      }
      last = each;
    }
    return null;
  }

  private static void plus(long[] counters, long[] into) {
    if (counters != null) {
      for (int i = 0; i < counters.length; i++) {
        into[i] += counters[i];
      }
    }
  }
}
