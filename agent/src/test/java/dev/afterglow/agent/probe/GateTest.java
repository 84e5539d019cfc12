// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A closed gate stops what passes it, also what was compiled while it had never been closed. */
class GateTest {
  private volatile boolean end;
  private volatile long rounds;

  @AfterEach
  void openAgain() {
    Pace.play();
  }

  @Test
  @Timeout(60)
  void a_hot_loop_stops_and_goes_on() throws Exception {
    Thread loop =
        new Thread(
            () -> {
              long mine = 0;
              while (!end) {
                Probes.turn();
                rounds = ++mine;
              }
            });
    loop.start();
    awaitRounds(5_000_000);
    for (int time = 0; time < 3; time++) {
      Pace.pause("");
      awaitState(loop, Thread.State.WAITING);
      long still = rounds;
      Thread.sleep(30);
      assertEquals(still, rounds);
      Pace.play();
      awaitRounds(still + 100_000);
    }
    end = true;
    loop.join();
  }

  @Test
  @Timeout(60)
  void an_interrupt_during_a_pause_is_there_afterwards() throws Exception {
    Pace.pause("");
    boolean[] interrupted = new boolean[1];
    Thread thread =
        new Thread(
            () -> {
              Probes.turn();
              interrupted[0] = Thread.interrupted();
            });
    thread.start();
    awaitState(thread, Thread.State.WAITING);
    thread.interrupt();
    Thread.sleep(20);
    assertTrue(thread.isAlive());
    Pace.play();
    thread.join();
    assertTrue(interrupted[0]);
  }

  private void awaitRounds(long least) throws InterruptedException {
    while (rounds < least) {
      Thread.sleep(1);
    }
  }

  private static void awaitState(Thread thread, Thread.State state) throws InterruptedException {
    while (thread.getState() != state) {
      Thread.sleep(1);
    }
  }
}
