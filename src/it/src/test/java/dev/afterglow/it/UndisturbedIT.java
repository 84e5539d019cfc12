// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that look closely at themselves and at the JVM, or drive it to its limits: they must put
 * out the same without the agent, counted, and with every step reported.
 */
class UndisturbedIT {
  private static final Path PROGRAMS = Path.of("src", "test", "resources", "undisturbed");
  private static final String OPTIONS = "// java: ";

  @TempDir Path folder;

  static Stream<String> programs() throws Exception {
    return TargetFile.in(PROGRAMS, List.of()).stream().map(TargetFile::mainClass);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void output_and_exit_code_are_the_programs_own(String name) throws Exception {
    String[] options = options(name);
    Target.Ended plain = java(name, options);
    assertFalse(plain.out().isEmpty(), plain.err());
    // Steps take a part of the program's memory.
    for (String detail : name.equals("Memory") ? List.of("counts") : List.of("counts", "steps")) {
      Target.Ended woven = java(name, with(options, agent(detail)));
      assertEquals(plain.out(), woven.out(), detail + "\n" + woven.err());
      assertEquals(plain.err(), woven.err(), detail);
      assertEquals(plain.code(), woven.code(), detail);
    }
  }

  @Test
  void what_runs_where_the_stack_ends_is_counted_as_it_ran() throws Exception {
    Target.Ended ended = java("Overflow", with(options("Overflow"), agent("counts")));
    String touched = ended.out().lines().findFirst().orElseThrow().split(" ")[1];
    Session session = Target.play(folder.resolve("recording"), PROGRAMS);
    FilePicture file = session.file(new FileKey("Overflow.java")).orElseThrow();
    int line = Files.readAllLines(source("Overflow")).indexOf("      touched++;") + 1;
    assertEquals(touched, Long.toString(file.hits(line)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "fails", "block", "branches", "nested", "blockInCatch"})
  void code_that_locks_is_compiled_to_the_end(String method) throws Exception {
    options("Locks");
    Target.Ended ended = java("Locks", "-Xbatch", "-XX:+PrintCompilation", agent("counts"));
    List<String> compiled =
        ended.out().lines().filter(line -> line.matches(".* 4 +Locks::" + method + " .*")).toList();
    assertFalse(compiled.isEmpty());
    assertTrue(
        compiled.stream().noneMatch(line -> line.contains("COMPILE SKIPPED")),
        () -> String.join("\n", compiled));
  }

  private Target.Ended java(String main, String... options) throws Exception {
    return Target.java(with(options, "-cp", folder.resolve("classes").toString(), main));
  }

  private String agent(String detail) {
    return Target.agentArgument(folder.resolve("recording"), folder.resolve("classes"))
        + ",detail="
        + detail;
  }

  private static Path source(String program) {
    return PROGRAMS.resolve(program + ".java");
  }

  /** Compiles a program; the options of java that it asks for. */
  private String[] options(String program) throws Exception {
    Compilers.javac(folder.resolve("classes"), 17, List.of(source(program)));
    try (Stream<String> lines = Files.lines(source(program))) {
      return lines
          .filter(line -> line.startsWith(OPTIONS))
          .flatMap(line -> Arrays.stream(line.substring(OPTIONS.length()).split(" ")))
          .toArray(String[]::new);
    }
  }

  private static String[] with(String[] first, String... more) {
    List<String> all = new ArrayList<>(Arrays.asList(first));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }
}
