// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.Picture;
import dev.afterglow.session.RunPicture.Detail;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.event.EventTarget;
import javafx.scene.Node;
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

  // Shares of the window, as wanted: a window that is small for a moment, as some are at the start,
  // must not make panes small for good.
  private double files;
  private double code;
  private double console;
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
    files = settings.number("split.left", 0.02, 0.6, 0.155);
    console = settings.number("split.console", 0.1, 0.98, 0.76);
    choose();
    place();
    // Each by its own size: a divider that is dragged changes the sizes of panes inside.
    whenSized(across.widthProperty(), this::placeAcross);
    whenSized(down.heightProperty(), () -> down.setDividerPosition(0, console));
    whenSized(right.heightProperty(), () -> right.setDividerPosition(0, stack));
    down.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        event -> {
          if (isDivider(event.getTarget())) {
            dragged();
          }
        });
  }

  private static void whenSized(ReadOnlyDoubleProperty size, Runnable then) {
    size.addListener((property, before, now) -> Platform.runLater(then));
  }

  private static boolean isDivider(EventTarget target) {
    Node node = target instanceof Node on ? on : null;
    while (node != null && !node.getStyleClass().contains("split-pane-divider")) {
      node = node.getParent();
    }
    return node != null;
  }

  private void dragged() {
    files = across.getDividerPositions()[0];
    code = across.getDividerPositions()[1];
    console = down.getDividerPositions()[0];
    stack = right.getDividerPositions()[0];
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
      choose();
      place();
    }
  }

  /** Puts the places into the settings. */
  void remember() {
    settings.put("split.left", files);
    settings.put("split.console", console);
    settings.put(key("split.right"), code);
    settings.put(key("split.stack"), stack);
  }

  private void choose() {
    code = settings.number(key("split.right"), 0.3, 0.98, counting ? 0.78 : 0.7);
    stack = settings.number(key("split.stack"), 0.1, 0.98, counting ? 0.45 : 0.7);
  }

  private void place() {
    placeAcross();
    down.setDividerPosition(0, console);
    right.setDividerPosition(0, stack);
  }

  private void placeAcross() {
    across.setDividerPositions(files, code);
  }

  private String key(String name) {
    return counting ? name + ".counts" : name;
  }
}
