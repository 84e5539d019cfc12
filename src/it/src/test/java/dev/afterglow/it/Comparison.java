// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import dev.afterglow.it.oracle.OracleCounts;
import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * What programs showed under the agent and under the oracle.
 *
 * @param lines how many lines had a number that the oracle could judge
 * @param differences the lines on which the two differ, one a line of text
 * @param refused the main classes that the JVM does not take, agent or not, and that did not run
 */
record Comparison(int lines, List<String> differences, List<String> refused) {
  private static final int PAIRS = 2;

  /** Runs the programs under both. */
  static Comparison of(String name, int release, List<TargetFile> all) throws Exception {
    Path work = Target.folder(name);
    Path classes = work.resolve("classes");
    List<Path> sources = all.stream().map(TargetFile::path).toList();
    Compilers.javac(classes, release, sources);
    List<TargetFile> files = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (TargetFile file : all) {
      if (Compilers.verifies(classes, file.mainClass())) {
        files.add(file);
      } else {
        refused.add(file.mainClass());
      }
    }
    String classPath = classes + ":" + Path.of("target", "test-classes").toAbsolutePath();
    Session session = Target.count(work, classPath, classes, "", files);
    List<String> differences = new ArrayList<>();
    int lines = 0;
    // A debugger and what it steps take turns: two pairs make better use of two cores.
    ExecutorService pairs = Executors.newFixedThreadPool(PAIRS);
    try {
      List<List<TargetFile>> parts = parts(files);
      List<Future<OracleCounts>> oracles = new ArrayList<>();
      for (List<TargetFile> part : parts) {
        String mains = part.stream().map(TargetFile::argument).collect(Collectors.joining(" "));
        oracles.add(
            pairs.submit(() -> OracleCounts.of(classPath, RunAll.class.getName(), mains, sources)));
      }
      for (int i = 0; i < parts.size(); i++) {
        OracleCounts oracle = oracles.get(i).get();
        for (TargetFile file : parts.get(i)) {
          lines += compare(file, session, oracle, differences);
        }
      }
    } finally {
      pairs.shutdownNow();
    }
    return new Comparison(lines, differences, refused);
  }

  /** The files by turns, since neighbours are alike in how long they take. */
  private static List<List<TargetFile>> parts(List<TargetFile> files) {
    List<List<TargetFile>> parts = new ArrayList<>();
    for (int part = 0; part < Math.min(PAIRS, files.size()); part++) {
      List<TargetFile> own = new ArrayList<>();
      for (int i = part; i < files.size(); i += PAIRS) {
        own.add(files.get(i));
      }
      parts.add(own);
    }
    return parts;
  }

  private static int compare(
      TargetFile file, Session session, OracleCounts oracle, List<String> differences) {
    String name = file.path().getFileName().toString();
    FilePicture picture = session.file(new FileKey(name)).orElse(null);
    if (picture == null) {
      differences.add("  " + name + " was not counted");
      return 0;
    }
    int lines = 0;
    for (int line = 1; line <= file.lines().size(); line++) {
      OracleCounts.Line expected = oracle.line(name, line);
      long hits = picture.hits(line);
      long rounds = picture.rounds(line);
      long lambdas = picture.lambdaHits(line);
      boolean shown = hits >= 0 || expected.hits() >= 0;
      lines += shown && expected.hits() != OracleCounts.UNKNOWN ? 1 : 0;
      if (!same(expected.hits(), hits)
          || !same(expected.rounds(), rounds)
          || !same(expected.lambdas(), lambdas)) {
        String oracles = Expectation.form(expected.hits(), expected.rounds(), expected.lambdas());
        differences.add(file.difference(line, oracles, Expectation.form(hits, rounds, lambdas)));
      }
    }
    return lines;
  }

  /** A line that the class file does not know shows nothing; it cannot have run either. */
  private static boolean same(long expected, long actual) {
    return expected == OracleCounts.UNKNOWN || Math.max(0, expected) == Math.max(0, actual);
  }
}
