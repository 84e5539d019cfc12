// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/**
 * One thread's counters of one class. Only the owner writes the numbers, so plain additions lose
 * nothing; others may read them at any time and see a moment ago.
 */
final class ThreadCounters {
  /** The thread, or null for the one that stands in empty places. */
  final Thread owner;

  final long[] counters;

  /** The next in the same bucket of a table. */
  ThreadCounters next;

  ThreadCounters(Thread owner, long[] counters, ThreadCounters next) {
    this.owner = owner;
    this.counters = counters;
    this.next = next;
  }
}
