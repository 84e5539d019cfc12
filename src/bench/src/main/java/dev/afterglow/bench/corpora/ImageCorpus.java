// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench.corpora;

import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of the JDK that runs. No loader but the JDK's own may define them, and running them
 * woven would count the counting. So they are handed to {@code redefineClasses} together with a
 * class file that is none: the JVM parses, compares and verifies the woven ones in turn, comes to
 * the last, refuses, and changes nothing.
 */
final class ImageCorpus {
  private static Instrumentation instrumentation;

  private static final ClassDefinition LAST =
      new ClassDefinition(ImageCorpus.class, new byte[] {1, 2, 3, 4});

  private ImageCorpus() {}

  /** Called by the JVM before {@code main}. */
  @SuppressWarnings("unused")
  public static void premain(String options, Instrumentation given) {
    instrumentation = given;
  }

  /** Paths of all class files in the image. */
  static List<Path> paths() throws IOException {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    try (Stream<Path> files = Files.walk(modules)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("module-info.class"))
          .toList();
    }
  }

  /** The class of a path, not initialised; null if it cannot be loaded. */
  static Class<?> load(Path path) {
    String module = path.getName(1).toString();
    String name = path.subpath(2, path.getNameCount()).toString().replace('/', '.');
    try {
      return ModuleLayer.boot()
          .findModule(module)
          .map(found -> Class.forName(found, name.substring(0, name.length() - 6)))
          .orElse(null);
    } catch (LinkageError incomplete) {
      return null;
    }
  }

  /** Why the JVM refuses new definitions; null if it takes all of them. Changes nothing. */
  static Throwable refusal(List<ClassDefinition> definitions) {
    ClassDefinition[] all = definitions.toArray(new ClassDefinition[definitions.size() + 1]);
    all[definitions.size()] = LAST;
    try {
      instrumentation.redefineClasses(all);
    } catch (ClassFormatError | ClassNotFoundException last) {
      return null;
    } catch (UnmodifiableClassException | LinkageError | RuntimeException e) {
      return e;
    }
    throw new IllegalStateException("The JVM took a class file that is none.");
  }
}
