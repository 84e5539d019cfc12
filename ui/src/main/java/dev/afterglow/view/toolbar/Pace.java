// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;

/**
 * The scale of the speed slider: a third of it each for 1 to 10, 10 to 100 and 100 to 1,000 lines a
 * second, and full speed at its end.
 */
public final class Pace {
  /** The position of full speed, the end of the slider. */
  public static final double END = 3.5;

  /** From here on the slider means full speed. */
  private static final double FULL_FROM = 3.25;

  private static final double FASTEST_SLOW = 1_000;

  private Pace() {}

  /** Lines a second at a position of the slider, in numbers that one can read. */
  public static double speed(double position) {
    if (position >= FULL_FROM) {
      return RunControl.FULL_SPEED;
    }
    double exact = Math.pow(10, Math.max(0, Math.min(3, position)));
    double unit = exact < 20 ? 1 : exact < 200 ? 10 : 100;
    return Math.max(1, Math.min(FASTEST_SLOW, Math.rint(exact / unit) * unit));
  }

  /** The position that means a speed. */
  static double position(double speed) {
    return speed > FASTEST_SLOW ? END : Math.log10(Math.max(1, speed));
  }

  /**
   * {@code 12 lines/s}, {@code full speed}; {@code 12 rounds/s} where lines are only counted, since
   * a program is held up at each call and round then.
   */
  static String inWords(double speed, Detail detail) {
    if (speed > FASTEST_SLOW) {
      return "full speed";
    }
    return Numbers.of(Math.round(speed), detail == Detail.STEPS ? "line" : "round") + "/s";
  }

  /** As the settings and the command line write it: a number or {@code max}. */
  public static String text(double speed) {
    return speed > FASTEST_SLOW ? "max" : Long.toString(Math.round(speed));
  }
}
