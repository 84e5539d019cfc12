// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowAppTest {
  private static final String REGIONS = "prism.dirtyregioncount";

  private final String before = System.getProperty(REGIONS);

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(REGIONS);
    } else {
      System.setProperty(REGIONS, before);
    }
  }

  @Test
  void what_changed_is_repainted_as_one_region_unless_asked_otherwise() {
    System.clearProperty(REGIONS);
    WindowApp.repaintReliably();
    assertEquals("1", System.getProperty(REGIONS));
    System.setProperty(REGIONS, "4");
    WindowApp.repaintReliably();
    assertEquals("4", System.getProperty(REGIONS));
  }
}
