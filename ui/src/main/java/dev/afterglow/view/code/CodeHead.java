// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.FileKey;
import dev.afterglow.view.look.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The row over the code: which file, and what the colours mean. */
final class CodeHead extends HBox {
  private final Label title = Parts.label("", "file-title");
  private final Label place = Parts.label("", "muted");
  private final Label lineWords = Parts.label("", "muted");
  private final Legend legend = new Legend();
  private final Button goal = Parts.tool(new Button(), Feather.X, "Go on without this goal");

  CodeHead() {
    lineWords.setId("line-words");
    title.setId("file-title");
    title.setMinWidth(USE_PREF_SIZE);
    goal.setId("goal");
    goal.getStyleClass().add("goal-pill");
    goal.setContentDisplay(ContentDisplay.RIGHT);
    goal.setMinWidth(USE_PREF_SIZE);
    goal("", () -> {});
    getStyleClass().add("code-head");
    getChildren().addAll(title, goal, place, lineWords, Parts.spacer(), legend);
  }

  void show(CodeText text, long max) {
    FileKey key = text.key();
    String folder = key.path().substring(0, key.path().length() - key.name().length());
    title.setText(key.name());
    place.setText(text.found() ? folder : folder + "  no source");
    lineWords.setText("");
    legend.paint(max);
  }

  void clear() {
    title.setText("");
    place.setText("");
    lineWords.setText("");
    legend.paint(0);
  }

  /** Shows what the program runs to, with a way to forget it; nothing for an empty text. */
  void goal(String words, Runnable forget) {
    goal.setText(words);
    Parts.show(goal, !words.isEmpty());
    goal.setOnAction(event -> forget.run());
  }

  /** The hits of the hottest line. */
  void max(long hits) {
    legend.paint(hits);
  }

  /** The numbers of the line with the caret in words. */
  void lineWords(String words) {
    lineWords.setText(words);
  }
}
