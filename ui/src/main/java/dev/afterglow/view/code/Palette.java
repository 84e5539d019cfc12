// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.HeatScale;
import dev.afterglow.session.HeatScale.Theme;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;

/** The colours of the code pane that change while a program runs, made once a theme. */
final class Palette {
  /** How many shades a glow has; more cannot be told apart and cost repaints. */
  static final int STEPS = 48;

  private static final Palette LIGHT = new Palette(Theme.LIGHT);
  private static final Palette DARK = new Palette(Theme.DARK);

  final Paint hatch;
  final Color number;
  final Color count;
  final Color zero;
  final Color current;
  final Color caller;
  final Color label;
  final Color error;
  final Color warning;
  final Color chip;
  final Color chipBack;
  final Color chipChanged;
  final Color chipPast;
  final Color chipPastBack;
  private final Color[] glow = new Color[STEPS + 1];
  private final Color[] bars = new Color[STEPS + 1];

  private Palette(Theme theme) {
    boolean light = theme == Theme.LIGHT;
    for (int i = 0; i <= STEPS; i++) {
      glow[i] = color(HeatScale.glow(theme, i / (double) STEPS));
      bars[i] = color(HeatScale.bar(theme, i / (double) STEPS));
    }
    number = color(light ? 0x737C88 : 0x858E99);
    count = color(light ? 0x20252C : 0xE6E9ED);
    zero = number;
    current = color(light ? 0x2B5AA0 : 0x7FB0FF);
    caller = color(light ? 0x94B0D8 : 0x47689A);
    label = color(light ? 0x7A4A08 : 0xF0BE72);
    error = color(light ? 0xB3201F : 0xFF8B84);
    warning = color(light ? 0x7D5600 : 0xE8C15A);
    chip = color(light ? 0x1F4A86 : 0xA9C8FF);
    chipBack = color(light ? 0xE6EDF8 : 0x243348);
    chipChanged = color(light ? 0x9A3412 : 0xFFC48A);
    chipPast = color(light ? 0x565E69 : 0xAAB3BD);
    chipPastBack = color(light ? 0xEEF1F5 : 0x262C33);
    hatch = hatch(color(light ? 0xEEF0F3 : 0x20252B));
  }

  static Palette of(Theme theme) {
    return theme == Theme.LIGHT ? LIGHT : DARK;
  }

  /** The shade of a strength from 0 to 1, as one of the steps. */
  static int step(double strength) {
    return (int) Math.ceil(strength * STEPS);
  }

  Color glow(int step) {
    return glow[step];
  }

  Color bar(double position) {
    return bars[(int) Math.round(position * STEPS)];
  }

  private static Paint hatch(Color stripe) {
    Color none = Color.color(stripe.getRed(), stripe.getGreen(), stripe.getBlue(), 0);
    return new LinearGradient(
        0,
        0,
        5,
        5,
        false,
        CycleMethod.REPEAT,
        new Stop(0, stripe),
        new Stop(0.48, stripe),
        new Stop(0.52, none),
        new Stop(0.96, none),
        new Stop(1, stripe));
  }

  private static Color color(int rgb) {
    return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
  }
}
