// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Session;
import dev.afterglow.session.story.LoopTable;
import dev.afterglow.source.SourceLoops;
import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rounds that are found among recorded steps are those that the agent counts. */
class LoopTableIT {
  private static final Path TARGETS = Path.of("src", "test", "resources", "targets");
  private static final Path EXAMPLES = Path.of("..", "..", "examples");

  /** Their comments have words for numbers. */
  private static final List<String> WITHOUT_NUMBERS =
      List.of("RunawayRecursion.java", "StillRunning.java", "WordCount.java");

  private static final List<String> TOO_MANY_STEPS =
      List.of("ManyThreads.java", "LambdaThreads.java", "StackOverflow.java");

  private static final int PROGRAMS = 20;

  private final List<String> differences = new ArrayList<>();
  private int compared;

  private static Session record(String name, List<TargetFile> files) throws Exception {
    Path work = Target.folder("loops-" + name);
    Path classes = work.resolve("classes");
    Compilers.javac(classes, 17, files.stream().map(TargetFile::path).toList());
    List<String> command = new ArrayList<>();
    Path recording = work.resolve("recording");
    command.add(Target.agentArgument(recording, classes) + ",detail=steps");
    command.addAll(List.of("-cp", classes + ":" + Path.of("target", "test-classes")));
    command.add(RunAll.class.getName());
    files.forEach(file -> command.add(file.argument()));
    Target.Ended ended = Target.java(command.toArray(String[]::new));
    assertEquals("all run\n", ended.out(), ended.err());
    return Target.play(recording, files.get(0).path().getParent());
  }

  private void compare(Session session, Path path) {
    FileKey key = new FileKey(path.getFileName().toString());
    FilePicture counts = session.file(key).orElseThrow();
    SourceText source = session.source(key).orElseThrow();
    SourceLoops loops = SourceLoops.of(source);
    for (Loop loop : loops.loops()) {
      int line = roundsLine(counts, loop);
      boolean alone = loops.loops().stream().filter(each -> each.hasHead(line)).count() == 1;
      if (line == 0 || !alone || unknowable(loop, source)) {
        continue;
      }
      LoopTable table = new LoopTable(session.steps(), key, source, loops, loop);
      table.update();
      compared++;
      long rounds = table.rows().allRounds();
      if (rounds != counts.rounds(line)) {
        differences.add(
            key.path() + ":" + line + " " + rounds + " of " + counts.rounds(line) + " rounds");
      }
    }
  }

  private static int roundsLine(FilePicture counts, Loop loop) {
    for (int line = loop.headFirst(); line <= loop.headLast(); line++) {
      if (counts.rounds(line) != FilePicture.NONE) {
        return line;
      }
    }
    return 0;
  }

  /**
   * Of what stands on one line no step tells whether the condition or the break ended it, nor, at
   * the end of a finally, whether an exception did.
   */
  private static boolean unknowable(Loop loop, SourceText source) {
    boolean line = loop.inline() && loop.shape() == SourceLoops.Shape.TOP_TESTED;
    return (line && source.line(loop.headLast()).contains("break"))
        || (line && source.line(loop.last() + 1).trim().startsWith("}"));
  }

  @ParameterizedTest
  @CsvSource({"java8, 60", "java17, 1"})
  void rounds_of_targets_are_those_that_are_counted(String folder, int atLeast) throws Exception {
    List<TargetFile> files = TargetFile.in(TARGETS.resolve(folder), TOO_MANY_STEPS);
    Session session = record(folder, files);
    for (TargetFile file : files) {
      compare(session, file.path());
    }
    assertEquals("", String.join("\n", differences));
    assertTrue(compared >= atLeast, () -> compared + " loops were compared");
  }

  @ParameterizedTest
  @CsvSource({
    "BubbleSort.java, 2",
    "Collatz.java, 1",
    "FibonacciMemo.java, 1",
    "LazyStream.java, 0",
    "NestedLoops.java, 2",
    "NQueens.java, 1",
    "Sieve.java, 2",
    "TreeWalk.java, 1",
    "TryFinally.java, 1",
  })
  void rounds_of_examples_are_those_that_are_counted(String name, int loops) throws Exception {
    List<TargetFile> files = TargetFile.in(EXAMPLES, WITHOUT_NUMBERS);
    files.removeIf(file -> !file.path().endsWith(name));
    compare(record(name, files), files.get(0).path());
    assertEquals("", String.join("\n", differences));
    assertEquals(loops, compared);
  }

  @Test
  void rounds_of_generated_programs_are_those_that_are_counted() throws Exception {
    List<TargetFile> files = TargetFile.generated(Target.folder("loops-of-programs"), PROGRAMS);
    Session session = record("programs", files);
    for (TargetFile file : files) {
      compare(session, file.path());
    }
    assertEquals("", String.join("\n", differences));
    assertTrue(compared > PROGRAMS, () -> compared + " loops were compared");
  }
}
