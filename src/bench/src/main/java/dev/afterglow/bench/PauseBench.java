// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.UserException;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.Session;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How long a program at full speed runs on after a pause was asked for, by the clock that its own
 * rounds write down, and when the window knows; likewise how long a move of the speed slider takes
 * to be effective. Each try is a new process.
 */
@Command(
    name = "pause",
    description = "From the pause button, or the speed slider, to what the program does then.")
final class PauseBench implements Callable<Integer> {
  /** Without a round for so long, all threads stand. */
  private static final long STILL_MILLIS = 400;

  /** Steps that are full at once. */
  private static final long FEW = 1000;

  /** When steps have been full for so long, nothing is reported any more. */
  private static final long SHUT_MILLIS = 1000;

  /** How a level is chosen: at the start or while the program's code already runs. */
  private enum Level {
    COUNTS("counts", Detail.COUNTS, Detail.COUNTS),
    STEPS("steps", Detail.STEPS, Detail.STEPS),
    TO_STEPS("counts, then steps", Detail.COUNTS, Detail.STEPS),
    FULL("steps, full", Detail.STEPS, Detail.STEPS),
    TO_COUNTS("steps, then counts", Detail.STEPS, Detail.COUNTS);

    private final String text;
    private final Detail first;
    private final Detail then;

    Level(String text, Detail first, Detail then) {
      this.text = text;
      this.first = first;
      this.then = then;
    }
  }

  /** How the slider is moved. */
  private enum Move {
    SLOWER("from full speed to 1 line a second"),
    FASTER("from 1 line a second to full speed");

    private final String text;

    Move(String text) {
      this.text = text;
    }
  }

  /** What is asked of a running program. */
  private interface Question {
    void ask(Session session, LongBuffer seen) throws IOException, InterruptedException;
  }

  /** A program: a loop or a recursion in some threads. */
  private record Shape(String text, String kind, int threads) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("a loop in main", "loop", 1),
          new Shape("a recursion", "recursion", 1),
          new Shape("16 threads", "loop", 16));

  @Mixin private final Homes homes = new Homes();

  @Option(names = "--tries", description = "for each row (default: 10)")
  private int tries = 10;

  private final Random random = new Random(1);
  private final List<Double> stands = new ArrayList<>();
  private final List<Double> told = new ArrayList<>();

  /** Where the program writes when its threads ran. */
  private Path file;

  @Override
  public Integer call() throws IOException, InterruptedException, UserException {
    Path folder = Project.temporary();
    file = folder.resolve("ticks");
    System.out.println(Machine.description());
    System.out.println();
    Table pause =
        new Table("JDK", "program", "level", "stands after, ms", "the window knows after, ms");
    Table slider = new Table("JDK", "program", "level", "slider", "effective after, ms");
    for (Path home : homes) {
      Jdk jdk = Jdk.at(home);
      Path classes = Project.compile(jdk, folder, "", "src/bench/loads");
      for (Shape shape : SHAPES) {
        for (Level level : Level.values()) {
          tries(jdk, classes, shape, level, (session, seen) -> pause(session, seen, level));
          String known = new Stats(told).range(0, 1);
          pause.add(jdk.version(), shape.text(), level.text, new Stats(stands).range(0, 1), known);
        }
        for (Level level : List.of(Level.COUNTS, Level.STEPS)) {
          for (Move move : Move.values()) {
            tries(jdk, classes, shape, level, (session, seen) -> move(session, seen, move));
            String effective = new Stats(stands).range(0, 1);
            slider.add(jdk.version(), shape.text(), level.text, move.text, effective);
          }
        }
      }
    }
    System.out.println(pause + "\n\n" + slider);
    return 0;
  }

  private void tries(Jdk jdk, Path classes, Shape shape, Level level, Question question)
      throws IOException, InterruptedException, UserException {
    stands.clear();
    told.clear();
    for (int i = 0; i < tries; i++) {
      once(jdk, classes, shape, level, question);
    }
  }

  private void once(Jdk jdk, Path classes, Shape shape, Level level, Question question)
      throws IOException, InterruptedException, UserException {
    Files.write(file, new byte[8 * shape.threads()]);
    long steps = level == Level.FULL ? FEW : StartPace.STEPS;
    StartPace pace = StartPace.COUNTING.withDetail(level.first).withSteps(steps);
    List<String> program =
        List.of("Ticks", file.toString(), shape.kind(), Integer.toString(shape.threads()));
    try (LiveRun run = new LiveRun(jdk, classes, pace, program);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long bytes = 8L * shape.threads();
      LongBuffer seen = channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes).asLongBuffer();
      LiveRun.until(() -> run.isConnected() && first(seen) > 0);
      TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(250));
      question.ask(run.session(), seen);
    }
  }

  private void pause(Session session, LongBuffer seen, Level level)
      throws IOException, InterruptedException {
    RunControl control = session.control();
    if (level.then != level.first) {
      control.detail(level.then);
      TimeUnit.MILLISECONDS.sleep(400);
    }
    if (level == Level.FULL) {
      TimeUnit.MILLISECONDS.sleep(SHUT_MILLIS);
    }
    long start = System.nanoTime();
    control.pause();
    LiveRun.until(() -> session.picture().run().paused());
    told.add((System.nanoTime() - start) / 1e6);
    LiveRun.until(() -> isStill(seen));
    stands.add(Math.max(0, last(seen) - start) / 1e6);
  }

  private void move(Session session, LongBuffer seen, Move move)
      throws IOException, InterruptedException {
    RunControl control = session.control();
    long start = System.nanoTime();
    control.speed(1);
    LiveRun.until(() -> isStill(seen)); // a round takes seconds now
    if (move == Move.FASTER) {
      start = System.nanoTime();
      control.speed(RunControl.FULL_SPEED);
      long moved = start;
      LiveRun.until(() -> first(seen) > moved);
      stands.add((first(seen) - start) / 1e6);
    } else {
      stands.add(Math.max(0, last(seen) - start) / 1e6);
    }
  }

  private static boolean isStill(LongBuffer seen) {
    return System.nanoTime() - last(seen) > TimeUnit.MILLISECONDS.toNanos(STILL_MILLIS);
  }

  private static long last(LongBuffer seen) {
    long last = 0;
    for (int i = 0; i < seen.capacity(); i++) {
      last = Math.max(last, seen.get(i));
    }
    return last;
  }

  /** The last round of the thread that is furthest behind. */
  private static long first(LongBuffer seen) {
    long first = Long.MAX_VALUE;
    for (int i = 0; i < seen.capacity(); i++) {
      first = Math.min(first, seen.get(i));
    }
    return first;
  }
}
