// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** Looks at what the user named before anything is started. */
final class Sources {
  private Sources() {}

  static void check(Path file) throws UserException {
    if (Files.isDirectory(file)) {
      throw new UserException(file + " is a folder: name the .java file with the main method.");
    }
    if (!Files.exists(file)) {
      throw new UserException("There is no file " + file + ": check the name and the folder.");
    }
    if (!Files.isReadable(file)) {
      throw new UserException(file + " cannot be read: check its permissions.");
    }
  }

  static void checkJar(Path jar) throws UserException {
    if (!Files.isRegularFile(jar)) {
      throw new UserException("There is no jar " + jar + ": check the name and the folder.");
    }
    try (JarFile opened = new JarFile(jar.toFile())) {
      if (opened.getManifest() == null
          || opened.getManifest().getMainAttributes().getValue("Main-Class") == null) {
        throw new UserException(
            jar + " names no main class: start it with -cp " + jar + " and the class's name.");
      }
    } catch (UserException e) {
      throw e;
    } catch (IOException e) {
      throw new UserException(jar + " is not a jar that can be read: build it again.", e);
    }
  }

  /** Whether a folder or jar has a class, named with dots or slashes. */
  private static boolean holds(Path place, String main) {
    String name = main.replace('.', '/') + ".class";
    if (Files.isDirectory(place)) {
      return Files.isRegularFile(place.resolve(name));
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      return jar.getEntry(name) != null;
    } catch (IOException notAJar) {
      return false;
    }
  }

  /** A word that is neither option nor source is a class's name, or a file named by mistake. */
  static void checkClass(String main, List<Path> places) throws UserException {
    try {
      checkNoFile(main);
    } catch (UserException | InvalidPathException e) {
      // Only now, as it may open many jars: a file or folder may be called like a class.
      if (places.stream().noneMatch(place -> holds(place, main))) {
        throw e;
      }
    }
  }

  private static void checkNoFile(String main) throws UserException {
    if (main.endsWith(".class")) {
      String name = String.valueOf(Path.of(main).getFileName());
      throw new UserException(
          main
              + " is a class file: name its source, or write -cp FOLDER "
              + name.substring(0, name.length() - ".class".length())
              + ".");
    }
    if (main.endsWith(".jar")) {
      throw new UserException(main + " is a jar: write -jar " + main + ".");
    }
    Path path = Path.of(main);
    if (Files.isDirectory(path)) {
      throw new UserException(main + " is a folder: name the .java file with the main method.");
    }
    if (Files.isRegularFile(path)) {
      throw new UserException(
          main + " is not a Java source: name a file that ends in .java, or a jar with -jar.");
    }
  }
}
