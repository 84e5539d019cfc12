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
 * How long it takes from the command to the window and to its first glowing line, both as pixels on
 * the screen.
 */
@Command(name = "start", description = "The time from ./afterglow to its window.")
final class StartBench implements Callable<Integer> {
  private static final long PATIENCE_SECONDS = 20;

  /** So many coloured pixels below each other are a glow and no letter. */
  private static final int SHADE = 8;

  /** What was measured, in nanoseconds. */
  private static final class Times {
    private final List<Long> windows = new ArrayList<>();
    private final List<Long> contents = new ArrayList<>();
    private final List<Long> shades = new ArrayList<>();
    private final List<Long> processor = new ArrayList<>();
  }

  @Mixin private final Homes homes = new Homes();

  @Option(names = "--runs", description = "starts a JDK (default: 10)")
  private int runs = 10;

  @Option(names = "--program", description = "what to start")
  private String program = "examples/StillRunning.java";

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println(Machine.description());
    System.out.println();
    Table table =
        new Table(
            "JDK",
            "window, median [smallest–largest]",
            "its content",
            "first glowing line",
            "processor until then");
    for (Path home : homes) {
      row(home, table);
    }
    System.out.println(table);
    return 0;
  }

  private void row(Path home, Table table) throws IOException, InterruptedException {
    LiveWindow.prepare(home);
    Times times = new Times();
    for (int run = 0; run < runs; run++) {
      start(home, times);
    }
    table.add(
        Jdk.at(home).version(),
        millis(times.windows),
        millis(times.contents),
        millis(times.shades),
        millis(times.processor));
  }

  private static String millis(List<Long> nanos) {
    return new Stats(nanos).range(0, 1e6) + " ms";
  }

  private static boolean hasBar(Screen screen) {
    for (int x = 0; x < screen.width() / 2; x++) {
      if (screen.isColoured(x, 24)) {
        return true;
      }
    }
    return false;
  }

  private void start(Path home, Times times) throws IOException, InterruptedException {
    Path config = Project.temporary();
    try (Screen screen = new Screen(1280, 800)) {
      int empty = screen.pixel(screen.width() / 2, screen.height() / 2);
      ProcessBuilder builder = LiveWindow.builder(home, List.of("--speed", "max", program));
      builder.environment().put("DISPLAY", screen.display());
      builder.environment().put("XDG_CONFIG_HOME", Files.createDirectories(config).toString());
      long start = System.nanoTime();
      Process process = builder.start();
      int x = screen.width() / 2;
      long shown =
          Screen.await(() -> screen.pixel(x, screen.height() / 2) != empty, PATIENCE_SECONDS);
      long bar = Screen.await(() -> hasBar(screen), PATIENCE_SECONDS);
      int column = screen.width() * 3 / 5;
      int bottom = screen.height() * 7 / 10;
      long shaded =
          Screen.await(() -> screen.hasShade(column, 90, bottom, SHADE), PATIENCE_SECONDS);
      long cpu = Processes.cpuNanos(process.pid());
      Processes.end(process);
      TimeUnit.MILLISECONDS.sleep(300);
      if (shown == 0 || shaded == 0) {
        throw new IOException(shown == 0 ? "no window came" : "no line glowed");
      }
      times.windows.add(shown - start);
      times.contents.add(bar - start);
      times.shades.add(shaded - start);
      times.processor.add(cpu);
    }
  }
}
