// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.session.SessionView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens programs for the window: a recent one, a bundled example, or what was dropped on it. The
 * command line implements it. All methods are called on a background thread and may take their
 * time.
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
   * Opens a program and begins its first run. The window closes the program it showed before.
   *
   * @param arguments what a user would write behind {@code afterglow}: a source file, {@code -jar
   *     app.jar}, {@code -cp … Main}; a dropped file or folder is its path alone
   * @return the program
   * @throws IOException if it cannot be opened; the message is one sentence that names the remedy
   *     and is shown as it is
   */
  Opened open(List<String> arguments) throws IOException;

  /** The bundled examples, in the order to show them; empty if none came with this copy. */
  List<Path> examples();
}
