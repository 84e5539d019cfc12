// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that only the user can read; deleted when it is closed. */
public final class Workspace implements AutoCloseable {
  private final Path folder;

  /**
   * Makes the folder.
   *
   * @throws UserException if the system's temporary folder cannot be written
   */
  public Workspace() throws UserException {
    try {
      // Made with rights for the owner alone on systems that have such rights.
      folder = Files.createTempDirectory("afterglow-");
    } catch (IOException e) {
      throw new UserException(
          "The temporary folder "
              + System.getProperty("java.io.tmpdir")
              + " cannot be written: free some space, or name another with TMPDIR=FOLDER.",
          e);
    }
  }

  /** A place in the folder. */
  public Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    delete(folder);
  }

  /** Deletes a folder and all in it, as far as it can. */
  static void delete(Path folder) {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException gone) {
      return;
    }
    for (Path path : paths) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException inUse) {
        // The system's own cleaning takes what is left.
      }
    }
  }
}
