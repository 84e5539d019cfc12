// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.session.FileKey;
import dev.afterglow.session.SessionView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens programs for the window: a recent one, a bundled example, or what was dropped on it; and
 * saves what it shows. The command line implements it. All methods are called on a background
 * thread and may take their time.
 */
public interface Opener {

  /**
   * A program and the session that shows it.
   *
   * @param session what the window draws; may be the same object as before
   * @param program the program, whose first run has begun
   */
  record Opened(SessionView session, Program program) {}

  /**
   * What a window shows.
   *
   * @param session the numbers and steps
   * @param title the program's
   * @param file the file whose code is seen, or null
   * @param dark whether on a dark background
   */
  record Shown(SessionView session, String title, FileKey file, boolean dark) {}

  /**
   * Opens a program and begins its first run. The window closes the program it showed before.
   *
   * @param arguments what a user would write behind {@code afterglow}: a source file, {@code -jar
   *     app.jar}, {@code -cp … Main}; a dropped file or folder is its path alone
   * @return the program
   * @throws IOException if it cannot be opened; the message is one sentence that names the remedy
   *     and is shown as it is
   */
  Opened open(List<String> arguments) throws IOException;

  /**
   * Writes what is shown to a file: {@code .html}, {@code .png}, {@code .csv} or {@code .txt}.
   *
   * @throws IOException if it cannot be written; the message says why
   */
  void save(Shown shown, Path file) throws IOException;

  /** The bundled examples, in the order to show them; empty if none came with this copy. */
  List<Path> examples();
}
