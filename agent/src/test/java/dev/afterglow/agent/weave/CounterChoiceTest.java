// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counters that follow from others are left out, and nobody can tell. */
class CounterChoiceTest {
  @Test
  void where_control_parts_only_the_ways_are_counted() throws Exception {
    Woven woven =
        Woven.of(
            "Fib",
            """
            public class Fib {
              static int fib(int n) {
                if (n < 2) {
                  return n;
                }
                return fib(n - 1) + fib(n - 2);
              }
              public static void main(String[] a) {
                fib(5);
              }
            }
            """);
    Map<Integer, Long> hits = woven.run("Fib").hits();
    assertEquals(Map.of(3, 15L, 4, 8L, 6, 7L, 9, 1L), hits);
    // Two of fib, one for the call and one for the brace of main, one of the constructor.
    assertEquals(5, woven.classes().get(0).counters);
  }

  @Test
  void a_loop_that_goes_round_has_counted_what_came_before_it() throws Exception {
    Woven woven =
        Woven.of(
            "Spin",
            """
            public class Spin {
              static volatile boolean stop;
              static int odd;
              public static void main(String[] a) {
                int n = 1;
                while (!stop) {
                  if ((n & 1) == 1)
                    odd++;
                  n++;
                }
                odd = n;
              }
            }
            """);
    Class<?> spin = woven.load().loadClass("Spin");
    Thread thread = new Thread(() -> invoke(spin));
    thread.start();
    long rounds = 0;
    for (int i = 0; i < 200; i++) {
      Map<Integer, Long> hits = woven.hits();
      long now = hits.get(6);
      assertTrue(now >= rounds, now + " after " + rounds);
      // Lines are read one after the other: what was seen before tells.
      assertTrue(rounds == 0 || hits.get(5) == 1, hits::toString);
      assertEquals(0, hits.get(11));
      rounds = now;
      Thread.sleep(1);
    }
    Field stop = spin.getDeclaredField("stop");
    stop.setAccessible(true);
    stop.set(null, true);
    thread.join();
    Map<Integer, Long> hits = woven.hits();
    assertTrue(rounds > 1000 && hits.get(6) == hits.get(7) + 1, hits::toString);
    assertEquals(hits.get(7), hits.get(9));
    assertEquals((hits.get(7) + 1) / 2, hits.get(8));
    assertEquals(1, hits.get(11));
  }

  private static void invoke(Class<?> type) {
    try {
      type.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
