// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The counting rules: every target and example, compiled by each compiler for each release, run
 * under the real agent, compared line by line with the comments in its source.
 */
class TargetsIT {
  private static final Path TARGETS = Path.of("src", "test", "resources", "targets");
  private static final Path EXAMPLES = Path.of("..", "..", "examples");

  /** One ends only after a while, the other in an error: they run elsewhere. */
  private static final List<String> NOT_HERE =
      List.of("StillRunning.java", "RunawayRecursion.java");

  /** Kept of a run in steps, of which some targets take millions. */
  private static final int STEPS = 100_000;

  /** What ECJ's classes show otherwise stands in the comments, for releases up to this. */
  private static final int NEWEST_BY_ECJ = 17;

  private record Variant(Path folder, boolean ecj, int release, boolean steps) {
    @Override
    public String toString() {
      String compiled = (ecj ? " by ECJ" : " by javac") + " --release " + release;
      return folder.getFileName() + compiled + (steps ? " in steps" : "");
    }
  }

  static Stream<Variant> variants() throws IOException {
    int newest = Runtime.version().feature();
    List<Variant> variants = new ArrayList<>();
    for (int release : new int[] {8, 11, 17, 21, 25}) {
      for (boolean ecj : new boolean[] {false, true}) {
        boolean known = release <= (ecj ? Math.min(newest, NEWEST_BY_ECJ) : newest);
        for (int since : new int[] {8, 17, 21, 25}) {
          Path folder = TARGETS.resolve("java" + since);
          if (known && since <= release && Files.isDirectory(folder)) {
            variants.add(new Variant(folder, ecj, release, false));
            variants.add(new Variant(folder, ecj, release, true));
          }
        }
      }
    }
    variants.add(new Variant(EXAMPLES, false, 17, false));
    variants.add(new Variant(EXAMPLES, false, 17, true));
    return variants.stream();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void every_line_shows_what_its_comment_says(Variant variant) throws Exception {
    List<TargetFile> targets = TargetFile.in(variant.folder(), NOT_HERE);
    Session session = run(variant, targets);
    List<String> differences = new ArrayList<>();
    for (TargetFile target : targets) {
      compare(target, variant.ecj(), session, differences);
    }
    assertEquals("", String.join("\n", differences), () -> variant + " differs");
  }

  private static Session run(Variant variant, List<TargetFile> targets) throws Exception {
    Path work = Target.folder(variant.toString().replaceAll("[^a-zA-Z0-9]+", "-"));
    Path classes = work.resolve("classes");
    List<Path> sources = targets.stream().map(TargetFile::path).toList();
    if (variant.ecj()) {
      Compilers.ecj(classes, variant.release(), sources);
    } else {
      Compilers.javac(classes, variant.release(), sources);
    }
    String classPath = classes + ":" + Path.of("target", "test-classes");
    String detail = variant.steps() ? ",detail=steps,steps=" + STEPS : "";
    return Target.count(work, classPath, classes, detail, targets);
  }

  /** Adds what a target shows otherwise than its comments say. */
  static void compare(TargetFile target, boolean ecj, Session session, List<String> differences) {
    FileKey key = new FileKey(target.path().getFileName().toString());
    Optional<FilePicture> file = session.file(key);
    if (file.isEmpty()) {
      differences.add("  " + key.path() + " was not counted");
      return;
    }
    List<Expectation> expectations = target.expectations(ecj);
    for (int line = 1; line <= expectations.size(); line++) {
      long hits = file.get().hits(line);
      long rounds = file.get().rounds(line);
      long lambdas = file.get().lambdaHits(line);
      Expectation expected = expectations.get(line - 1);
      if (!expected.matches(hits, rounds, lambdas)) {
        differences.add(target.difference(line, expected, Expectation.form(hits, rounds, lambdas)));
      }
    }
  }
}
