// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.UserException;
import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a program keeps the speed it is given, and what having been paused costs it. */
@Command(
    name = "pace",
    description = "Lines a second as asked for and as run; speed before and after a pause.")
final class PaceBench implements Callable<Integer> {
  private static final double[] SPEEDS = {1, 4, 10, 100, 1000};
  private static final int LOOK_SECONDS = 5;

  @Mixin private final Homes homes = new Homes();

  @Option(names = "--runs", description = "for each row (default: 3)")
  private int runs = 3;

  @Override
  public Integer call() throws IOException, InterruptedException, UserException {
    Path folder = Project.temporary();
    System.out.println(Machine.description());
    System.out.println();
    Table speeds = new Table("JDK", "lines a second", "counts", "steps");
    Table pauses = new Table("JDK", "program", "no agent", "never paused", "once paused");
    for (Path home : homes) {
      Jdk jdk = Jdk.at(home);
      Path classes = Project.compile(jdk, folder, "", "src/bench/loads");
      for (double speed : SPEEDS) {
        String counts = kept(jdk, classes, speed, Detail.COUNTS);
        String steps = kept(jdk, classes, speed, Detail.STEPS);
        speeds.add(jdk.version(), Stats.number(speed, 0), counts, steps);
      }
      for (String load : List.of("Fib", "Queens", "Sieve")) {
        pauses.add(paused(jdk, classes, load).toArray(String[]::new));
      }
    }
    System.out.println(speeds + "\n\n" + pauses);
    return 0;
  }

  private String kept(Jdk jdk, Path classes, double speed, Detail detail)
      throws IOException, InterruptedException, UserException {
    List<Double> kept = new ArrayList<>();
    StartPace pace = StartPace.COUNTING.withDetail(detail).withSpeed(speed);
    for (int i = 0; i < runs; i++) {
      try (LiveRun run = new LiveRun(jdk, classes, pace, List.of("Steps"))) {
        LiveRun.until(() -> lines(run.session()) > 0);
        TimeUnit.MILLISECONDS.sleep(500);
        long before = lines(run.session());
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(LOOK_SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        kept.add((lines(run.session()) - before) / seconds);
      }
    }
    return new Stats(kept).range(1, 1);
  }

  /** The lines that ran so far. */
  private static long lines(Session session) {
    FilePicture file = session.file(new FileKey("Steps.java")).orElse(null);
    long sum = 0;
    for (int line = 1; file != null && line <= file.lastLine(); line++) {
      sum += Math.max(0, file.hits(line));
    }
    return sum;
  }

  private List<String> paused(Jdk jdk, Path classes, String load)
      throws IOException, InterruptedException, UserException {
    List<String> program = List.of("Run", load, "40", "6");
    List<Double> without = new ArrayList<>();
    Map<Boolean, List<Double>> with = new LinkedHashMap<>();
    for (int i = 0; i < runs; i++) {
      List<String> command = new ArrayList<>(List.of(jdk.java(), "-cp", classes.toString()));
      command.addAll(program);
      without.add(CostLoad.steady(Processes.run(command).output()) / 1e6);
      for (boolean pause : new boolean[] {false, true}) {
        double millis = underAgent(jdk, classes, program, pause) / 1e6;
        with.computeIfAbsent(pause, p -> new ArrayList<>()).add(millis / without.get(i));
      }
    }
    return List.of(
        jdk.version(),
        load,
        new Stats(without).range(0, 1) + " ms",
        new Stats(with.get(false)).range(2, 1),
        new Stats(with.get(true)).range(2, 1));
  }

  private static long underAgent(Jdk jdk, Path classes, List<String> program, boolean pause)
      throws IOException, InterruptedException, UserException {
    try (LiveRun run = new LiveRun(jdk, classes, StartPace.COUNTING, program)) {
      if (pause) {
        LiveRun.until(run::isConnected);
        TimeUnit.SECONDS.sleep(1);
        RunControl control = run.session().control();
        control.pause();
        LiveRun.until(() -> run.session().picture().run().paused());
        control.play();
      }
      byte[] output = run.process().getInputStream().readAllBytes();
      return CostLoad.steady(new String(output, StandardCharsets.UTF_8));
    }
  }
}
