// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.RecordingPlayer;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A JVM under the agent, which records. */
final class Target {
  private static final Path AGENT = Path.of(System.getProperty("afterglow.agent"));
  private static final Path WORK = Path.of(System.getProperty("afterglow.work"));
  private static final long PATIENCE_SECONDS = 180;
  private static final long SOON_SECONDS = 20;

  /**
   * How a JVM ended.
   *
   * @param code its exit code
   * @param out its standard output
   * @param err its standard error
   */
  record Ended(int code, String out, String err) {}

  private Target() {}

  /** A fresh folder below target. */
  static Path folder(String name) throws IOException {
    Path folder = WORK.resolve(name);
    Files.createDirectories(folder);
    return folder;
  }

  static Path agent() {
    return AGENT;
  }

  /** The agent's argument for a JVM. */
  static String agentArgument(Path recording, Path own) {
    return "-javaagent:" + AGENT + "=record=" + recording + ",own=" + own;
  }

  /** Runs the JDK's java with arguments to its end, with nothing to read. */
  static Ended java(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(arguments));
    Files.createDirectories(WORK);
    Path out = Files.createTempFile(WORK, "out", ".txt");
    Path err = Files.createTempFile(WORK, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running: " + command);
    }
    Ended ended = new Ended(process.exitValue(), text(out), text(err));
    Files.delete(out);
    Files.delete(err);
    return ended;
  }

  /**
   * Runs compiled targets under the agent, with full verification; what the window would show.
   *
   * @param more further arguments of the agent, each after a comma
   */
  static Session count(Path work, String classPath, Path own, String more, List<TargetFile> files)
      throws IOException, InterruptedException {
    Path recording = work.resolve("recording");
    List<String> command = new ArrayList<>();
    command.add(agentArgument(recording, own) + more);
    command.addAll(List.of("-Xverify:all", "-cp", classPath, RunAll.class.getName()));
    files.forEach(file -> command.add(file.argument()));
    Ended ended = java(command.toArray(String[]::new));
    assertEquals("all run\n", ended.out(), ended.err());
    return play(recording, files.get(0).path().getParent());
  }

  /** Waits for something to come true. */
  static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON_SECONDS);
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** What the window would show of a recording. */
  static Session play(Path recording, Path sources) throws IOException {
    Session session = new Session(new SourceFinder(List.of(sources)));
    RecordingPlayer.play(recording, session);
    return session;
  }
}
