// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * From a line that runs to its glow on the screen, end to end: the program notes the time in each
 * of its lines, we note when the line's pixels change. Both clocks are the kernel's one.
 */
@Command(name = "latency", description = "The time from a line's run to its glow on the screen.")
final class LatencyBench implements Callable<Integer> {
  /** At 150 ms each a line has cooled for 2.4 s when its turn comes: its glow of 2 s is gone. */
  private static final int LINES = 16;

  /** The first of them in the program below. */
  private static final int FIRST_LINE = 7;

  /** Hits that are not counted: the compiler and the window warm up. */
  private static final int WARM_UP = 2 * LINES;

  private static final long SWEEP_MICROS = 200;

  @Mixin private final Homes homes = new Homes();

  @Option(names = "--hits", description = "hits to measure (default: 400)")
  private int hits = 400;

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println(Machine.description());
    System.out.println();
    Table table =
        new Table("JDK", "between hits the program", "hits", "p50", "p90", "p99", "most", "unseen");
    for (Path home : homes) {
      LiveWindow.prepare(home);
      for (boolean busy : new boolean[] {true, false}) {
        Stats stats = measure(home, busy);
        table.add(
            Jdk.at(home).version(),
            busy ? "computes" : "sleeps",
            Integer.toString(stats.size()),
            millis(stats.median()),
            millis(stats.percentile(90)),
            millis(stats.percentile(99)),
            millis(stats.max()),
            Integer.toString(hits - stats.size()));
      }
    }
    System.out.println(table);
    return 0;
  }

  private static String millis(double nanos) {
    return Stats.number(nanos / 1e6, 1) + " ms";
  }

  /** The program: lines that only note the time, one after the other, each 130 to 170 ms. */
  private String program(Path stamps, boolean busy) {
    StringBuilder text =
        new StringBuilder(
            """
            public class Stamps {
              static long[] times = new long[%d];
              static int n, numbers[] = new int[1_000_000];

              static void hit(int line) {
                switch (line) {
            """
                .formatted(hits + WARM_UP));
    for (int i = 0; i < LINES; i++) {
      text.append("      case ").append(i).append(": times[n] = System.nanoTime(); return;\n");
    }
    return text.append(
            """
                  default:
                }
              }

              public static void main(String[] a) throws Exception {
                java.util.Random random = new java.util.Random(1);
                for (n = 0; n < times.length; n++) {
                  hit(n %% %d);
                  long end = System.nanoTime() + 130_000_000L + random.nextInt(40_000_000);
                  %s
                }
                StringBuilder out = new StringBuilder();
                for (long t : times) out.append(t).append('\\n');
                java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), out);
              }
            }
            """
                .formatted(
                    LINES,
                    busy
                        ? "while (System.nanoTime() < end) java.util.Arrays.fill(numbers, n);"
                        : "Thread.sleep((end - System.nanoTime()) / 1_000_000);",
                    stamps))
        .toString();
  }

  private Stats measure(Path home, boolean busy) throws IOException, InterruptedException {
    Path stamps = Project.temporary().resolve("stamps");
    Path source = LiveWindow.source("Stamps", program(stamps, busy));
    try (Screen screen = new Screen(1280, 1000);
        LiveWindow window =
            LiveWindow.open(
                screen, home, "--detail", "counts", "--speed", "max", source.toString())) {
      List<List<Long>> seen = watch(screen, window, stamps);
      TimeUnit.MILLISECONDS.sleep(200);
      return match(Files.readAllLines(stamps).stream().map(Long::valueOf).toList(), seen);
    }
  }

  /** For each of the lines the times when it began to glow. */
  private static List<List<Long>> watch(Screen screen, LiveWindow window, Path stamps)
      throws InterruptedException, IOException {
    window.awaitGlow();
    List<List<Long>> seen = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      seen.add(new ArrayList<>());
    }
    boolean[] glowing = new boolean[LINES];
    while (!Files.exists(stamps)) {
      for (int i = 0; i < LINES; i++) {
        boolean glows = screen.isColoured(window.glowColumn(), window.lineMiddle(FIRST_LINE + i));
        if (glows && !glowing[i]) {
          seen.get(i).add(System.nanoTime());
        }
        glowing[i] = glows;
      }
      TimeUnit.MICROSECONDS.sleep(SWEEP_MICROS);
    }
    return seen;
  }

  /** A hit's glow is the first that its line began after it, before the line's next hit. */
  private Stats match(List<Long> times, List<List<Long>> seen) {
    List<Long> latencies = new ArrayList<>();
    for (int i = WARM_UP; i < times.size(); i++) {
      long hit = times.get(i);
      long next = i + LINES < times.size() ? times.get(i + LINES) : Long.MAX_VALUE;
      seen.get(i % LINES).stream()
          .filter(t -> t > hit && t < next)
          .findFirst()
          .ifPresent(t -> latencies.add(t - hit));
    }
    return new Stats(latencies);
  }
}
