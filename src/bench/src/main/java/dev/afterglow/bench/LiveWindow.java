// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The real window with a real program, on a screen of our own, as a user starts it. */
final class LiveWindow implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  /** The kernel keeps fifteen letters of a thread's name. */
  private static final String FX_THREAD = "JavaFX Applicat";

  private static final int LINE_HEIGHT = 20;

  /** Where the line numbers begin. */
  private static final int NUMBERS = 242;

  /** A row of the recursion tree on a screen of 1280×720. */
  private static final int TREE_ROW = 255;

  private final Screen screen;
  private final Process process;

  private LiveWindow(Screen screen, Process process) {
    this.screen = screen;
    this.process = process;
  }

  /** Builds what is missing, and the class-data archive: not a part of what is measured. */
  static void prepare(Path home) throws IOException, InterruptedException {
    builder(home, List.of("--version")).start().waitFor();
  }

  static ProcessBuilder builder(Path home, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("./afterglow"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", home.toString());
    builder.environment().put("AFTERGLOW_WAIT_FOR_ARCHIVE", "1");
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** Opens the window of a program, with the settings of a new user. */
  static LiveWindow open(Screen screen, Path home, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = builder(home, List.of(arguments));
    builder.environment().put("DISPLAY", screen.display());
    builder.environment().put("XDG_CONFIG_HOME", settings(screen).toString());
    return new LiveWindow(screen, builder.start());
  }

  /** Those of a new user, but the window fills the screen and stays where it is. */
  private static Path settings(Screen screen) throws IOException {
    Path config = Project.temporary();
    Path folder = Files.createDirectories(config.resolve("afterglow"));
    List<String> lines =
        List.of(
            "window.width=" + screen.width(),
            "window.height=" + screen.height(),
            "follow.hottest=false");
    Files.write(folder.resolve("settings.properties"), lines);
    return config;
  }

  /** Waits until a line glows. */
  void awaitGlow() throws InterruptedException, IOException {
    if (Screen.await(this::glows, PATIENCE_SECONDS) == 0) {
      throw new IOException("no line glowed");
    }
  }

  boolean glows() {
    return screen.hasShade(glowColumn(), codeTop(), codeBottom(), 8);
  }

  /** A column near the code pane's right edge, where only the glow has a colour. */
  int glowColumn() {
    return screen.width() * 645 / 1000;
  }

  /** The height on the screen of a line of a file that is shown from its top, from 1. */
  int lineMiddle(int line) {
    return 99 + LINE_HEIGHT * (line - 1);
  }

  private int codeTop() {
    return lineMiddle(1) - LINE_HEIGHT / 2;
  }

  private int codeBottom() {
    return screen.height() * 7 / 10;
  }

  /** The window's own process. */
  long pid() {
    return process.pid();
  }

  /** The program's process. */
  long targetPid() throws IOException {
    return process
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .map(ProcessHandle::pid)
        .findFirst()
        .orElseThrow(() -> new IOException("the program does not run"));
  }

  /** Processor time of the thread that does all JavaFX work but drawing. */
  long fxNanos() throws IOException {
    return Processes.threadCpuNanos(pid(), FX_THREAD);
  }

  /** Turns the mouse wheel over the code, 60 notches a second, down and up, until it is ended. */
  Process turnWheel() throws IOException {
    List<String> command = new ArrayList<>(List.of("mousemove", "600", "300"));
    for (int i = 0; i < 60; i++) {
      for (String direction : new String[] {"5", "4"}) {
        command.addAll(List.of("click", "--repeat", "60", "--delay", "16", direction));
      }
    }
    return mouse(command);
  }

  /** Drags the tree to and fro, 200 moves a second, until it is ended. */
  Process dragTree() throws IOException {
    List<String> command = overTree();
    command.addAll(List.of("mousedown", "1"));
    for (int i = 0; i < 100; i++) {
      for (int move = 0; move < 80; move++) {
        command.addAll(List.of("mousemove_relative", "--", i % 2 == 0 ? "3" : "-3", "0"));
        command.addAll(List.of("sleep", "0.004"));
      }
    }
    return mouse(command);
  }

  /** Turns the wheel over the tree, 100 notches a second or so, until it is ended. */
  Process turnWheelOverTree() throws IOException {
    List<String> command = overTree();
    command.addAll(List.of("mouseup", "1"));
    for (int i = 0; i < 300; i++) {
      for (String direction : new String[] {"4", "5"}) {
        command.addAll(List.of("click", "--repeat", "12", "--delay", "16", direction));
      }
    }
    return mouse(command);
  }

  private List<String> overTree() {
    int x = screen.width() - 210;
    return new ArrayList<>(
        List.of("mousemove", Integer.toString(x), Integer.toString(TREE_ROW + 78)));
  }

  /**
   * Clicks the second file of the list while the first is shown, a short one.
   *
   * @return nanoseconds until there are line numbers where the short file had none
   */
  long openSecondFile() throws IOException, InterruptedException {
    long start = System.nanoTime();
    mouse(List.of("mousemove", "90", "119", "click", "1"));
    long shown = Screen.await(() -> isNumbered(20), PATIENCE_SECONDS);
    if (shown == 0) {
      throw new IOException("the file did not open");
    }
    return shown - start;
  }

  private boolean isNumbered(int line) {
    int background = screen.pixel(NUMBERS, codeTop());
    for (int x = NUMBERS; x < NUMBERS + 40; x++) {
      if (screen.pixel(x, lineMiddle(line)) != background) {
        return true;
      }
    }
    return false;
  }

  /** Needs Debian's {@code xdotool}. */
  private Process mouse(List<String> words) throws IOException {
    List<String> command = new ArrayList<>(List.of("xdotool"));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("DISPLAY", screen.display());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException("xdotool is needed: sudo apt-get install -y xdotool", e);
    }
  }

  /**
   * Counts frames: how often what is on the screen changed.
   *
   * @param seconds how long to look
   * @return frames in a second
   */
  double framesPerSecond(int seconds) throws InterruptedException {
    return framesPerSecond(seconds, this::look);
  }

  /** As {@link #framesPerSecond}, of the recursion tree on a screen of 1280×720. */
  double treeFramesPerSecond(int seconds) throws InterruptedException {
    return framesPerSecond(seconds, this::lookAtTree);
  }

  private static double framesPerSecond(int seconds, LongSupplier look)
      throws InterruptedException {
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    long lastChange = start;
    long before = look.getAsLong();
    int frames = 0;
    for (long now = start; now < end; now = System.nanoTime()) {
      long seen = look.getAsLong();
      // A picture that is caught half drawn changes twice in a moment.
      if (seen != before && now - lastChange > 4_000_000) {
        frames++;
        lastChange = now;
      }
      before = seen;
      TimeUnit.MICROSECONDS.sleep(700);
    }
    return frames * 1e9 / (System.nanoTime() - start);
  }

  /** Of the code pane: the glow, and a stripe of the numbers beside the code. */
  private long look() {
    long hash = 1;
    int column = glowColumn();
    for (int y = codeTop(); y < codeBottom(); y += 2) {
      hash = 31 * hash + screen.pixel(column, y);
    }
    for (int y = lineMiddle(3); y < lineMiddle(4); y++) {
      for (int x = NUMBERS; x < NUMBERS + 160; x++) {
        hash = 31 * hash + screen.pixel(x, y);
      }
    }
    return hash;
  }

  /** Of few rows only: they are drawn at once, and the mouse pointer is elsewhere. */
  private long lookAtTree() {
    long hash = 1;
    for (int y = TREE_ROW; y < TREE_ROW + 30; y += 3) {
      for (int x = screen.width() - 420; x < screen.width() - 10; x++) {
        hash = 31 * hash + screen.pixel(x, y);
      }
    }
    return hash;
  }

  @Override
  public void close() {
    try {
      Processes.end(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes a source file into a folder of its own. */
  static Path source(String className, String text) throws IOException {
    Path file = Project.temporary().resolve(className + ".java");
    return Files.writeString(file, text);
  }
}
