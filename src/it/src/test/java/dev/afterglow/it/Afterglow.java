// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the command line in a JVM of its own, without a display. */
final class Afterglow {
  private static final long PATIENCE_SECONDS = 180;

  private final List<String> command = new ArrayList<>();
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private String input = "";

  /** A command that runs in a folder. */
  Afterglow(Path folder) {
    this.folder = folder;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dafterglow.agent=" + Target.agent());
    command.add("-Dafterglow.home=" + Path.of("..", "..").toAbsolutePath().normalize());
    command.add("-cp");
    command.add(absoluteClassPath());
    command.add("dev.afterglow.cli.Main");
  }

  private static String absoluteClassPath() {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  /** What the program can read from its standard input. */
  Afterglow input(String text) {
    input = text;
    return this;
  }

  /** Where its temporary files go. */
  Afterglow temporary(Path place) {
    command.add(1, "-Djava.io.tmpdir=" + place);
    return this;
  }

  /** A variable of the environment. */
  Afterglow variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** A program that starts the command. */
  Afterglow behind(String... program) {
    command.addAll(0, Arrays.asList(program));
    return this;
  }

  Target.Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(Arrays.asList(arguments));
    return run(all, folder, input, environment);
  }

  /** Writes a program into the folder, runs it without a window and reads its story. */
  List<String> story(String file, String program) throws IOException, InterruptedException {
    Files.writeString(folder.resolve(file), program);
    Path story = folder.resolve("story.txt");
    run("--headless", "--story", story.toString(), file);
    return Files.readAllLines(story);
  }

  /** Starts the command; its standard error is a pipe. */
  Process start(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(command);
    all.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
    builder.environment().remove("DISPLAY");
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Runs a program without us. */
  static Target.Ended plain(Path folder, String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(Arrays.asList(arguments));
    return run(all, folder, input, Map.of());
  }

  private static Target.Ended run(
      List<String> command, Path folder, String input, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path in = Files.createTempFile(folder, "in", ".tmp");
    Path out = Files.createTempFile(folder, "out", ".tmp");
    Path err = Files.createTempFile(folder, "err", ".tmp");
    Files.writeString(in, input);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running: " + command);
    }
    Target.Ended ended = new Target.Ended(process.exitValue(), text(out), text(err));
    for (Path file : List.of(in, out, err)) {
      Files.delete(file);
    }
    return ended;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
