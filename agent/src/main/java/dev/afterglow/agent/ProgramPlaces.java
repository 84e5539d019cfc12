// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Finds the jar or folder of the main class when the agent was not told. */
final class ProgramPlaces {
  private ProgramPlaces() {}

  /** The place of the main class; empty if it cannot be told. */
  static List<String> find() {
    String command = System.getProperty("sun.java.command", "");
    String classPath = System.getProperty("java.class.path", "");
    String module = System.getProperty("jdk.module.main", "");
    int space = command.indexOf(' ');
    String main = space < 0 ? command : command.substring(0, space);
    if (command.endsWith(".jar") && command.equals(classPath)) {
      main = command; // a path with spaces and no arguments
    }
    if (!module.isEmpty()) {
      return module(module);
    }
    if (main.endsWith(".jar") || classPath.equals(main)) {
      return jar(classPath);
    }
    return place(main, classPath);
  }

  /**
   * The folder or jar of a module of the boot layer, which alone knows what lies where on a module
   * path. By reflection, as Java 8 has no modules.
   */
  private static List<String> module(String name) {
    try {
      Object layer = Class.forName("java.lang.ModuleLayer").getMethod("boot").invoke(null);
      Object configuration = call(layer, "java.lang.ModuleLayer", "configuration");
      Object found =
          Class.forName("java.lang.module.Configuration")
              .getMethod("findModule", String.class)
              .invoke(configuration, name);
      Object resolved = call(found, "java.util.Optional", "get");
      Object reference = call(resolved, "java.lang.module.ResolvedModule", "reference");
      Object location = call(reference, "java.lang.module.ModuleReference", "location");
      URI uri = (URI) call(location, "java.util.Optional", "get");
      return "file".equals(uri.getScheme())
          ? Collections.singletonList(new File(uri).getPath())
          : Collections.<String>emptyList();
    } catch (ReflectiveOperationException | RuntimeException noSuchModule) {
      return Collections.emptyList();
    }
  }

  private static Object call(Object target, String type, String method)
      throws ReflectiveOperationException {
    return Class.forName(type).getMethod(method).invoke(target);
  }

  private static List<String> jar(String path) {
    List<String> places = new ArrayList<String>();
    places.add(path);
    try (JarFile jar = new JarFile(path)) {
      Manifest manifest = jar.getManifest();
      String main =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      String more =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (main != null && more != null && jar.getEntry(main.replace('.', '/') + ".class") == null) {
        File folder = new File(path).getAbsoluteFile().getParentFile();
        for (String entry : more.split(" ")) {
          if (CodePlace.holds(new File(folder, entry).getPath(), main)) {
            places.add(new File(folder, entry).getPath());
          }
        }
      }
    } catch (IOException unreadable) {
      return places;
    }
    return places;
  }

  private static List<String> place(String main, String path) {
    for (String entry : path.split(File.pathSeparator)) {
      File file = new File(entry.isEmpty() ? "." : entry);
      if (CodePlace.holds(file.getPath(), main)) {
        return Collections.singletonList(file.getPath());
      }
    }
    return Collections.emptyList();
  }
}
