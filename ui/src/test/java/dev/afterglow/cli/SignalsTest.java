// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SignalsTest {
  @Test
  void keys_reach_the_foreground_group_of_a_terminal() {
    assertTrue(Signals.inForeground("71 (java) S 70 71 60 34816 71 4194304 9"));
    assertFalse(Signals.inForeground("71 (java) S 70 71 60 34816 60 4194304 9"), "with &");
    assertFalse(Signals.inForeground("71 (a) b) S 70 71 71 0 -1 4194304 9"), "no terminal");
  }
}
