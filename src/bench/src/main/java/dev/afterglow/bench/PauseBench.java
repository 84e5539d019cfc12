// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.launch.AgentOptions;
import dev.afterglow.launch.Listener;
import dev.afterglow.launch.ProgramSpec;
import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.UserException;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
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
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How long a program at full speed runs on after a pause was asked for, by the clock that its own
 * rounds write down, and when the window knows. Each try is a new process.
 */
@Command(name = "pause", description = "From the pause button to the program's standing still.")
final class PauseBench implements Callable<Integer> {
  private static final long PATIENCE_SECONDS = 10;

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

  @Override
  public Integer call() throws IOException, InterruptedException, UserException {
    Path folder = Project.temporary();
    System.out.println(Machine.description());
    System.out.println();
    Table table =
        new Table("JDK", "program", "level", "stands after, ms", "the window knows after, ms");
    for (Path home : homes) {
      Jdk jdk = Jdk.at(home);
      Path classes = Project.compile(jdk, folder, "", "src/bench/loads");
      for (Shape shape : SHAPES) {
        for (Level level : Level.values()) {
          stands.clear();
          told.clear();
          for (int i = 0; i < tries; i++) {
            once(jdk, classes, folder.resolve("ticks"), shape, level);
          }
          String known = new Stats(told).range(0, 1);
          table.add(jdk.version(), shape.text(), level.text, new Stats(stands).range(0, 1), known);
        }
      }
    }
    System.out.println(table);
    return 0;
  }

  private void once(Jdk jdk, Path classes, Path file, Shape shape, Level level)
      throws IOException, InterruptedException, UserException {
    Session session = new Session(new SourceFinder(List.of()));
    Files.write(file, new byte[8 * shape.threads()]);
    try (Listener listener = new Listener(session, 0)) {
      long steps = level == Level.FULL ? FEW : StartPace.STEPS;
      StartPace pace = StartPace.COUNTING.withDetail(level.first).withSteps(steps);
      ProgramSpec spec = new ProgramSpec(null, List.of(), List.of(), false, null, List.of(), pace);
      String agent = AgentOptions.of(listener, spec, pace).option(Project.agent());
      List<String> command = new ArrayList<>(List.of(jdk.java(), agent, "-cp", classes.toString()));
      command.addAll(List.of("Ticks", file.toString(), shape.kind(), "" + shape.threads()));
      Process process = new ProcessBuilder(command).inheritIO().start();
      try {
        measure(session, file, shape.threads(), level);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private void measure(Session session, Path file, int threads, Level level)
      throws IOException, InterruptedException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      LongBuffer seen = channel.map(FileChannel.MapMode.READ_ONLY, 0, 8L * threads).asLongBuffer();
      until(() -> running(session, seen));
      TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(250));
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
      until(() -> session.picture().run().paused());
      told.add((System.nanoTime() - start) / 1e6);
      until(() -> System.nanoTime() - last(seen) > TimeUnit.MILLISECONDS.toNanos(STILL_MILLIS));
      stands.add(Math.max(0, last(seen) - start) / 1e6);
    }
  }

  /** Whether all threads run and the window knows of the program. */
  private static boolean running(Session session, LongBuffer seen) {
    for (int i = 0; i < seen.capacity(); i++) {
      if (seen.get(i) == 0) {
        return false;
      }
    }
    return session.picture().targets().stream().anyMatch(target -> target.connected());
  }

  private static long last(LongBuffer seen) {
    long last = 0;
    for (int i = 0; i < seen.capacity(); i++) {
      last = Math.max(last, seen.get(i));
    }
    return last;
  }

  private static void until(BooleanSupplier condition) throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IOException("nothing came within " + PATIENCE_SECONDS + " s");
      }
      TimeUnit.MICROSECONDS.sleep(500);
    }
  }
}
