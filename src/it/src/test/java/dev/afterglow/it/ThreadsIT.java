// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts are exact whoever runs the lines, and threads that have ended take no memory. {@code
 * -Dafterglow.many=10} does ten times as much: 10⁸ hits, a million virtual threads.
 */
class ThreadsIT {
  private static final Path PROGRAMS = Path.of("src", "test", "resources", "threads");
  private static final int MANY = Integer.getInteger("afterglow.many", 1);
  private static final int VIRTUAL_SINCE = 21;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 16})
  void threads_on_the_same_lines(int threads) throws Exception {
    int rounds = MANY * 10_000_000;
    FilePicture file = run("Hot", 17, "512m", threads, rounds);
    assertLine(file, "int n = 0;", threads);
    assertLine(file, "for (int i = 0; i < rounds; i++) {", threads + (long) rounds);
    assertEquals(rounds, file.rounds(line("Hot", "for (int i = 0; i < rounds; i++) {")));
    assertLine(file, "n += small(i);", rounds);
    assertLine(file, "return n > 3", rounds);
    assertLine(file, "? n", rounds - 4L * threads);
    assertLine(file, ": -n;", 4L * threads);
  }

  @Test
  void short_threads() throws Exception {
    int threads = MANY * 10_000;
    assertLine(run("Churn", 17, "16m", threads), "int n = 1;", threads);
  }

  @Test
  void virtual_threads() throws Exception {
    assumeTrue(Runtime.version().feature() >= VIRTUAL_SINCE);
    int threads = MANY * 100_000;
    FilePicture file = run("Virtual", VIRTUAL_SINCE, "24m", threads);
    assertLine(file, "int n = 0;", threads);
    assertLine(file, "for (int i = 0; i < 10; i++) {", 11L * threads);
    assertLine(file, "Thread.yield();", threads);
    assertLine(file, "return n + 1;", threads);
    assertLine(file, "alive.release();", threads);
  }

  @Test
  void a_pause_stops_what_was_compiled_while_nobody_had_paused() throws Exception {
    Path classes = folder.resolve("classes");
    Compilers.javac(classes, 17, List.of(PROGRAMS.resolve("Paused.java")));
    String agent = Target.agentArgument(folder.resolve("recording"), folder.resolve("none"));
    String out = "stopped: true\n".repeat(3) + "interrupted: true\n";
    assertEquals(
        new Target.Ended(0, out, ""),
        Target.java(agent + ",include=Paused$Loop", "-cp", classes.toString(), "Paused"));
  }

  private FilePicture run(String name, int release, String heap, int... numbers) throws Exception {
    Path classes = folder.resolve("classes");
    Compilers.javac(classes, release, List.of(PROGRAMS.resolve(name + ".java")));
    Path recording = folder.resolve("recording");
    List<String> words = new ArrayList<>(List.of("-Xmx" + heap));
    words.add(Target.agentArgument(recording, classes));
    words.addAll(List.of("-cp", classes.toString(), name));
    for (int number : numbers) {
      words.add(Integer.toString(number));
    }
    assertEquals(new Target.Ended(0, "", ""), Target.java(words.toArray(String[]::new)));
    return Target.play(recording, PROGRAMS).file(new FileKey(name + ".java")).orElseThrow();
  }

  private static void assertLine(FilePicture file, String text, long hits) throws Exception {
    String name = file.key().path().replace(".java", "");
    assertEquals(hits, file.hits(line(name, text)), text);
  }

  private static int line(String program, String text) throws Exception {
    List<String> lines = Files.readAllLines(PROGRAMS.resolve(program + ".java"));
    return 1 + lines.stream().map(String::trim).toList().indexOf(text);
  }
}
