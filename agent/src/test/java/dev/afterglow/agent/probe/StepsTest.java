// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Reports of steps. */
class StepsTest {
  @Test
  void a_report_that_fails_is_remembered_and_nothing_is_thrown() {
    StepRecord.failure = "";
    Object call = Steps.enter(1_000_000, null);
    Steps.line(call, 0, null);
    Steps.leave(call, 0, null);
    assertEquals("java.lang.ArrayIndexOutOfBoundsException", StepRecord.failure());
    StepRecord.failure = "";
    Steps.line(call, 0, null);
    assertEquals("", StepRecord.failure());
  }
}
