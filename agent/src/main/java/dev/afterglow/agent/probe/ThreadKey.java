// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/**
 * A number of a thread, to find its place in a table.
 *
 * <p>It is the thread's id, read from its field: {@code getId()} may be overridden by the program,
 * and the identity hash takes a call of the JVM once the thread's monitor is in use, as when
 * somebody waits for its end. Then each call of a method cost as much as twenty.
 */
final class ThreadKey {
  /** The field's place, or -1 where the JDK has no such field or does not let us read it. */
  private static final long OFFSET = offset();

  private ThreadKey() {}

  /** The same for a thread at all times; threads that follow each other differ. */
  @Hidden
  @ForceInline
  static int of(Thread thread) {
    return OFFSET < 0
        ? System.identityHashCode(thread)
        : (int) Unsafe.getUnsafe().getLong(thread, OFFSET);
  }

  /** The thread's id, without asking the program. */
  @Hidden
  @SuppressWarnings("deprecation") // Its successor threadId() came with Java 19.
  static long id(Thread thread) {
    return OFFSET < 0 ? thread.getId() : Unsafe.getUnsafe().getLong(thread, OFFSET);
  }

  private static long offset() {
    try {
      return Unsafe.getUnsafe().objectFieldOffset(Thread.class.getDeclaredField("tid"));
    } catch (Throwable another) {
      return -1;
    }
  }
}
