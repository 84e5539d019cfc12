// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static dev.afterglow.it.Target.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.StartPace.Begin;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pause and slider: a program stands, or changes its speed, while it runs in one long call. */
class SpeedIT {
  private static final int LINE = 5;
  private static final long FAST = 20_000;

  /** So long after a pause its gate costs nothing again. */
  private static final long SETTLED_MILLIS = 1_500;

  @TempDir Path folder;

  private static final String SOURCE =
      """
      public class Round {
        public static void main(String[] args) {
          long sum = 0;
          while (sum >= 0) {
            sum++;
          }
        }
      }
      """;

  @Test
  void a_pause_works_again_long_after_another() throws Exception {
    try (Driven round = new Driven(folder, "Round", SOURCE, StartPace.COUNTING)) {
      until(() -> round.hits(LINE) > FAST);
      for (int i = 0; i < 3; i++) {
        round.control().pause();
        until(() -> round.run().paused() && round.run().thread() != 0);
        TimeUnit.MILLISECONDS.sleep(300);
        long stands = round.hits(LINE);
        TimeUnit.MILLISECONDS.sleep(200);
        assertEquals(stands, round.hits(LINE));
        round.control().play();
        until(() -> round.hits(LINE) > stands + FAST);
        TimeUnit.MILLISECONDS.sleep(i * SETTLED_MILLIS);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Detail.class)
  void the_speed_changes_while_one_loop_runs(Detail detail) throws Exception {
    StartPace pace =
        new StartPace(RunControl.FULL_SPEED, Begin.AT_ONCE, detail, 100_000, true, false);
    try (Driven round = new Driven(folder, "Round", SOURCE, pace)) {
      until(() -> round.hits(LINE) > FAST);
      slow(round, 10);
      long hits = round.hits(LINE);
      TimeUnit.SECONDS.sleep(1);
      long ten = round.hits(LINE) - hits;
      // With steps the loop's head takes its turn too; on a busy machine a second may be long.
      assertTrue(ten >= 1 && ten <= 50, "rounds in a second: " + ten);
      slow(round, 1_000);
      long before = round.hits(LINE);
      until(() -> round.hits(LINE) > before + 200);
      round.control().speed(RunControl.FULL_SPEED);
      long after = round.hits(LINE);
      until(() -> round.hits(LINE) > after + FAST);
      assertEquals(RunControl.FULL_SPEED, round.run().speed());
    }
  }

  /** Chooses a speed and waits until the program has told all it ran before it kept to it. */
  private static void slow(Driven program, double speed) throws Exception {
    program.control().speed(speed);
    until(() -> program.run().speed() == speed);
    TimeUnit.MILLISECONDS.sleep(300);
  }
}
