// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program.Channel;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.NoticePicture;
import dev.afterglow.session.Picture.TargetPicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.view.FakeSession.FakeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.testfx.util.WaitForAsyncUtils;

/** Sessions that look like real ones, for tests and screenshots. */
public final class Scenes {
  /** How long a slow machine may take for anything. */
  static final long PATIENCE_SECONDS = 60;

  static final String FIBONACCI =
      """
      public class Fibonacci {

          /** Slow on purpose: every call asks for two more. */
          static int fib(int n) {
              if (n < 2) {
                  return n;
              }
              return fib(n - 1) + fib(n - 2);
          }

          public static void main(String[] args) {
              int total = 0;
              for (int i = 0; i <= 7; i++) {
                  total += fib(i);
                  System.out.println(i + " " + total);
              }
              List.of(1, 2, 3).forEach(x -> check(x, 'c', 0x1F));
              System.out.println("sum " + total);
          }

          @Override
          public String toString() {
              return "never called";
          }
      }
      """;

  private static final String MEMO =
      """
      import java.util.HashMap;
      import java.util.Map;

      /** Remembers what it has worked out. */
      class Memo {
          private final Map<Integer, Long> known = new HashMap<>();

          long get(int n) {
              Long before = known.get(n);
              return before == null ? -1 : before;
          }
      }
      """;

  private Scenes() {}

  /** The example of the design, half way. */
  static FakeSession fibonacci() {
    FakeSession session = new FakeSession();
    FakeFile fib = session.add("Fibonacci.java", FIBONACCI);
    session.hit(fib, 5, 31_415, 0);
    session.hit(fib, 6, 17_211, 200);
    session.hit(fib, 8, 14_204, 450);
    session.hit(fib, 12, 1, 9_000);
    session.hit(fib, 13, 8, 900);
    session.rounds(fib, 13, 8);
    session.hit(fib, 14, 8, 900);
    session.hit(fib, 15, 7, 1_300);
    session.hit(fib, 17, 1, 9_000);
    session.lambda(fib, 17, 3);
    session.hit(fib, 18, 0, 0);
    session.hit(fib, 23, 0, 0);
    FakeFile memo = session.add("com/acme/cache/Memo.java", MEMO);
    session.hit(memo, 6, 1, 9_000);
    session.hit(memo, 9, 12, 3_000);
    session.hit(memo, 10, 12, 3_000);
    FakeFile report = session.add("com/acme/Report.java", "class Report {\n  int x;\n}\n");
    session.hit(report, 2, 0, 0);
    session.threads(
        main(
            FakeSession.frame("Fibonacci", "fib", "Fibonacci.java", 5),
            FakeSession.frame("Fibonacci", "fib", "Fibonacci.java", 8),
            FakeSession.frame("Fibonacci", "fib", "Fibonacci.java", 8),
            FakeSession.frame("Fibonacci", "main", "Fibonacci.java", 14),
            FakeSession.frame("java.lang.Thread", "run", null, 840)),
        new ThreadPicture(
            1,
            22,
            "pool-1-thread-1",
            Thread.State.WAITING,
            false,
            2,
            List.of(
                FakeSession.frame("java.lang.Object", "wait", null, 0),
                FakeSession.frame("com.acme.cache.Memo", "get", "com/acme/cache/Memo.java", 9))));
    session.targets(new TargetPicture(1, 4711, "Fibonacci", "17.0.15", true, 400_000_000L));
    return session;
  }

  /** As {@link #fibonacci}, with all that may come besides. */
  static FakeSession crowded() {
    FakeSession session = fibonacci();
    session.targets(
        new TargetPicture(1, 4711, "org.acme.build.Launcher test", "17.0.15", true, 40_000_000L),
        new TargetPicture(2, 4744, "/tmp/surefire/booter.jar", "17.0.15", true, 40_000_000L),
        new TargetPicture(3, 4720, "com.acme.Forked", "25.0.3", false, 9_000_000_000L));
    session.notices(
        new NoticePicture("com.acme.gen.Parser", "No line numbers (compile with -g)."),
        new NoticePicture(
            "com.acme.Huge", "The method table() would grow past 64 kB; left as it is."));
    return session;
  }

  static FakeProgram program() {
    FakeProgram program = new FakeProgram("Fibonacci.java");
    program.sayEarly(Channel.OUT, "0 0\n1 1\n2 2\n3 4\n4 7\n5 12\n");
    program.sayEarly(Channel.ERR, "warning: this takes a while\n");
    program.sayEarly(Channel.OUT, "6 20\n");
    return program;
  }

  /** The settings of a new user with a small projector. */
  static Settings settings() throws IOException {
    return settings(Files.createTempDirectory("afterglow-settings"));
  }

  /** The same, in a folder. */
  static Settings settings(Path folder) {
    Settings settings = Settings.load(folder);
    settings.put("window.width", 1280);
    settings.put("window.height", 720);
    return settings;
  }

  /** The thread {@code main} while it reads a line of input. */
  static ThreadPicture readsInput() {
    return main(
        FakeSession.frame("java.io.FileInputStream", "readBytes", null, 0),
        FakeSession.frame("java.util.Scanner", "nextLine", null, 0),
        FakeSession.frame("Fibonacci", "main", "Fibonacci.java", 14));
  }

  private static ThreadPicture main(FramePicture... frames) {
    return new ThreadPicture(
        1, 1, "main", Thread.State.RUNNABLE, false, frames.length, List.of(frames));
  }

  /** Waits for what the window does in its own time. */
  public static void eventually(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
  }

  /** The same, looked at on the window's thread; then for what it has begun. */
  static void waitFor(String what, BooleanSupplier condition) {
    try {
      eventually(() -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain for: " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
