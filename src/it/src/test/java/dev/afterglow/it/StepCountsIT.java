// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Session;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line is a step in the story as often as it is counted. */
class StepCountsIT {
  private static final Path TARGETS = Path.of("src", "test", "resources", "targets");

  /** They take more steps than are kept. */
  private static final List<String> TOO_LONG =
      List.of("ManyThreads.java", "LambdaThreads.java", "StackOverflow.java", "EndlessCalls.java");

  private static final int PROGRAMS = 20;

  private static void compare(String name, boolean ecj, List<TargetFile> files, int atLeast)
      throws Exception {
    Path work = Target.folder("steps-" + name);
    Path classes = work.resolve("classes");
    List<Path> sources = files.stream().map(TargetFile::path).toList();
    if (ecj) {
      Compilers.ecj(classes, 17, sources);
    } else {
      Compilers.javac(classes, 17, sources);
    }
    String classPath = classes + ":" + Path.of("target", "test-classes");
    Session session = Target.count(work, classPath, classes, ",detail=steps", files);
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (TargetFile file : files) {
      FileKey key = new FileKey(file.path().getFileName().toString());
      FilePicture counts = session.file(key).orElseThrow();
      long[] steps = steps(session.steps(), key, counts.lastLine());
      for (int line = 1; line <= counts.lastLine(); line++) {
        if (ecj && !file.ecj().get(line - 1).equals(file.javac().get(line - 1))) {
          continue; // what ECJ's table makes impossible to count
        }
        long counted = Math.max(0, counts.hits(line)) + Math.max(0, counts.lambdaHits(line));
        compared += counted > 0 ? 1 : 0;
        // An endless loop checks nothing: its header shows rounds.
        boolean endless = steps[line] < counted && counts.rounds(line) == counts.hits(line);
        if (steps[line] != counted && !endless) {
          differences.add(
              key.path() + ":" + line + " " + steps[line] + " steps, counted " + counted);
        }
      }
    }
    assertEquals("", String.join("\n", differences));
    int lines = compared;
    assertTrue(lines >= atLeast, () -> lines + " lines were compared");
  }

  private static long[] steps(StepLog log, FileKey file, int lastLine) {
    long[] steps = new long[lastLine + 1];
    for (int step = 0; step < log.size(); step++) {
      if (log.kind(step) == Kind.LINE && file.equals(log.method(step).file())) {
        steps[log.line(step)]++;
      }
    }
    return steps;
  }

  @ParameterizedTest
  @CsvSource({"java8, false, 600", "java8, true, 600", "java17, false, 100", "java17, true, 100"})
  void of_targets(String folder, boolean ecj, int atLeast) throws Exception {
    List<TargetFile> files = TargetFile.in(TARGETS.resolve(folder), TOO_LONG);
    compare(folder + (ecj ? "-ecj" : ""), ecj, files, atLeast);
  }

  @Test
  void of_generated_programs() throws Exception {
    List<TargetFile> files = TargetFile.generated(Target.folder("steps-of-programs"), PROGRAMS);
    compare("programs", false, files, 20 * PROGRAMS);
  }
}
