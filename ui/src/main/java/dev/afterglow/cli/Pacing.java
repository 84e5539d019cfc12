// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.launch.JavaArguments.Kind;
import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.StartPace.Begin;
import dev.afterglow.launch.UserException;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;

/** From the options to how a run starts. */
final class Pacing {
  /** Slow enough to be read aloud. */
  private static final double FIRST_SPEED = 4;

  private static final double FASTEST_SLOW = 1_000;
  private static final long MOST_STEPS = 100_000_000;
  private static final String MAX = "max";

  private Pacing() {}

  /**
   * How a program starts. A source file is there to be looked at: it stands before its first line.
   * Anything else runs as it would without a window.
   *
   * @param options the command line
   * @param kind what is run
   * @param window whether there is a window
   * @param saved the speed that the user chose last, as the settings have it; may be empty
   * @throws UserException with a sentence if an option makes no sense
   */
  static StartPace of(Options options, Kind kind, boolean window, String saved)
      throws UserException {
    boolean looked = window && kind == Kind.SOURCE;
    double speed =
        options.speed != null
            ? speed(options.speed)
            : looked && !options.train ? savedSpeed(saved) : RunControl.FULL_SPEED;
    if (options.paused && !window) {
      throw new UserException("--paused needs a window: leave it out with --headless.");
    }
    Begin begin = Begin.AT_ONCE;
    // To train is to run through, with all that a window may show.
    if (options.paused || (looked && options.speed == null && !options.train)) {
      begin = Begin.WHEN_TOLD;
    } else if (window && speed != RunControl.FULL_SPEED) {
      begin = Begin.WHEN_SHOWN;
    }
    Detail detail = detail(options, looked);
    long steps = options.steps == null ? StartPace.STEPS : steps(options.steps);
    return new StartPace(
        speed, begin, detail, steps, !options.noValues, options.toText, options.showSecrets);
  }

  /** Says what is wrong with the options before anything is started. */
  static void check(Options options) throws UserException {
    of(options, Kind.SOURCE, !options.headless, "");
  }

  private static double speed(String text) throws UserException {
    if (text.equals(MAX)) {
      return RunControl.FULL_SPEED;
    }
    double speed = number(text);
    if (!(speed >= 1 && speed <= FASTEST_SLOW)) {
      throw new UserException(
          "--speed wants lines a second from 1 to 1000, or max, not '" + text + "'.");
    }
    return speed;
  }

  private static double savedSpeed(String text) {
    double speed = text.equals(MAX) ? RunControl.FULL_SPEED : number(text);
    return speed >= 1 && (speed <= FASTEST_SLOW || text.equals(MAX)) ? speed : FIRST_SPEED;
  }

  private static Detail detail(Options options, boolean looked) throws UserException {
    boolean story = options.story != null;
    if (options.detail == null) {
      return looked || story ? Detail.STEPS : Detail.COUNTS;
    }
    Detail detail = detail(options.detail);
    if (story && detail == Detail.COUNTS) {
      throw new UserException("--story tells steps: leave out --detail counts.");
    }
    return detail;
  }

  private static Detail detail(String text) throws UserException {
    return switch (text) {
      case "counts" -> Detail.COUNTS;
      case "steps" -> Detail.STEPS;
      default -> throw new UserException("--detail wants counts or steps, not '" + text + "'.");
    };
  }

  private static long steps(String text) throws UserException {
    double steps = number(text);
    if (!(steps >= 1 && steps <= MOST_STEPS) || steps != Math.rint(steps)) {
      throw new UserException(
          "--steps wants a whole number from 1 to " + MOST_STEPS + ", not '" + text + "'.");
    }
    return (long) steps;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
