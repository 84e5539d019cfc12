// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the built project's parts from the folder that {@code src/bench/run} starts in. */
final class Project {
  static final Path ROOT = Path.of("").toAbsolutePath();

  private Project() {}

  /** The agent's jar as {@code mvn package} leaves it. */
  static Path agent() {
    return jar(ROOT.resolve("agent/target"), "afterglow-agent-");
  }

  /** Compiles the sources in folders with a JDK's own compiler into a new folder. */
  static Path compile(Jdk jdk, Path folder, String classPath, String... sources)
      throws IOException, InterruptedException {
    Path classes = Files.createDirectories(folder.resolve("loads-" + jdk.version()));
    List<String> command = new ArrayList<>(List.of(jdk.javac(), "-g", "-proc:none"));
    command.addAll(List.of("-cp", classPath, "-d", classes.toString()));
    for (String source : sources) {
      try (Stream<Path> files = Files.list(ROOT.resolve(source))) {
        files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(command::add);
      }
    }
    Processes.run(command);
    return classes;
  }

  /** A new folder that is gone when the benchmark ends. */
  static Path temporary() throws IOException {
    Path folder = Files.createTempDirectory("afterglow-bench");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    return folder;
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      System.err.println("bench: " + folder + " was left: " + e.getMessage());
    }
  }

  static Path jar(Path folder, String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isMainJar(file.getFileName().toString(), prefix))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + prefix + "….jar in " + folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isMainJar(String name, String prefix) {
    return name.startsWith(prefix)
        && name.endsWith(".jar")
        && !name.endsWith("-sources.jar")
        && !name.endsWith("-javadoc.jar");
  }
}
