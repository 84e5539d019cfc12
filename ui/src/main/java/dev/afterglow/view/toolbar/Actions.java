// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import java.util.List;
import javafx.scene.control.MenuItem;

/** What the tool bar's buttons do; the window implements it. */
public interface Actions {
  /** Runs the program again, or for the first time. */
  void runAgain();

  /** Stops the program. */
  void stop();

  /** Stops or lets go the picture. */
  void freeze(boolean frozen);

  /** Hides the numbers, to be guessed first, or shows them. */
  void predict(boolean hide);

  /** Starts all numbers from zero. */
  void reset();

  /** Follows the hottest line, or no longer. */
  void followHottest(boolean follow);

  /** Follows the line being executed, or no longer. */
  void followCurrent(boolean follow);

  /** Larger by some steps, smaller by negative ones, the usual size by 0. */
  void zoom(int steps);

  /** Light to dark or back. */
  void toggleTheme();

  /** Asks for a file to open. */
  void open();

  /** Asks where to save what is shown, and saves it. */
  void save();

  /** What one can run to without a line of the code. */
  List<MenuItem> goals();

  /** Shows the sheet of keys. */
  void help();
}
