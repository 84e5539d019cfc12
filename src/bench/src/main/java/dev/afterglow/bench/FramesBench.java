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

/**
 * Frames a second and what they cost, with a file of 5,000 lines open: when every line on the
 * screen changes in each frame, and when a hot spot moves and leaves a glow that fades; standing
 * still and while the mouse wheel turns. Then how long a file of 50,000 lines takes to open. All
 * from the outside: the screen's pixels and the kernel's clocks. Needs Debian's {@code xdotool}.
 */
@Command(name = "frames", description = "Frames a second of the window, and what they cost.")
final class FramesBench implements Callable<Integer> {
  private static final int LINES = 5_000;
  private static final int LONG_LINES = 50_000;
  private static final int BLOCK = 5;

  /** Blocks of lines that run: more than a screen shows, so that the wheel has somewhere to go. */
  private static final int BLOCKS = 100;

  /** Hotter than the long file, so that it is shown first. */
  private static final String HOT =
      """
      public class Main {
        public static void main(String[] a) throws Exception {
          for (int n = 0; ; n++) {
            if (n % 100 == 0) {
              Thread.sleep(10);
              Big.m3();
            }
          }
        }
      }
      """;

  private static final int SECONDS = 10;
  private static final int OPENINGS = 5;

  @Mixin private final Homes homes = new Homes();

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println(Machine.description());
    System.out.println();
    Table table =
        new Table(
            "JDK", "5,000 lines", "the wheel", "frames a second", "FX thread", "whole process");
    Table opening = new Table("JDK", "50,000 lines open in, median [smallest–largest]");
    for (Path home : homes) {
      LiveWindow.prepare(home);
      for (boolean all : new boolean[] {true, false}) {
        frames(home, all, table);
      }
      opening.add(Jdk.at(home).version(), opening(home));
    }
    System.out.println(table);
    System.out.println();
    System.out.println(opening);
    return 0;
  }

  private static void frames(Path home, boolean all, Table table)
      throws IOException, InterruptedException {
    Path source = LiveWindow.source("Burn", program("Burn", LINES, all));
    try (Screen screen = new Screen(1280, 1000);
        LiveWindow window =
            LiveWindow.open(
                screen, home, "--detail", "counts", "--speed", "max", source.toString())) {
      window.awaitGlow();
      TimeUnit.SECONDS.sleep(5); // the compiler warms up
      for (boolean scrolls : new boolean[] {false, true}) {
        Process wheel = scrolls ? window.turnWheel() : null;
        long start = System.nanoTime();
        long fx = window.fxNanos();
        long cpu = Processes.cpuNanos(window.pid());
        double frames = window.framesPerSecond(SECONDS);
        double nanos = System.nanoTime() - start;
        table.add(
            Jdk.at(home).version(),
            all ? "all change in each frame" : "a hot spot moves",
            scrolls ? "turns" : "stands",
            Stats.number(frames, 1),
            Stats.number(100 * (window.fxNanos() - fx) / nanos, 0) + " %",
            Stats.number(100 * (Processes.cpuNanos(window.pid()) - cpu) / nanos, 0) + " %");
        if (wheel != null) {
          wheel.destroy();
          wheel.waitFor();
        }
      }
    }
  }

  private static String opening(Path home) throws IOException, InterruptedException {
    Path main = LiveWindow.source("Main", HOT);
    Path big = main.resolveSibling("Big.java");
    Files.writeString(big, longText());
    List<Long> times = new ArrayList<>();
    Jdk jdk = Jdk.at(home);
    Path classes = big.resolveSibling("classes");
    Processes.run(
        List.of(jdk.javac(), "-g", "-d", classes.toString(), main.toString(), big.toString()));
    for (int i = 0; i < OPENINGS; i++) {
      try (Screen screen = new Screen(1280, 1000);
          LiveWindow window =
              LiveWindow.open(
                  screen,
                  home,
                  "--sources",
                  big.getParent().toString(),
                  "-cp",
                  classes.toString(),
                  "Main")) {
        window.awaitGlow();
        TimeUnit.SECONDS.sleep(2);
        times.add(window.openSecondFile());
      }
    }
    return new Stats(times).range(0, 1e6) + " ms";
  }

  private static String longText() {
    StringBuilder text = new StringBuilder("class Big {\n  static int x;\n");
    for (int line = 3; line < LONG_LINES; line += 100) {
      text.append("  static void m" + line + "() {\n");
      text.append("    x += 2; // counts\n".repeat(98));
      text.append("  }\n");
    }
    return text.append("}\n").toString();
  }

  /** Blocks of lines that run in turn: all of them each 4 ms, or one each 20 ms. */
  private static String program(String name, int lines, boolean all) {
    StringBuilder text = new StringBuilder("public class " + name + " {\n  static int x;\n");
    for (int block = 0; block < BLOCKS; block++) {
      text.append("  static void b" + block + "() {\n");
      text.append("    x++; // counts\n".repeat(BLOCK - 2));
      text.append("  }\n");
    }
    text.append("  public static void main(String[] a) throws Exception {\n");
    text.append("    for (int n = 0; ; n++) {\n      Thread.sleep(" + (all ? 4 : 20) + ");\n");
    text.append(all ? "" : "      switch (n % " + BLOCKS + ") {\n");
    for (int block = 0; block < BLOCKS; block++) {
      text.append(
          all
              ? "      b" + block + "();\n"
              : "        case " + block + ": b" + block + "(); break;\n");
    }
    text.append(all ? "    }\n  }\n" : "        default:\n      }\n    }\n  }\n");
    long written = text.chars().filter(c -> c == '\n').count();
    for (long line = written + 1; line < lines; line++) {
      text.append("  // line " + line + "\n");
    }
    return text.append("}\n").toString();
  }
}
