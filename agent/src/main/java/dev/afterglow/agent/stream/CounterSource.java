// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.stream;

/**
 * Where the counters are read from. All methods are called by the streaming thread and, at the very
 * end, by the thread that shuts the target down, never by both at once.
 */
public interface CounterSource {

  /** How many classes have counters; their numbers are below it. Never becomes smaller. */
  int classes();

  /** How many counters a class has; always the same. */
  int counters(int classId);

  /**
   * The sums over all threads, dead ones included.
   *
   * @param into its first {@link #counters} elements are overwritten
   */
  void sum(int classId, long[] into);

  /**
   * One thread's own counters; zeros if it never ran the class.
   *
   * @param into its first {@link #counters} elements are overwritten
   */
  void ofThread(Thread thread, int classId, long[] into);

  /** The exceptions that ended threads since they were last asked for: a thread, its exception. */
  Object[] uncaught();

  /** The threads that run or ran woven code and are alive. */
  Thread[] threads();

  /** A thread's id, without asking the program, which may override the method. */
  long id(Thread thread);
}
