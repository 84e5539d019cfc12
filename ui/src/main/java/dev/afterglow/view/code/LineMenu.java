// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.FileKey;
import javafx.scene.Node;

/** What can be done with a line of code. */
public interface LineMenu {
  /**
   * Shows the menu.
   *
   * @param owner the code
   * @param x where, on the screen
   * @param y where, on the screen
   * @param file the file
   * @param line the line
   * @param hits how often it ran, negative for a line without code
   */
  void show(Node owner, double x, double y, FileKey file, int line, long hits);

  /** Runs until a line is about to run. */
  void runToLine(FileKey file, int line);
}
