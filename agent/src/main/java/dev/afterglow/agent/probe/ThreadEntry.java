// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.Arrays;

/** A thread with the classes it has counters of; under {@link Probes#LOCK}. */
final class ThreadEntry {
  final Thread thread;

  /** The next in the registry's bucket. */
  ThreadEntry next;

  private ClassCounters[] classes = new ClassCounters[4];
  private int count;

  ThreadEntry(Thread thread, ThreadEntry next) {
    this.thread = thread;
    this.next = next;
  }

  void add(ClassCounters counters) {
    if (count > 0 && classes[count - 1] == counters) {
      return; // tried before, when there was no memory for the counters
    }
    if (count == classes.length) {
      classes = Arrays.copyOf(classes, count * 2);
    }
    classes[count++] = counters;
  }

  /** Puts by what the thread counted, once it has ended. */
  void forget() {
    for (int i = 0; i < count; i++) {
      classes[i].forget(thread);
    }
  }
}
