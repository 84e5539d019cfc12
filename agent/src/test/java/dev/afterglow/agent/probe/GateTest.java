// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final long SETTLED_MILLIS = 1_100;

  private final List<String> exchanged = new ArrayList<>();

  private void prepare() {
    Gate.prepare(() -> exchanged.add("asks"), () -> exchanged.add("constant"));
  }

  @AfterEach
  void leaveAsItWas() throws InterruptedException {
    Gate.open();
    Thread.sleep(SETTLED_MILLIS);
    Gate.settle();
    Gate.prepare(null, null);
  }

  @Test
  void some_time_after_a_pause_the_gate_is_a_constant_again() throws InterruptedException {
    prepare();
    Gate.settle();
    Gate.close();
    assertTrue(Gate.isShut());
    Gate.close();
    Gate.settle();
    Gate.open();
    Gate.settle();
    assertEquals(Collections.singletonList("asks"), exchanged, "who pauses again need not wait");
    Thread.sleep(SETTLED_MILLIS);
    Gate.settle();
    Gate.settle();
    assertEquals(Arrays.asList("asks", "constant"), exchanged);
    Gate.close();
    assertEquals(Arrays.asList("asks", "constant", "asks"), exchanged);
  }

  @Test
  void where_the_code_cannot_be_exchanged_back_it_goes_on_asking() throws InterruptedException {
    Gate.prepare(
        () -> exchanged.add("asks"),
        () -> {
          exchanged.add("refused");
          throw new IllegalStateException();
        });
    Gate.close();
    Gate.open();
    Thread.sleep(SETTLED_MILLIS);
    Gate.settle();
    Gate.settle();
    Gate.close();
    assertEquals(Arrays.asList("asks", "refused"), exchanged);
    Gate.open();
    prepare(); // for what leaves it as it was
  }
}
