// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.HeatScale;
import dev.afterglow.session.HeatScale.Theme;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Values can be read on their boxes, in both themes. */
class ChipContrastTest {
  private static final double READABLE = 4.5;

  @Test
  void values_keep_their_contrast() {
    for (Theme theme : Theme.values()) {
      Palette palette = Palette.of(theme);
      check(theme + " value", palette.chip, palette.chipBack);
      check(theme + " changed", palette.chipChanged, palette.chipBack);
      check(theme + " past", palette.chipPast, palette.chipPastBack);
    }
  }

  private static void check(String what, Color text, Color back) {
    double contrast = HeatScale.contrast(rgb(text), rgb(back));
    assertTrue(contrast >= READABLE, () -> what + ": " + contrast);
  }

  private static int rgb(Color color) {
    return (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }
}
