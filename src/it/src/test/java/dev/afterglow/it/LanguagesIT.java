// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.FilePicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kotlin, Scala and Groovy: a program of each, built as a project by the language's compiler and
 * run from the command line; its counts are compared with the comments in its source.
 */
class LanguagesIT {
  private static final Path TARGETS = Path.of("src", "test", "resources", "targets");

  /** The compilers, with what comes before the options that all have. */
  private enum Language {
    KOTLIN("Kotlin", "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect"),
    SCALA("Scala", "dotty.tools.dotc.Main"),
    GROOVY("Groovy", "org.codehaus.groovy.tools.FileSystemCompiler");

    final String mainClass;
    final String compiler;

    Language(String mainClass, String compiler) {
      this.mainClass = mainClass;
      this.compiler = compiler;
    }

    String folder() {
      return mainClass.toLowerCase(java.util.Locale.ROOT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_line_shows_what_its_comment_says(Language language) throws Exception {
    Path project = Target.folder("languages/" + language.folder());
    Path root = project.resolve("src/main").resolve(language.folder());
    List<Path> sources = copySources(TARGETS.resolve(language.folder()), root);
    Path classes = Files.createDirectories(project.resolve("target/classes"));
    compile(language, classes, sources);

    String[] program = {
      "-Xverify:all",
      "-cp",
      classes + ":" + System.getProperty("java.class.path"),
      language.mainClass
    };
    Target.Ended plain = Afterglow.plain(project, "", program);
    Path csv = project.resolve("counts.csv");
    List<String> arguments = new ArrayList<>(List.of("--headless", "--counts", csv.toString()));
    arguments.addAll(List.of(program));
    Target.Ended ours = new Afterglow(project).run(arguments.toArray(String[]::new));
    assertEquals(plain.out(), ours.out());
    assertEquals(plain.code(), ours.code());

    Map<String, long[]> counts = read(csv);
    List<String> differences = new ArrayList<>();
    for (Path source : sources) {
      TargetFile target = TargetFile.read(source);
      String path = root.relativize(source).toString();
      for (int line = 1; line <= target.lines().size(); line++) {
        Expectation expected = target.javac().get(line - 1);
        long[] actual = counts.remove(path + ":" + line);
        long[] numbers = actual == null ? NOTHING : actual;
        if (!expected.matches(numbers[0], numbers[1], numbers[2])) {
          String form = Expectation.form(numbers[0], numbers[1], numbers[2]);
          differences.add(target.difference(line, expected, form));
        }
      }
    }
    counts.keySet().forEach(place -> differences.add("  no such line: " + place));
    assertEquals("", String.join("\n", differences));
  }

  private static final long[] NOTHING = {FilePicture.NONE, FilePicture.NONE, FilePicture.NONE};

  private static List<Path> copySources(Path from, Path to) throws IOException {
    List<Path> copies = new ArrayList<>();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
        copies.add(copy);
      }
    }
    return copies;
  }

  private static void compile(Language language, Path classes, List<Path> sources)
      throws IOException, InterruptedException {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.addAll(List.of(language.compiler.split(" ")));
    command.addAll(List.of("-classpath", classPath, "-d", classes.toString()));
    sources.forEach(source -> command.add(source.toString()));
    Target.Ended ended = Target.java(command.toArray(String[]::new));
    assertEquals(0, ended.code(), ended::err);
  }

  /** Hits, rounds and lambda hits of each {@code file:line}. */
  private static Map<String, long[]> read(Path csv) throws IOException {
    Map<String, long[]> counts = new HashMap<>();
    List<String> rows = Files.readAllLines(csv);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      counts.put(
          cells[0] + ":" + cells[1],
          new long[] {number(cells[2]), number(cells[3]), number(cells[4])});
    }
    return counts;
  }

  private static long number(String cell) {
    return cell.isEmpty() ? FilePicture.NONE : Long.parseLong(cell);
  }
}
