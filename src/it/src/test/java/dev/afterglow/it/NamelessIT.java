// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Session;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The names that the source gives to the variables of class files without names are those that the
 * same classes have when they are compiled with names.
 */
class NamelessIT {
  private static final Path TARGETS = Path.of("src", "test", "resources", "targets");
  private static final Path EXAMPLES = Path.of("..", "..", "examples");

  /** They take more steps than are kept, or have threads. */
  private static final List<String> NOT_HERE =
      List.of(
          "ManyThreads.java",
          "LambdaThreads.java",
          "StackOverflow.java",
          "EndlessCalls.java",
          "StillRunning.java",
          "RunawayRecursion.java",
          "Threads.java",
          // The JVM's messages name variables.
          "MachineExceptions.java");

  private static final int PROGRAMS = 20;

  private static Session record(String name, List<TargetFile> files, boolean ecj, String... options)
      throws Exception {
    Path work = Target.folder("nameless-" + name);
    Path classes = work.resolve("classes");
    List<Path> sources = files.stream().map(TargetFile::path).toList();
    if (ecj) {
      Compilers.ecj(classes, 17, sources, options);
    } else {
      Compilers.javac(classes, 17, sources, options);
    }
    String classPath = classes + ":" + Path.of("target", "test-classes");
    return Target.count(work, classPath, classes, ",detail=steps,steps=200000", files);
  }

  /** Compares step by step; what is known without names must be true, and be most of it. */
  private static void compare(String name, List<TargetFile> files, boolean ecj, double most)
      throws Exception {
    StepLog named = record(name + "-named", files, ecj, "-g").steps();
    StepLog nameless = record(name, files, ecj, "-g:source,lines").steps();
    assertEquals(named.size(), nameless.size());
    Set<String> wrong = new TreeSet<>();
    List<String> missing = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    int values = 0;
    for (int step = 0; step < named.size(); step++) {
      if (named.kind(step) != Kind.LINE && named.kind(step) != Kind.CALL) {
        continue;
      }
      String place = named.method(step).file().path() + ":" + named.line(step) + " ";
      String source = statement(text(files, named.method(step).file()), named.line(step));
      List<Value> truth = named.values(step);
      List<Value> found = nameless.values(step);
      values += truth.size();
      String call = named.call(step) + " ";
      truth.forEach(each -> known.put(call + each.name(), each.text()));
      for (Value each : found) {
        // What is set to what it was may be told again, and what is set where its scope ends.
        boolean told = each.text().equals(known.get(call + each.name()));
        told |= truth.stream().noneMatch(other -> conflict(each, other)) && sets(source, each);
        if (!told && !each.name().matches("arg\\d")) {
          wrong.add(place + each + " of " + truth);
        }
      }
      for (Value each : truth) {
        if (!found.contains(each)) {
          missing.add(place + each);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
    double part = 1 - missing.size() / (double) values;
    assertTrue(
        part >= most,
        part + " of " + values + " are known, not\n" + String.join("\n", new TreeSet<>(missing)));
  }

  /** A line with those before it that belong to the same statement. */
  private static String statement(List<String> code, int line) {
    int first = line;
    while (first > 1 && !code.get(first - 2).trim().matches(".*[;{}:]|")) {
      first--;
    }
    return String.join(" ", code.subList(first - 1, line));
  }

  private static boolean sets(String line, Value value) {
    String name = "\\b" + value.name() + "\\b";
    String set = name + "\\s*([-+*/%&|^]?=|\\+\\+|--)|\\bcatch \\([^)]*" + name + "\\)";
    return Pattern.compile(set).matcher(line).find();
  }

  private static boolean conflict(Value one, Value other) {
    return one.name().equals(other.name()) != one.text().equals(other.text());
  }

  private static List<String> text(List<TargetFile> files, FileKey file) {
    return files.stream()
        .filter(each -> each.path().endsWith(file.path()))
        .findFirst()
        .orElseThrow()
        .lines();
  }

  @ParameterizedTest
  @CsvSource({"java8, false, 0.9", "java17, false, 0.9", "java8, true, 0.5"})
  void of_targets(String folder, boolean ecj, double most) throws Exception {
    compare(
        folder + (ecj ? "-ecj" : ""), TargetFile.in(TARGETS.resolve(folder), NOT_HERE), ecj, most);
  }

  @Test
  void of_examples() throws Exception {
    compare("examples", TargetFile.in(EXAMPLES, NOT_HERE), false, 0.99);
  }

  @Test
  void of_generated_programs() throws Exception {
    List<TargetFile> files = TargetFile.generated(Target.folder("nameless-programs"), PROGRAMS);
    compare("programs", files, false, 0.8);
  }

  @Test
  void secrets_are_masked_by_the_names_of_the_source() throws Exception {
    Path folder = Target.folder("nameless-secrets");
    Path source = folder.resolve("Secrets.java");
    Files.writeString(
        source,
        """
        public class Secrets {
          public static void main(String[] args) {
            String password = "hunter2";
            String apiKey = "hunter3";
            int key = 4;
            use("hunter5");
          }
          static void use(String accessToken) {
            System.out.println(accessToken.length());
          }
        }
        """);
    StepLog log =
        record("secrets", List.of(TargetFile.read(source)), false, "-g:source,lines").steps();
    Map<String, String> last = new HashMap<>();
    for (int step = 0; step < log.size(); step++) {
      log.values(step).forEach(value -> last.put(value.name(), value.text()));
    }
    assertEquals("•••", last.get("password"));
    assertEquals("•••", last.get("apiKey"));
    assertEquals("4", last.get("key"));
    assertEquals("•••", last.get("accessToken"));
    assertTrue(last.values().stream().noneMatch(text -> text.contains("hunter")), last.toString());
  }
}
