// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import dev.afterglow.it.oracle.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A target: a Java source file with the expected numbers in trailing comments. {@code
 * src/docs/counting.md} describes the form.
 *
 * @param path where it lies
 * @param lines its text
 * @param javac what javac's classes must show, line by line
 * @param ecj what ECJ's classes must show, line by line
 * @param directives the words of its {@code // key: value} lines, as {@code key: value}
 */
record TargetFile(
    Path path,
    List<String> lines,
    List<Expectation> javac,
    List<Expectation> ecj,
    List<String> directives) {

  private static final Pattern COMMENT = Pattern.compile("^.*?\\S.*?// (.*)$");
  private static final Pattern DIRECTIVE = Pattern.compile("// ((?:oracle|assertions|ecj): \\w+)");

  /** All targets below a folder but some, by name. */
  static List<TargetFile> in(Path folder, List<String> without) throws IOException {
    List<TargetFile> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        if (without.contains(file.getFileName().toString())) {
          continue;
        }
        all.add(read(file));
      }
    }
    return all;
  }

  /** Programs made from seeds 1 up to how many there are, without numbers, put into a folder. */
  static List<TargetFile> generated(Path folder, int programs) throws IOException {
    List<TargetFile> all = new ArrayList<>();
    for (int seed = 1; seed <= programs; seed++) {
      Path file = folder.resolve("P" + seed + ".java");
      Files.writeString(file, Programs.make(seed, 17).source("P" + seed));
      all.add(read(file));
    }
    return all;
  }

  static TargetFile read(Path file) throws IOException {
    return parse(file, Files.readAllLines(file));
  }

  /** Reads the comments of a text. */
  static TargetFile parse(Path path, List<String> lines) {
    List<Expectation> javac = new ArrayList<>();
    List<Expectation> ecj = new ArrayList<>();
    List<String> directives = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher directive = DIRECTIVE.matcher(line);
      if (directive.matches()) {
        directives.add(directive.group(1));
      }
      Matcher comment = COMMENT.matcher(line);
      boolean whole = line.trim().startsWith("//");
      String form = !whole && comment.matches() ? comment.group(1) : "-";
      try {
        String[] both = form.split("; ecj: ", -1);
        javac.add(Expectation.parse(both[0]));
        ecj.add(Expectation.parse(both[both.length - 1]));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(path + ":" + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return new TargetFile(path, lines, javac, ecj, directives);
  }

  /** The class with the main method, which has the file's name. */
  String mainClass() {
    return path.getFileName().toString().replace(".java", "");
  }

  /** How {@link RunAll} is told to run it. */
  String argument() {
    return (says("assertions: on") ? "+" : "") + mainClass();
  }

  /** Whether the file has a line {@code // key: value}. */
  boolean says(String directive) {
    return directives.contains(directive);
  }

  /** What a compiler's classes must show. */
  List<Expectation> expectations(boolean byEcj) {
    return byEcj ? ecj : javac;
  }

  /** One line of a report: place, text, both numbers. */
  String difference(int line, Object expected, Object actual) {
    String text = lines.get(line - 1).trim();
    return "  %s:%d  expected %s, got %s  | %s"
        .formatted(path.getFileName(), line, expected, actual, text);
  }
}
