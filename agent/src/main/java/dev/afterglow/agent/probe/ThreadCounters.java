// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/**
 * One thread's counters. Only the owner writes the numbers, so plain additions lose nothing; others
 * may read them at any time and see a moment ago.
 */
final class ThreadCounters {
  private static final long[][] EMPTY = new long[0][];

  /** The thread, or null for the one that stands in empty places of the cache. */
  final Thread owner;

  /** The counters by class id; null where the thread has not run the class. */
  volatile long[][] byClass = EMPTY;

  /** The next in the registry's bucket. */
  ThreadCounters next;

  ThreadCounters(Thread owner) {
    this.owner = owner;
  }
}
