// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Sums are exact whichever thread counts, and whether or not it has ended. */
class ProbesTest {
  private static int newClass(int counters) {
    int id = Probes.define();
    Probes.resize(id, counters);
    return id;
  }

  private static long[] sum(int id) {
    long[] sum = new long[Probes.size(id)];
    Probes.sum(id, sum);
    return sum;
  }

  private static long[] own(Thread thread, int id) {
    long[] own = new long[Probes.size(id)];
    Probes.ofThread(thread, id, own);
    return own;
  }

  @Test
  void threads_that_run_together_lose_nothing() throws Exception {
    int id = newClass(2);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < 200_000; i++) {
                  Probes.counters(id)[1]++;
                  Probes.counters(id)[0]++;
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals("[3200000, 3200000]", Arrays.toString(sum(id)));
    Probes.sweep();
    assertEquals("[3200000, 3200000]", Arrays.toString(sum(id)));
  }

  @Test
  void more_living_threads_than_places_keep_their_own_counts() throws Exception {
    int id = newClass(1);
    int many = 600;
    CountDownLatch counted = new CountDownLatch(many);
    CountDownLatch end = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < many; t++) {
      int hits = t + 1;
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < hits; i++) {
                  Probes.counters(id)[0]++;
                }
                counted.countDown();
                try {
                  end.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                Probes.counters(id)[0]++;
              }));
    }
    threads.forEach(Thread::start);
    counted.await();
    long all = many * (many + 1L) / 2;
    assertEquals(all, sum(id)[0]);
    for (int t = 0; t < many; t++) {
      assertEquals(t + 1, own(threads.get(t), id)[0]);
    }
    assertTrue(Probes.sweep().length >= many);
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(all + many, sum(id)[0]);
    Probes.sweep();
    assertEquals(all + many, sum(id)[0]);
  }

  @Test
  void short_threads_one_after_the_other_inherit_memory_and_not_counts() throws Exception {
    int id = newClass(1);
    for (int t = 0; t < 300; t++) {
      long[] seen = new long[1];
      Thread thread =
          new Thread(
              () -> {
                Probes.counters(id)[0]++;
                Probes.counters(id)[0]++;
                seen[0] = own(Thread.currentThread(), id)[0];
              });
      thread.start();
      thread.join();
      if (t % 7 == 0) {
        Probes.sweep();
      }
      assertEquals(2, seen[0]);
      assertEquals(2L * (t + 1), sum(id)[0]);
    }
  }
}
