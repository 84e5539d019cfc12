// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  private static String wordsFor(String className, String method) {
    ThreadPicture thread =
        new ThreadPicture(
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
    return new Waits().of(thread, RunPicture.COUNTING, 0);
  }
}
