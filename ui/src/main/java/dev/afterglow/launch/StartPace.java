// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;

/**
 * How a run starts: at which speed, and what is told of it.
 *
 * @param speed lines a second, or {@link RunControl#FULL_SPEED}
 * @param paused whether it stands before its first line
 * @param detail counts, or steps too
 * @param steps how many steps are recorded at most
 * @param values whether steps carry values
 * @param toText whether values may be asked for their {@code toString}, which runs the program's
 *     own code
 */
public record StartPace(
    double speed, boolean paused, Detail detail, long steps, boolean values, boolean toText) {

  /** How many steps are recorded if nothing else is said. */
  public static final long STEPS = 2_000_000;

  /** Full speed, counts only. */
  public static final StartPace COUNTING =
      new StartPace(RunControl.FULL_SPEED, false, Detail.COUNTS, STEPS, true, false);

  /** The same at another speed. */
  public StartPace withSpeed(double other) {
    return new StartPace(other, paused, detail, steps, values, toText);
  }

  /** The same with another detail. */
  public StartPace withDetail(Detail other) {
    return new StartPace(speed, paused, other, steps, values, toText);
  }
}
