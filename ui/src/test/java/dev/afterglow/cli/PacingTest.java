// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.launch.JavaArguments.Kind;
import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.StartPace.Begin;
import dev.afterglow.launch.UserException;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;
import org.junit.jupiter.api.Test;

/** How a run starts, by what is run and what was chosen. */
class PacingTest {
  private final Options options = new Options();

  private StartPace pace(Kind kind, boolean window, String saved) throws UserException {
    return Pacing.of(options, kind, window, saved);
  }

  private static StartPace pace(double speed, Begin begin, Detail detail) {
    return new StartPace(speed, begin, detail, StartPace.STEPS, true, false);
  }

  @Test
  void a_source_file_stands_before_its_first_line() throws UserException {
    assertEquals(pace(4, Begin.WHEN_TOLD, Detail.STEPS), pace(Kind.SOURCE, true, ""));
  }

  @Test
  void other_programs_and_headless_runs_are_not_held_up() throws UserException {
    for (Kind kind : Kind.values()) {
      assertEquals(StartPace.COUNTING, pace(kind, false, "4"));
      if (kind != Kind.SOURCE) {
        assertEquals(StartPace.COUNTING, pace(kind, true, "4"));
      }
    }
  }

  @Test
  void the_speed_chosen_last_is_taken_again_if_it_makes_sense() throws UserException {
    assertEquals(pace(25, Begin.WHEN_TOLD, Detail.STEPS), pace(Kind.SOURCE, true, "25"));
    assertEquals(
        pace(RunControl.FULL_SPEED, Begin.WHEN_TOLD, Detail.STEPS), pace(Kind.SOURCE, true, "max"));
    for (String broken : new String[] {"-1", "0", "NaN", "Infinity", "1e9", "x"}) {
      assertEquals(pace(4, Begin.WHEN_TOLD, Detail.STEPS), pace(Kind.SOURCE, true, broken));
    }
  }

  @Test
  void a_speed_on_the_command_line_starts_when_it_is_shown() throws UserException {
    options.speed = "12";
    assertEquals(pace(12, Begin.WHEN_SHOWN, Detail.STEPS), pace(Kind.SOURCE, true, "25"));
    assertEquals(pace(12, Begin.WHEN_SHOWN, Detail.COUNTS), pace(Kind.JAR, true, "25"));
    assertEquals(pace(12, Begin.AT_ONCE, Detail.COUNTS), pace(Kind.JAR, false, "25"));
    options.speed = "max";
    assertEquals(
        pace(RunControl.FULL_SPEED, Begin.AT_ONCE, Detail.STEPS), pace(Kind.SOURCE, true, ""));
    options.paused = true;
    assertEquals(
        pace(RunControl.FULL_SPEED, Begin.WHEN_TOLD, Detail.STEPS), pace(Kind.SOURCE, true, ""));
  }

  @Test
  void detail_steps_and_values_are_what_was_asked_for() throws UserException {
    options.detail = "steps";
    options.steps = "500";
    options.noValues = true;
    options.toText = true;
    options.showSecrets = true;
    assertEquals(
        new StartPace(RunControl.FULL_SPEED, Begin.AT_ONCE, Detail.STEPS, 500, false, true, true),
        pace(Kind.CLASS, false, ""));
  }
}
