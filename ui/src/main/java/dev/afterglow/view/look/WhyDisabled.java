// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.look;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/**
 * A row's tool tip over its parts that are disabled: these hear nothing of the mouse themselves, so
 * they cannot say why they do nothing. JavaFX thread.
 */
public final class WhyDisabled {
  private final Pane row;
  private final Function<Node, String> why;
  private final Tooltip tip = Parts.tip("");

  private WhyDisabled(Pane row, Function<Node, String> why) {
    this.row = row;
    this.why = why;
  }

  /**
   * Lets a row say it.
   *
   * @param row the row
   * @param why the words for a part of it that is disabled; empty if there is nothing to say
   */
  public static void install(Pane row, Function<Node, String> why) {
    WhyDisabled told = new WhyDisabled(row, why);
    row.addEventFilter(MouseEvent.MOUSE_MOVED, told::moved);
    row.addEventFilter(MouseEvent.MOUSE_ENTERED, told::moved);
  }

  private void moved(MouseEvent event) {
    Node disabled = disabledAt(row, event.getSceneX(), event.getSceneY());
    String words = disabled == null ? "" : why.apply(disabled);
    if (!words.equals(tip.getText())) {
      tip.hide();
      Tooltip.uninstall(row, tip);
      tip.setText(words);
      if (!words.isEmpty()) {
        Tooltip.install(row, tip);
      }
    }
  }

  /** The part under the mouse that is disabled by itself, or null. */
  private static Node disabledAt(Parent parent, double sceneX, double sceneY) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (child.isVisible() && child.contains(child.sceneToLocal(sceneX, sceneY))) {
        if (child.isDisabled()) {
          return child;
        }
        return child instanceof Parent inner ? disabledAt(inner, sceneX, sceneY) : null;
      }
    }
    return null;
  }
}
