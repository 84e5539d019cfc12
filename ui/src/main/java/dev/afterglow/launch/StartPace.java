// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;

/**
 * How a run starts: at which speed, and what is told of it.
 *
 * @param speed lines a second, or {@link RunControl#FULL_SPEED}
 * @param begin when it leaves the place before its first line
 * @param detail counts, or steps too
 * @param steps how many steps are recorded at most
 * @param values whether steps carry values
 * @param toText whether values may be asked for their {@code toString}, which runs the program's
 *     own code
 * @param secrets whether values are shown whose names read like those of secrets
 */
public record StartPace(
    double speed,
    Begin begin,
    Detail detail,
    long steps,
    boolean values,
    boolean toText,
    boolean secrets) {

  /** When a run leaves the place before its first line. */
  public enum Begin {
    /** As soon as its JVM is there. */
    AT_ONCE,
    /** When a window shows it: a slow run is there to be seen from its first line. */
    WHEN_SHOWN,
    /** When the user lets it go. */
    WHEN_TOLD
  }

  /** How many steps are recorded if nothing else is said. */
  public static final long STEPS = 2_000_000;

  /** Secrets are masked. */
  public StartPace(
      double speed, Begin begin, Detail detail, long steps, boolean values, boolean toText) {
    this(speed, begin, detail, steps, values, toText, false);
  }

  /** Full speed, counts only. */
  public static final StartPace COUNTING =
      new StartPace(RunControl.FULL_SPEED, Begin.AT_ONCE, Detail.COUNTS, STEPS, true, false);

  /** The same at another speed. */
  public StartPace withSpeed(double other) {
    return new StartPace(other, begin, detail, steps, values, toText, secrets);
  }

  /** The same with another detail. */
  public StartPace withDetail(Detail other) {
    return new StartPace(speed, begin, other, steps, values, toText, secrets);
  }

  /** The same with another number of steps. */
  public StartPace withSteps(long other) {
    return new StartPace(speed, begin, detail, other, values, toText, secrets);
  }
}
