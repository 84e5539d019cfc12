// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where build tools and IDEs keep the sources of a folder of classes or of a jar. */
final class ProjectLayout {
  private static final List<String> LANGUAGES = List.of("java", "kotlin", "scala", "groovy");

  /** Folders that hold classes directly below a project's folder. */
  private static final List<String> OUTPUTS = List.of("bin", "classes", "build", "out", "target");

  private ProjectLayout() {}

  /** The source roots of a project's folder that exist. */
  static List<Path> sourceRootsIn(Path project) {
    List<Path> roots = new ArrayList<>();
    addSets(roots, project, "main");
    addSets(roots, project, "test");
    add(roots, project.resolve("src"));
    return roots;
  }

  /** The source roots that exist for a folder of classes or a jar. */
  static List<Path> sourceRootsBeside(Path classes) {
    List<Path> roots = new ArrayList<>();
    Path up1 = parent(classes);
    Path up2 = parent(up1);
    Path up3 = parent(up2);
    Path up4 = parent(up3);
    if (named(up2, "classes") && named(up3, "build")) {
      gradle(roots, up4, name(classes));
    } else if (named(up1, "target")) {
      maven(roots, up2, named(classes, "test-classes") ? "test" : "main");
    } else if (named(up1, "libs") && named(up2, "build")) {
      gradle(roots, up3, "main");
    } else if (named(up2, "out") && (named(up1, "production") || named(up1, "test"))) {
      roots.addAll(sourceRootsIn(up3));
      roots.addAll(sourceRootsIn(up3.resolve(name(classes))));
    } else if (up1 != null && OUTPUTS.contains(name(classes))) {
      roots.addAll(sourceRootsIn(up1));
      roots.add(up1); // javac -d classes *.java
    } else if (up2 != null && OUTPUTS.contains(name(up1))) {
      add(roots, up2.resolve("src").resolve(name(classes))); // javac's --module-source-path
      roots.addAll(sourceRootsIn(up2));
    }
    return roots;
  }

  private static void maven(List<Path> roots, Path project, String set) {
    addSets(roots, project, set);
    addChildren(
        roots,
        project.resolve(
            set.equals("main") ? "target/generated-sources" : "target/generated-test-sources"));
    roots.addAll(sourceRootsIn(project));
  }

  private static void gradle(List<Path> roots, Path project, String set) {
    addSets(roots, project, set);
    for (String language : LANGUAGES) {
      add(
          roots,
          project.resolve("build/generated/sources/annotationProcessor/" + language + "/" + set));
    }
    roots.addAll(sourceRootsIn(project));
  }

  private static void addSets(List<Path> roots, Path project, String set) {
    for (String language : LANGUAGES) {
      add(roots, project.resolve("src/" + set + "/" + language));
    }
  }

  private static void addChildren(List<Path> roots, Path folder) {
    for (String generator : List.of("annotations", "java", "antlr4", "protobuf/java", "jaxb")) {
      add(roots, folder.resolve(generator));
    }
  }

  private static void add(List<Path> roots, Path folder) {
    if (Files.isDirectory(folder)) {
      roots.add(folder);
    }
  }

  private static Path parent(Path path) {
    return path == null ? null : path.getParent();
  }

  private static boolean named(Path path, String name) {
    return path != null && name(path).equals(name);
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }
}
