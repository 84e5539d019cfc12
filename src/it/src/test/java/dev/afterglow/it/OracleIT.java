// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent's numbers and those of a debugger that steps through the program are the same. */
class OracleIT {
  private static final Path TARGETS = Path.of("src", "test", "resources", "targets");
  private static final Path EXAMPLES = Path.of("..", "..", "examples");

  /**
   * They wait for input, do not end or in an error, or take more steps than one has patience for.
   */
  private static final List<String> TOO_LONG =
      List.of(
          "Average.java",
          "Fibonacci.java",
          "RunawayRecursion.java",
          "StillRunning.java",
          "Threads.java",
          "WordCount.java");

  @ParameterizedTest
  @ValueSource(ints = {8, 17})
  void targets(int release) throws Exception {
    List<TargetFile> files = new ArrayList<>();
    for (TargetFile file : TargetFile.in(TARGETS.resolve("java8"), List.of())) {
      if (!file.says("oracle: no")) {
        files.add(file);
      }
    }
    assertTrue(files.size() > 20);
    same("oracle-targets-" + release, release, files);
  }

  @Test
  void examples() throws Exception {
    List<TargetFile> files = TargetFile.in(EXAMPLES, TOO_LONG);
    assertTrue(files.size() > 10);
    same("oracle-examples", 17, files);
  }

  private static void same(String name, int release, List<TargetFile> files) throws Exception {
    assertEquals("", String.join("\n", Comparison.of(name, release, files).differences()));
  }
}
