// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.Picture;
import dev.afterglow.session.RunPicture.Detail;
import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Where the panes meet: as the user left it, apart for programs whose steps are recorded and for
 * those that are only counted, which need less room on the right. JavaFX thread.
 */
final class Dividers {
  private final SplitPane across;
  private final SplitPane down;
  private final SplitPane right;
  private final Settings settings;
  private boolean counting;

  /** The part of the right column that is above the stack, as long as nobody drags. */
  private double stack;

  /**
   * Puts the dividers where they were.
   *
   * @param across files, code and the right column
   * @param down all of these, and the console
   * @param right what is drawn from steps, and the stack
   */
  Dividers(SplitPane across, SplitPane down, SplitPane right, Settings settings) {
    this.across = across;
    this.down = down;
    this.right = right;
    this.settings = settings;
    across.setDividerPosition(0, settings.number("split.left", 0.02, 0.6, 0.155));
    down.setDividerPosition(0, settings.number("split.console", 0.1, 0.98, 0.76));
    place();
    // JavaFX would give both parts the same of what a window that grows has more.
    right
        .heightProperty()
        .addListener(
            (height, before, now) -> Platform.runLater(() -> right.setDividerPosition(0, stack)));
    right.addEventFilter(
        MouseEvent.MOUSE_RELEASED, event -> stack = right.getDividerPositions()[0]);
  }

  /**
   * Makes room for what a program has to show.
   *
   * @param recorded whether there are steps, or an exception, to be seen
   */
  void fit(Picture picture, boolean recorded) {
    boolean counts = picture.run().detail() == Detail.COUNTS && !recorded;
    if (counts != counting
        && picture.targets().stream().anyMatch(target -> target.tickAgeNanos() >= 0)) {
      remember();
      counting = counts;
      place();
    }
  }

  /** Puts the places into the settings. */
  void remember() {
    settings.put("split.left", across.getDividerPositions()[0]);
    settings.put("split.console", down.getDividerPositions()[0]);
    settings.put(key("split.right"), across.getDividerPositions()[1]);
    settings.put(key("split.stack"), stack);
  }

  private void place() {
    across.setDividerPosition(
        1, settings.number(key("split.right"), 0.3, 0.98, counting ? 0.78 : 0.7));
    stack = settings.number(key("split.stack"), 0.1, 0.98, counting ? 0.45 : 0.7);
    right.setDividerPosition(0, stack);
  }

  private String key(String name) {
    return counting ? name + ".counts" : name;
  }
}
