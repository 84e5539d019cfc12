// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.look;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;

/** The tool tip of a node that is drawn: what it says depends on the place. JavaFX thread. */
public final class PlaceTip {
  private final Node node;
  private final Tooltip tip = Parts.tip("");

  /** The tool tip of a node; nothing is said yet. */
  public PlaceTip(Node node) {
    this.node = node;
  }

  /** Says what there is to say where the mouse is; nothing for an empty text. */
  public void say(String words) {
    if (words.isEmpty()) {
      Tooltip.uninstall(node, tip);
      tip.hide();
    } else if (!words.equals(tip.getText()) || !tip.isShowing()) {
      tip.setText(words);
      Tooltip.install(node, tip);
    }
  }
}
