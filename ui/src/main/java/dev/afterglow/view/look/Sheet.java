// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.look;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A card over the window: a question, a message or the keys. In the window, not a window of its
 * own, so that it stands in its middle on every system. Escape or a click beside it closes it.
 */
public final class Sheet extends StackPane {
  private Node first;

  /**
   * A question or message.
   *
   * @param title its heading
   * @param text a sentence
   * @param close closes it
   * @param buttons the answers; the last is the default one
   */
  public Sheet(String title, String text, Runnable close, Button... buttons) {
    this(title, wrapped(text), close, buttons);
  }

  /**
   * Any content.
   *
   * @param title its heading
   * @param content what stands below
   * @param close closes it
   * @param buttons the answers; the last is the default one
   */
  public Sheet(String title, Node content, Runnable close, Button... buttons) {
    setId("sheet");
    getStyleClass().add("sheet-shade");
    VBox card = new VBox(Parts.label(title, "sheet-title"), content);
    card.getStyleClass().add("sheet-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    if (buttons.length > 0) {
      HBox row = new HBox(buttons);
      row.setAlignment(Pos.CENTER_RIGHT);
      row.getStyleClass().add("sheet-buttons");
      card.getChildren().add(row);
      first = buttons[buttons.length - 1];
      buttons[buttons.length - 1].setDefaultButton(true);
    } else {
      first = card;
      card.setFocusTraversable(true);
    }
    getChildren().add(card);
    setOnMouseClicked(
        event -> {
          if (event.getTarget() == this) {
            close.run();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
  }

  /** Gives the keyboard to the default answer. */
  public void focusFirst() {
    first.requestFocus();
  }

  private static Label wrapped(String text) {
    Label label = Parts.label(text, "sheet-text");
    label.setWrapText(true);
    return label;
  }
}
