// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GutterCellTest {
  @Test
  void a_number_that_does_not_fit_is_left_out() {
    String words = "1,234 rounds so far";
    assertEquals("1,234 rou…", GutterCell.cut(words, 9));
    assertEquals("1,234 …", GutterCell.cut(words, 6));
    assertEquals("1,234 …", GutterCell.cut(words, 5));
    assertEquals("…", GutterCell.cut(words, 4));
    assertEquals("…", GutterCell.cut(words, 1));
    assertEquals("9 rounds  λ…", GutterCell.cut("9 rounds  λ12", 12));
  }
}
