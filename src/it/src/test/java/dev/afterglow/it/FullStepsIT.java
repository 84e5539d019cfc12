// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.launch.AgentOptions;
import dev.afterglow.launch.Listener;
import dev.afterglow.launch.ProgramSpec;
import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.StartPace.Begin;
import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunControl.Goal;
import dev.afterglow.session.RunControl.GoalKind;
import dev.afterglow.session.RunControl.Step;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program whose steps are full reports nothing, until it is to stand: in a call that began
 * before, and in one that began meanwhile.
 */
class FullStepsIT {
  private static final FileKey FILE = new FileKey("Full.java");
  private static final int BEFORE = 6;
  private static final int MEANWHILE = 14;
  private static final int STEPS = 10;

  /** Steps are full, and the program has run without a brake, for long enough. */
  private static final long SHUT_MILLIS = 1000;

  private static final long STILL_MILLIS = 300;
  private static final long PATIENCE_SECONDS = 20;

  @TempDir Path folder;

  private final Session session = new Session(new SourceFinder(List.of()));

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "nothing came");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private FilePicture counts() {
    return session.file(FILE).orElseThrow();
  }

  private RunPicture run() {
    return session.picture().run();
  }

  @Test
  void the_program_stands_goes_on_and_is_counted_to_the_end() throws Exception {
    Path source = folder.resolve("Full.java");
    Files.writeString(
        source,
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
        """);
    Path classes = folder.resolve("classes");
    Compilers.javac(classes, 17, List.of(source));
    StartPace pace =
        new StartPace(RunControl.FULL_SPEED, Begin.AT_ONCE, Detail.STEPS, STEPS, true, false);
    ProgramSpec spec = new ProgramSpec(null, List.of(), List.of(), false, null, List.of(), pace);
    try (Listener listener = new Listener(session, 0)) {
      String agent = AgentOptions.of(listener, spec, pace).option(Target.agent());
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      Process process =
          new ProcessBuilder(java, agent, "-cp", classes.toString(), "Full")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        until(() -> run().budgetSpent() && counts().hits(BEFORE) > 0);
        stand(5, BEFORE);
        TimeUnit.MILLISECONDS.sleep(SHUT_MILLIS);
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        until(() -> counts().hits(MEANWHILE) > 0);
        stand(13, MEANWHILE);
        process.getOutputStream().write('\n');
        process.getOutputStream().close();
        String rounds = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor());
        until(() -> session.picture().status().ended());
        assertEquals(Long.parseLong(rounds), counts().hits(MEANWHILE));
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /** Pauses in a loop of two lines, goes steps in it and to a line, and lets it go on. */
  private void stand(int header, int body) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(SHUT_MILLIS);
    RunControl control = session.control();
    control.pause();
    until(() -> run().paused() && FILE.equals(run().file()));
    long hits = counts().hits(body);
    int line = run().line();
    assertTrue(line == header || line == body, () -> "stands before line " + line);
    TimeUnit.MILLISECONDS.sleep(STILL_MILLIS);
    control.step(Step.OVER);
    int other = header + body - line;
    until(() -> run().line() == other);
    control.runTo(new Goal(GoalKind.LINE, FILE, body, 0));
    until(() -> run().why().equals("Stopped before line " + body + "."));
    TimeUnit.MILLISECONDS.sleep(STILL_MILLIS);
    assertEquals(body, run().line());
    assertTrue(counts().hits(body) - hits <= 2, "it stood");
    assertEquals(STEPS, run().steps());
    control.play();
    until(() -> counts().hits(body) > hits + 2);
  }
}
