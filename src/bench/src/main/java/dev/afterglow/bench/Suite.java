// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A library's own tests as they are published.
 *
 * @param name of the library
 * @param library its jar
 * @param tests its tests' jar or folder
 * @param options what the tests need of the JVM
 */
record Suite(String name, Path library, Path tests, List<String> options) {
  /** Beside what a suite needs: tests must not depend on where and when they run. */
  private static final List<String> EVERYWHERE =
      List.of("-Xmx2g", "-Duser.timezone=UTC", "-Duser.language=en", "-Duser.region=US");

  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.math",
          "java.base/java.text",
          "java.base/java.time",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.regex",
          "java.base/java.util.stream");

  /** The suites by name; {@code mocks} are a few tests of our own that use Mockito's agent. */
  static Suite named(String name, Path folder, Path mocks) {
    return switch (name) {
      case "collections" -> published("commons-collections4-4.4", folder, List.of());
      case "math" -> published("commons-math3-3.6.1", folder, List.of());
      case "lang" ->
          published(
              "commons-lang3-3.17.0",
              folder,
              OPENED.stream().map(part -> "--add-opens=" + part + "=ALL-UNNAMED").toList());
      case "mocks" ->
          new Suite("mocks", folder.resolve("commons-collections4-4.4.jar"), mocks, List.of());
      default -> throw new IllegalArgumentException("There is no suite '" + name + "'.");
    };
  }

  private static Suite published(String jar, Path folder, List<String> options) {
    return new Suite(
        jar, folder.resolve(jar + ".jar"), folder.resolve(jar + "-tests.jar"), options);
  }

  /** What to write behind {@code java} to run the tests. */
  List<String> command(Path reports) throws IOException {
    List<String> command = new ArrayList<>(EVERYWHERE);
    command.addAll(options);
    Path console = library.resolveSibling("junit-platform-console-standalone-1.11.4.jar");
    command.addAll(List.of("-jar", console.toString(), "execute", "--disable-banner"));
    command.addAll(List.of("--details=none", "--include-classname", ".*Test$"));
    command.addAll(List.of("--reports-dir", reports.toString()));
    command.addAll(List.of("--scan-classpath", tests.toString(), "-cp", classPath()));
    return command;
  }

  private String classPath() throws IOException {
    List<String> entries = new ArrayList<>(List.of(tests.toString(), library.toString()));
    try (Stream<Path> jars = Files.list(library.getParent())) {
      jars.filter(jar -> !otherSuite(jar.getFileName().toString()))
          .map(Path::toString)
          .sorted()
          .forEach(entries::add);
    }
    return String.join(":", entries);
  }

  private boolean otherSuite(String jar) {
    return jar.endsWith("-tests.jar") || jar.contains("console") || jar.contains("jacoco");
  }
}
