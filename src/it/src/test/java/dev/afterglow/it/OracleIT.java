// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's numbers and those of a debugger that steps through the program are the same. */
class OracleIT {
  private static final Path TARGETS = Path.of("src", "test", "resources", "targets");
  private static final Path EXAMPLES = Path.of("..", "..", "examples");

  /** One does not end, and how deep the other gets is the JVM's to say. */
  private static final List<String> NOT_HERE =
      List.of("RunawayRecursion.java", "StillRunning.java");

  /** Those that take more steps than one has patience for run with a smaller number. */
  private static final Map<String, List<String>> SMALLER =
      Map.of(
          "Fibonacci.java", List.of("40", "12"),
          "ManyThreads.java", List.of("000)", ")"),
          "Threads.java", List.of("2_000_000", "2_000"));

  static Stream<Arguments> targets() {
    return Stream.of(
            arguments("java8", 8),
            arguments("java8", 17),
            arguments("java17", 17),
            arguments("java21", 21),
            arguments("java21", 25),
            arguments("java25", 25))
        .filter(a -> (int) a.get()[1] <= Runtime.version().feature());
  }

  @ParameterizedTest
  @MethodSource
  void targets(String folder, int release) throws Exception {
    List<TargetFile> files = new ArrayList<>();
    for (TargetFile file : TargetFile.in(TARGETS.resolve(folder), List.of())) {
      if (!file.says("oracle: no")) {
        files.add(smaller(file));
      }
    }
    assertTrue(files.size() > (folder.equals("java8") ? 20 : 0));
    same("oracle-" + folder + "-" + release, release, files);
  }

  @Test
  void examples() throws Exception {
    List<TargetFile> files = new ArrayList<>();
    for (TargetFile file : TargetFile.in(EXAMPLES, NOT_HERE)) {
      files.add(smaller(file));
    }
    assertTrue(files.size() > 14);
    same("oracle-examples", 17, files);
  }

  private static TargetFile smaller(TargetFile file) throws IOException {
    String name = file.path().getFileName().toString();
    List<String> numbers = SMALLER.get(name);
    String text = Files.readString(file.path());
    Path copy = Target.folder("oracle-smaller").resolve(name);
    Files.writeString(copy, numbers == null ? text : text.replace(numbers.get(0), numbers.get(1)));
    return TargetFile.read(copy);
  }

  private static void same(String name, int release, List<TargetFile> files) throws Exception {
    Comparison compared = Comparison.of(name, release, files);
    assertEquals("", String.join("\n", compared.differences()));
    assertEquals(List.of(), compared.refused());
  }
}
