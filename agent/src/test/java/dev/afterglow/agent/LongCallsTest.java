// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongCallsTest {
  private static volatile boolean stop;
  private static volatile long sum;

  private static final class Loops {
    static void run() {
      while (!stop) {
        add(1);
      }
    }

    static void add(long x) {
      sum = x;
    }
  }

  private static final class Idle {}

  @Test
  void a_call_that_loops_is_found_and_a_class_that_does_not_run_is_not() throws Exception {
    Set<String> classes = new HashSet<>();
    classes.add(Loops.class.getName());
    classes.add(Idle.class.getName());
    assertEquals(Set.of(), LongCalls.find(classes));
    Thread thread = new Thread(Loops::run);
    thread.setDaemon(true);
    thread.start();
    try {
      while (sum == 0) {
        Thread.sleep(1);
      }
      assertEquals(Set.of(Loops.class.getName()), LongCalls.find(classes));
    } finally {
      stop = true;
      thread.join();
    }
  }
}
