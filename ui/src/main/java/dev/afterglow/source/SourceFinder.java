// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds source files by their path below the source root, {@code com/acme/Main.java}.
 *
 * <p>It is given places and tries, for each place in order: the file itself if the place is a
 * single source file; the folder as a source root; the source folders that Maven, Gradle and the
 * common IDEs keep beside a folder of classes or a jar; {@code X-sources.jar} beside {@code X.jar};
 * the jar itself. For any thread; files are read at each call, so callers keep what they got.
 */
public final class SourceFinder {
  /** A larger file is no source that somebody wrote. */
  static final long MAX_BYTES = 16 << 20;

  private volatile List<Place> places;

  /** A finder for some places: source roots, folders of classes, jars, single source files. */
  public SourceFinder(Collection<Path> places) {
    this.places = places(places);
  }

  /** A finder that finds nothing until it is given places. */
  public SourceFinder() {
    this(List.of());
  }

  /** Replaces the places, for instance when another program is opened. */
  public void search(Collection<Path> newPlaces) {
    places = places(newPlaces);
  }

  /**
   * The text of a source file; empty if it is nowhere or cannot be read.
   *
   * @param pathBelowRoot the package's folders and the file's name, with slashes
   */
  public Optional<SourceText> find(String pathBelowRoot) {
    if (!isPlain(pathBelowRoot)) {
      return Optional.empty();
    }
    for (Place place : places) {
      try {
        Optional<SourceText> found = place.find(pathBelowRoot);
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException | InvalidPathException e) {
        // A place that cannot be read holds nothing; the others are still tried.
      }
    }
    return Optional.empty();
  }

  /** The paths come from class files: they must not lead out of the places. */
  private static boolean isPlain(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || path.contains(":")) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  private static List<Place> places(Collection<Path> paths) {
    Set<Place> places = new LinkedHashSet<>();
    for (Path given : paths) {
      Path path = given.toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        addFolder(places, path);
      } else if (isArchive(path)) {
        places.add(new JarPlace(besideJar(path)));
        places.add(new JarPlace(path));
        addSiblings(places, path);
      } else {
        places.add(new FilePlace(path));
      }
    }
    return List.copyOf(places);
  }

  private static void addFolder(Set<Place> places, Path folder) {
    places.add(new FolderPlace(folder));
    for (Path root : ProjectLayout.sourceRootsIn(folder)) {
      places.add(new FolderPlace(root));
    }
    addSiblings(places, folder);
  }

  private static void addSiblings(Set<Place> places, Path classes) {
    for (Path root : ProjectLayout.sourceRootsBeside(classes)) {
      places.add(new FolderPlace(root));
    }
  }

  private static boolean isArchive(Path path) {
    String name = path.toString();
    return name.endsWith(".jar") || name.endsWith(".zip") || name.endsWith(".war");
  }

  private static Path besideJar(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return jar.resolveSibling(name.substring(0, name.length() - 4) + "-sources.jar");
  }

  /** One place to look at. Equal places are tried once. */
  interface Place {
    Optional<SourceText> find(String path) throws IOException;
  }

  private record FolderPlace(Path folder) implements Place {
    @Override
    public Optional<SourceText> find(String path) throws IOException {
      Optional<SourceText> found = SourceReader.read(folder.resolve(path));
      if (found.isPresent() || path.endsWith(".java")) {
        return found;
      }
      return findWithShortFolders(path);
    }

    /** Kotlin and Scala may leave out the folders of the packages that all files share. */
    private Optional<SourceText> findWithShortFolders(String path) throws IOException {
      String packageName = SourceReader.packageOf(path);
      for (int cut = path.indexOf('/'); cut >= 0; cut = path.indexOf('/', cut + 1)) {
        Optional<SourceText> found = SourceReader.read(folder.resolve(path.substring(cut + 1)));
        if (found.isPresent() && SourceReader.declares(found.get(), packageName)) {
          return found;
        }
      }
      return Optional.empty();
    }
  }

  /** A single file is the one that is meant if its name fits and its package too. */
  private record FilePlace(Path file) implements Place {
    @Override
    public Optional<SourceText> find(String path) throws IOException {
      if (!file.endsWith(path.substring(path.lastIndexOf('/') + 1))) {
        return Optional.empty();
      }
      Optional<SourceText> text = SourceReader.read(file);
      return text.filter(
          t -> file.endsWith(path) || SourceReader.declares(t, SourceReader.packageOf(path)));
    }
  }
}
