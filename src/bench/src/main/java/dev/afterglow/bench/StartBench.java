// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long it takes from the command to the window. Asks the X server for its windows every few
 * milliseconds, so it needs a display, its {@code xwininfo}, and nothing else on that display.
 */
@Command(name = "start", description = "The time from ./afterglow to its window.")
final class StartBench implements Callable<Integer> {
  private static final long POLL_MILLIS = 20;
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  @Option(names = "--jdk", description = "a JDK's folder; may be repeated (default: this one)")
  private List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));

  @Option(names = "--runs", description = "starts a JDK (default: 10)")
  private int runs = 10;

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println(Machine.description());
    System.out.println();
    Table table = new Table(List.of("JDK", "window, median [smallest–largest]"));
    for (Path home : homes) {
      once(home, "--version"); // builds, and lets the class-data archive be made
      List<Long> times = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        times.add(window(home));
      }
      table.add(List.of(Jdk.at(home).version(), new Stats(times).range(0, 1e6) + " ms"));
    }
    System.out.println(table);
    return 0;
  }

  private static ProcessBuilder afterglow(Path home, String... arguments) {
    List<String> command = new ArrayList<>(List.of("./afterglow"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", home.toString());
    builder.environment().put("AFTERGLOW_WAIT_FOR_ARCHIVE", "1");
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static void once(Path home, String argument) throws IOException, InterruptedException {
    afterglow(home, argument).start().waitFor();
  }

  /** A window that goes while it is asked about makes xwininfo fail: what it said counts. */
  private static String windows() throws IOException {
    Process process =
        new ProcessBuilder("xwininfo", "-root", "-tree")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long window(Path home) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = afterglow(home, "examples/StillRunning.java").start();
    long shown = 0;
    while (shown == 0 && System.nanoTime() - start < PATIENCE_NANOS) {
      if (windows().contains("Afterglow\"")) {
        shown = System.nanoTime() - start;
      }
      // Asking takes time of the core that the window needs.
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    TimeUnit.MILLISECONDS.sleep(500);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroy();
    process.waitFor();
    TimeUnit.MILLISECONDS.sleep(500);
    if (shown == 0) {
      throw new IOException("no window came: is there a display, and xwininfo?");
    }
    return shown;
  }
}
