// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.ExceptionCard;
import dev.afterglow.session.story.ExceptionCard.Code;
import dev.afterglow.session.story.ExceptionCard.Part;
import dev.afterglow.session.story.ExceptionCard.Row;
import dev.afterglow.view.look.Parts;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An exception: the calls it went through, with their lines and values; a click goes there. */
public final class ExceptionPane extends VBox {
  private final Label heading = Parts.label("", "card-heading");
  private final Label sentence = Parts.label("", "card-sentence");
  private final VBox body = new VBox();
  private final ScrollPane scroll = new ScrollPane(body);
  private IntConsumer onSelect = step -> {};
  private BiConsumer<FileKey, Integer> onOpen = (file, line) -> {};
  private ExceptionCard card;

  /** Makes an empty pane. */
  public ExceptionPane() {
    getStyleClass().addAll("steps-pane", "card-pane");
    setId("exception");
    heading.setId("exception-heading");
    heading.setWrapText(true);
    heading.setMinSize(0, USE_PREF_SIZE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    heading.setMaxWidth(Double.MAX_VALUE);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    Button copy = Parts.small(Feather.COPY, "Copy as text", this::copy);
    HBox top = new HBox(heading, copy);
    top.getStyleClass().add("card-top");
    VBox head = new VBox(top, sentence);
    head.getStyleClass().add("card-head");
    body.getStyleClass().add("card-body");
    scroll.getStyleClass().add("card-scroll");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  /** Called with the moment of a call that the user chose. */
  public void onSelect(IntConsumer listener) {
    onSelect = listener;
  }

  /** Called with file and line of a call that was not recorded and that the user chose. */
  public void onOpen(BiConsumer<FileKey, Integer> listener) {
    onOpen = listener;
  }

  /** Shows a card. */
  public void show(ExceptionCard next) {
    card = next;
    heading.setText(next.heading());
    sentence.setText(next.sentence());
    Parts.show(sentence, !next.sentence().isEmpty());
    body.getChildren().clear();
    for (Part part : next.parts()) {
      if (!part.title().isEmpty()) {
        Label title = Parts.label(part.title(), "card-cause");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        body.getChildren().add(title);
      }
      part.rows().forEach(row -> body.getChildren().add(node(row)));
    }
    scroll.setVvalue(0);
  }

  private Node node(Row row) {
    if (row.file() == null && row.step() == StepLog.NONE) {
      return folded(row);
    }
    HBox first = new HBox(whole(row.where(), "card-where"), whole(row.call(), "card-call"));
    first.getStyleClass().add("card-first");
    VBox node = new VBox(first);
    node.getStyleClass().add("card-row");
    Code here = row.here();
    for (Code code : row.code()) {
      Label source = whole(code.text(), "card-source");
      if (here != null && !code.equals(here)) {
        source.getStyleClass().add("muted");
      }
      node.getChildren().add(source);
      code.below().forEach(line -> node.getChildren().add(whole(line, "card-value")));
    }
    node.setAccessibleText(row.where() + ": " + row.call());
    onAction(node, () -> choose(row));
    return node;
  }

  private void choose(Row row) {
    if (row.step() != StepLog.NONE) {
      onSelect.accept(row.step());
    } else {
      onOpen.accept(row.file(), row.line());
    }
  }

  /** Calls that are not shown; where they are known, a click opens and folds them. */
  private static Node folded(Row row) {
    Label words = Parts.label(row.call(), "card-folded");
    if (row.folded().isEmpty()) {
      return words;
    }
    VBox inside = new VBox();
    row.folded().forEach(each -> inside.getChildren().add(whole(each.call(), "card-library")));
    inside.setVisible(false);
    inside.managedProperty().bind(inside.visibleProperty());
    FontIcon arrow = Parts.icon(Feather.CHEVRON_RIGHT);
    words.setGraphic(arrow);
    words.getStyleClass().add("card-row");
    words.setMaxWidth(Double.MAX_VALUE);
    words.setAccessibleText(row.call() + ", folded");
    onAction(
        words,
        () -> {
          boolean open = !inside.isVisible();
          inside.setVisible(open);
          arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
          words.setAccessibleText(row.call() + (open ? ", open" : ", folded"));
        });
    return new VBox(words, inside);
  }

  private static void onAction(Region node, Runnable action) {
    node.setFocusTraversable(true);
    node.setAccessibleRole(AccessibleRole.BUTTON);
    node.setOnMouseClicked(
        event -> {
          node.requestFocus();
          action.run();
        });
    node.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            action.run();
            event.consume();
          }
        });
  }

  /** A line that is scrolled, not cut. */
  private static Label whole(String text, String style) {
    Label label = Parts.label(text, style);
    String why = Value.explained(text);
    label.setTooltip(why.equals(text) ? null : Parts.tip(why));
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private void copy() {
    Parts.copy(String.join("\n", card.text()) + "\n");
  }
}
