// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static dev.afterglow.it.Target.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.StartPace.Begin;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunControl.Goal;
import dev.afterglow.session.RunControl.GoalKind;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.Calls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program at full speed runs to each kind of goal, and stands there with its counts exact. */
class RunToIT {
  private static final int CALL = 6;
  private static final int SUM = 7;
  private static final int THROW = 15;

  /** Counts of a program that stands are there within a tick. */
  private static final long TICK_MILLIS = 300;

  @TempDir Path folder;

  @Test
  void goals_are_met_one_after_the_other() throws Exception {
    String source =
        """
        public class Goals {
          public static void main(String[] args) {
            long sum = 0;
            for (int i = 1; i <= 100_000; i++) {
              try {
                long n = down(i % 50);
                sum += n;
              } catch (IllegalStateException e) {
                sum--;
              }
            }
          }
          static long down(int n) {
            if (n == 40)
              throw new IllegalStateException("forty");
            return n == 0 ? 0 : 1 + down(n - 1);
          }
        }
        """;
    StartPace pace =
        new StartPace(
            RunControl.FULL_SPEED, Begin.WHEN_TOLD, Detail.STEPS, StartPace.STEPS, true, false);
    try (Driven goals = new Driven(folder, "Goals", source, pace)) {
      until(() -> goals.run().paused());
      stop(goals, new Goal(GoalKind.LINE, goals.file(), SUM, 0), "Stopped before line 7.", SUM);
      assertEquals(0, goals.hits(SUM));
      stop(
          goals,
          new Goal(GoalKind.COUNT, goals.file(), SUM, 23),
          "Stopped before line 7, for the 23rd time.",
          SUM);
      assertEquals(22, goals.hits(SUM));
      assertEquals(23, goals.hits(CALL));
      // down(30) stands 31 deep below main.
      stop(goals, new Goal(GoalKind.DEPTH, null, 0, 32), "Stopped 32 calls deep.", 14);
      assertEquals(30, goals.hits(CALL));
      stop(
          goals,
          new Goal(GoalKind.EXCEPTION, null, 0, 0),
          "Stopped at the first exception: IllegalStateException, forty.",
          THROW);
      until(() -> goals.topLine("main") == THROW);
      assertEquals(40, goals.hits(CALL));
      assertEquals(1, goals.hits(THROW));
      goals.control().play();
      assertEquals(0, goals.process().waitFor());
    }
  }

  @Test
  void an_exception_is_met_where_it_was_thrown_before_a_finally_runs() throws Exception {
    String source =
        """
        public class Passed {
          static int runs;
          public static void main(String[] args) {
            try {
              work("x");
            } catch (NumberFormatException e) {
              runs = -1;
            }
          }
          static int work(String text) {
            try (AutoCloseable none = () -> runs++) {
              int n = 1;
              return n + Integer.parseInt(text);
            } catch (NumberFormatException e) {
              throw e;
            } catch (Exception e) {
              return 0;
            } finally {
              runs++;
            }
          }
        }
        """;
    StartPace pace =
        new StartPace(
            RunControl.FULL_SPEED, Begin.WHEN_TOLD, Detail.STEPS, StartPace.STEPS, true, false);
    try (Driven passed = new Driven(folder, "Passed", source, pace)) {
      until(() -> passed.run().paused());
      String why =
          "Stopped at the first exception: NumberFormatException, For input string: \"x\".";
      Goal exception = new Goal(GoalKind.EXCEPTION, null, 0, 0);
      stop(passed, exception, why, 13);
      assertEquals("NumberFormatException: For input string: \"x\"", passed.run().exception());
      until(() -> passed.topLine("main") == 13); // not where the finally is
      assertEquals(0, passed.hits(19));
      passed.control().play();
      assertEquals(0, passed.process().waitFor());
      until(passed::ended);
      List<Integer> thrown = new ArrayList<>();
      List<Integer> finallys = new ArrayList<>();
      List<Integer> from = new ArrayList<>();
      StepLog log = passed.steps();
      for (int step = 0; step < log.size(); step++) {
        if (log.kind(step) == StepLog.Kind.THROW) {
          thrown.add(log.line(step));
        } else if (log.kind(step) == StepLog.Kind.PASS) {
          finallys.add(log.line(step));
          from.add(Calls.comesFrom(log, step));
        }
      }
      assertEquals(List.of(15), thrown, "thrown again by the catch");
      assertEquals(List.of(15), from);
      assertEquals(List.of(19), finallys, "what closes a resource is no finally");
    }
  }

  private static void stop(Driven program, Goal goal, String why, int line) throws Exception {
    String before = program.run().why();
    program.control().runTo(goal);
    until(() -> program.run().paused() && !program.run().why().equals(before));
    assertEquals(why, program.run().why());
    TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
    assertEquals(line, program.run().line());
  }
}
