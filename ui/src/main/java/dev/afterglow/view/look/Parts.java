// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.look;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts that panes are made of. */
public final class Parts {
  private static final Duration TIP_DELAY = Duration.millis(350);

  private Parts() {}

  /** An icon that follows the text's size and colour. */
  public static FontIcon icon(Ikon icon) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().add("icon");
    return node;
  }

  /** A label with style classes. */
  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** Shows a node, or hides it so that it takes no room. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Takes up what room is left in a row. */
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** The heading of a pane: capitals at the left, small tools at the right. */
  public static HBox heading(String text, Node... tools) {
    HBox heading = new HBox(label(text, "heading"), spacer());
    heading.getChildren().addAll(tools);
    heading.getStyleClass().add("heading-row");
    return heading;
  }

  /**
   * Makes a button a tool: icon, words for the tool tip and for screen readers.
   *
   * @param words what it does, with its key
   */
  public static <B extends ButtonBase> B tool(B button, Ikon icon, String words) {
    button.setGraphic(icon(icon));
    button.setTooltip(tip(words));
    button.setAccessibleText(words);
    button.setMnemonicParsing(false);
    return button;
  }

  /** A small button beside a text: an icon that is never cut. */
  public static Button small(Ikon icon, String words) {
    Button button = tool(new Button(), icon, words);
    button.getStyleClass().add("small-tool");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A small button that does something. */
  public static Button small(Ikon icon, String words, Runnable action) {
    Button button = small(icon, words);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Puts a text on the clipboard. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** A tool tip that comes soon and stays. */
  public static Tooltip tip(String text) {
    Tooltip tip = new Tooltip(text);
    tip.setShowDelay(TIP_DELAY);
    tip.setShowDuration(Duration.INDEFINITE);
    tip.setWrapText(true);
    tip.setMaxWidth(420);
    return tip;
  }
}
