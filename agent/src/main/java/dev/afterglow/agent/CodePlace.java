// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Where classes lie: the path of a folder or jar, or {@code path!/folder} for a folder within a
 * jar, as Spring Boot has them.
 */
final class CodePlace {
  private static final String INSIDE = "!/";

  private CodePlace() {}

  /** The place that a class's code source names; null if it is not on this machine's disk. */
  static String of(URL location) {
    String text = location.toString();
    try {
      if (text.startsWith("file:")) {
        return canonical(new File(location.toURI()));
      }
      // jar:file:/a.jar!/BOOT-INF/classes!/ and, since Spring Boot 3.2,
      // jar:nested:/a.jar/!BOOT-INF/classes/!/
      boolean nested = text.startsWith("jar:nested:");
      int end = text.indexOf(nested ? "/!" : INSIDE);
      if (end < 0 || !(nested || text.startsWith("jar:file:"))) {
        return null;
      }
      String path = text.substring(text.indexOf(':', "jar:".length()) + 1, end);
      String jar = canonical(new File(new URI("file:" + path)));
      String inside = text.substring(end + INSIDE.length()).replaceAll("[!/]+$", "");
      return inside.isEmpty() ? jar : jar + INSIDE + inside;
    } catch (URISyntaxException | IllegalArgumentException noFile) {
      return null;
    }
  }

  /**
   * Where the program's own classes are in what the user names: in a jar whose manifest says that
   * they are in a folder of it, that folder. What is beside it only starts the program.
   */
  static String own(String path) {
    File file = new File(path);
    String place = canonical(file);
    if (file.isFile()) {
      try (JarFile jar = new JarFile(file)) {
        Manifest manifest = jar.getManifest();
        String folder =
            manifest == null ? null : manifest.getMainAttributes().getValue("Spring-Boot-Classes");
        return folder == null ? place : place + INSIDE + folder.replaceAll("/+$", "");
      } catch (IOException notAJar) {
        return place;
      }
    }
    return place;
  }

  /** Whether a place has a class, named with dots. */
  static boolean holds(String place, String className) {
    String name = className.replace('.', '/') + ".class";
    int inside = place.lastIndexOf(INSIDE);
    File file = new File(inside < 0 ? place : place.substring(0, inside));
    if (file.isDirectory()) {
      return new File(file, name).isFile();
    }
    if (!file.isFile()) {
      return false;
    }
    try (JarFile jar = new JarFile(file)) {
      String folder = inside < 0 ? "" : place.substring(inside + INSIDE.length()) + '/';
      return jar.getEntry(folder + name) != null;
    } catch (IOException notAJar) {
      return false;
    }
  }

  private static String canonical(File file) {
    try {
      return file.getCanonicalPath();
    } catch (IOException asItIs) {
      return file.getAbsolutePath();
    }
  }
}
