// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static dev.afterglow.it.Target.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.launch.StartPace;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunControl.Goal;
import dev.afterglow.session.RunControl.GoalKind;
import dev.afterglow.session.RunControl.Step;
import dev.afterglow.session.RunPicture.Detail;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program whose steps are full reports nothing, until it is to stand: in a call that began
 * before, and in one that began meanwhile.
 */
class FullStepsIT {
  private static final int BEFORE = 6;
  private static final int MEANWHILE = 14;
  private static final int STEPS = 10;

  /** Steps are full, and the program has run without a brake, for long enough. */
  private static final long SHUT_MILLIS = 1000;

  private static final long STILL_MILLIS = 300;

  @TempDir Path folder;

  @Test
  void the_program_stands_goes_on_and_is_counted_to_the_end() throws Exception {
    String source =
        """
        import java.io.InputStream;
        public class Full {
          public static void main(String[] args) throws Exception {
            InputStream in = System.in;
            while (in.available() == 0) {
              Thread.onSpinWait();
            }
            in.read();
            System.out.print(meanwhile(in));
          }
          static long meanwhile(InputStream in) throws Exception {
            long rounds = 0;
            while (in.available() == 0) {
              rounds++;
            }
            return rounds;
          }
        }
        """;
    StartPace pace = StartPace.COUNTING.withDetail(Detail.STEPS).withSteps(STEPS);
    try (Driven full = new Driven(folder, "Full", source, pace)) {
      until(() -> full.run().budgetSpent() && full.hits(BEFORE) > 0);
      stand(full, 5, BEFORE);
      TimeUnit.MILLISECONDS.sleep(SHUT_MILLIS);
      full.process().getOutputStream().write('\n');
      full.process().getOutputStream().flush();
      until(() -> full.hits(MEANWHILE) > 0);
      stand(full, 13, MEANWHILE);
      full.process().getOutputStream().write('\n');
      full.process().getOutputStream().close();
      String rounds = new String(full.process().getInputStream().readAllBytes(), UTF_8);
      assertEquals(0, full.process().waitFor());
      until(full::ended);
      assertEquals(Long.parseLong(rounds), full.hits(MEANWHILE));
    }
  }

  @Test
  void it_stops_at_an_exception_that_passes_a_call_which_began_meanwhile() throws Exception {
    String source =
        """
        import java.io.InputStream;
        public class Fails {
          public static void main(String[] args) throws Exception {
            InputStream in = System.in;
            while (in.available() == 0) {
              Thread.onSpinWait();
            }
            in.read();
            try {
              meanwhile(in);
            } catch (IllegalStateException e) {
              System.out.print(e.getMessage());
            }
          }
          static void meanwhile(InputStream in) throws Exception {
            long rounds = 0;
            while (true) {
              try {
                rounds += Integer.parseInt(rounds < 0 ? "1" : "one");
              } catch (NumberFormatException e) {
                rounds++;
              }
              if (in.available() > 0)
                throw new IllegalStateException("enough");
            }
          }
        }
        """;
    StartPace pace = StartPace.COUNTING.withDetail(Detail.STEPS).withSteps(STEPS);
    try (Driven fails = new Driven(folder, "Fails", source, pace)) {
      until(() -> fails.run().budgetSpent() && fails.hits(BEFORE) > 0);
      TimeUnit.MILLISECONDS.sleep(SHUT_MILLIS);
      fails.process().getOutputStream().write('\n');
      fails.process().getOutputStream().flush();
      until(() -> fails.hits(21) > 0);
      TimeUnit.MILLISECONDS.sleep(SHUT_MILLIS);
      stopAtException(fails, "NumberFormatException, For input string: \"one\".", 20);
      fails.control().runTo(new Goal(GoalKind.LINE, fails.file(), 21, 0));
      until(() -> fails.run().line() == 21);
      fails.process().getOutputStream().write('\n');
      fails.process().getOutputStream().close();
      fails.control().runTo(new Goal(GoalKind.LINE, fails.file(), 24, 0));
      until(() -> fails.run().line() == 24);
      stopAtException(fails, "IllegalStateException, enough.", 24);
      fails.control().play();
      assertEquals("enough", new String(fails.process().getInputStream().readAllBytes(), UTF_8));
      assertEquals(0, fails.process().waitFor());
    }
  }

  private static void stopAtException(Driven program, String what, int line) throws Exception {
    program.control().runTo(new Goal(GoalKind.EXCEPTION, null, 0, 0));
    until(() -> program.run().why().equals("Stopped at the first exception: " + what));
    assertEquals(line, program.run().line());
  }

  /** Pauses in a loop of two lines, goes steps in it and to a line, and lets it go on. */
  private static void stand(Driven full, int header, int body) throws Exception {
    TimeUnit.MILLISECONDS.sleep(SHUT_MILLIS);
    RunControl control = full.control();
    control.pause();
    until(() -> full.run().paused() && full.file().equals(full.run().file()));
    int line = full.run().line();
    assertTrue(line == header || line == body, () -> "stands before line " + line);
    TimeUnit.MILLISECONDS.sleep(STILL_MILLIS);
    long hits = full.hits(body);
    control.step(Step.OVER);
    int other = header + body - line;
    until(() -> full.run().line() == other);
    control.runTo(new Goal(GoalKind.LINE, full.file(), body, 0));
    until(() -> full.run().why().equals("Stopped before line " + body + "."));
    long n = hits + 100;
    control.runTo(new Goal(GoalKind.COUNT, full.file(), body, n));
    until(() -> full.run().why().startsWith("Stopped before line " + body + ", for the " + n));
    TimeUnit.MILLISECONDS.sleep(STILL_MILLIS);
    assertEquals(body, full.run().line());
    assertEquals(n - 1, full.hits(body));
    assertEquals(STEPS, full.run().steps());
    control.play();
    until(() -> full.hits(body) > n);
  }
}
