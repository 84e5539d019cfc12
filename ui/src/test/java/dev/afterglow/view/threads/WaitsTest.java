// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.RunPicture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {
  @ParameterizedTest
  @CsvSource({
    "java.util.concurrent.locks.ReentrantLock, lock",
    "java.util.concurrent.locks.ReentrantLock, lockInterruptibly",
    "java.util.concurrent.locks.ReentrantLock, tryLock",
    "java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock, lock",
    "java.util.concurrent.locks.StampedLock, writeLock",
    "java.util.concurrent.locks.StampedLock, acquireRead",
  })
  void waiting_for_a_lock_is_told(String className, String method) {
    assertEquals(Waits.LOCK, wordsFor(className, method));
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.concurrent.Semaphore, acquire",
    "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject, await",
  })
  void other_waiting_is_not_taken_for_it(String className, String method) {
    assertEquals(Waits.WAITING, wordsFor(className, method));
  }

  @Test
  void few_words_tell_input_from_a_lock() {
    assertEquals("for input", Waits.inShort(Waits.INPUT));
    assertEquals("for a lock", Waits.inShort(Waits.LOCK));
    assertEquals("for network", Waits.inShort(Waits.NETWORK));
    assertEquals("sleeping", Waits.inShort(Waits.SLEEPING));
  }

  @Test
  void short_bursts_of_work_do_not_make_the_status_flip() {
    Waits waits = new Waits();
    List<ThreadPicture> sleeps = List.of(thread("java.lang.Thread", "sleep"));
    List<ThreadPicture> runs =
        List.of(
            new ThreadPicture(
                1,
                2,
                "u",
                Thread.State.RUNNABLE,
                false,
                1,
                List.of(new FramePicture("Lk", "work", new FileKey("Lk.java"), 9))));
    assertEquals(Waits.SLEEPING, steady(waits, sleeps, 0), "from its begin");
    for (int millis = 100; millis < 3_000; millis += 100) {
      List<ThreadPicture> now = millis % 500 == 100 ? runs : sleeps;
      assertEquals(Waits.RUNNING, steady(waits, now, millis), "at " + millis);
      assertEquals(now == sleeps, waits.isUnsure(), "at " + millis);
    }
    assertEquals(Waits.RUNNING, steady(waits, sleeps, 3_100));
    assertEquals(Waits.SLEEPING, steady(waits, sleeps, 3_400));
    assertFalse(waits.isUnsure());
    assertEquals(Waits.RUNNING, steady(waits, runs, 3_500));
  }

  private static String steady(Waits waits, List<ThreadPicture> threads, long millis) {
    long now = millis * 1_000_000;
    waits.update(threads, now);
    return waits.steady(threads, RunPicture.COUNTING, now);
  }

  private static String wordsFor(String className, String method) {
    return new Waits().of(thread(className, method), RunPicture.COUNTING, 0);
  }

  private static ThreadPicture thread(String className, String method) {
    return new ThreadPicture(
        1,
        1,
        "t",
        Thread.State.TIMED_WAITING,
        false,
        3,
        List.of(
            new FramePicture("jdk.internal.misc.Unsafe", "park", null, 0),
            new FramePicture(className, method, null, 0),
            new FramePicture("Lk", "main", new FileKey("Lk.java"), 5)));
  }
}
