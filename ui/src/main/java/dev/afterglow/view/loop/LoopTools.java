// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.loop;

import dev.afterglow.session.story.LoopFiles.Written;
import dev.afterglow.session.story.LoopRows;
import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.view.look.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Which loop of which file, which time it ran, and what can be done with its rounds. */
final class LoopTools extends VBox {
  private final ComboBox<String> loops = new ComboBox<>();
  private final Label which = Parts.label("", "tree-which");
  private final Button before;
  private final Button after;
  private List<Choice> offered = List.of();
  private boolean filling;

  /** A loop of a file. */
  record Choice(Written of, Loop loop) {
    boolean isOf(Choice other) {
      return of.file().equals(other.of.file()) && loop.equals(other.loop);
    }
  }

  /**
   * Makes them.
   *
   * @param onLoop called with another loop
   * @param onTime called with -1 for the time before, 1 for the next one
   */
  LoopTools(Consumer<Choice> onLoop, IntConsumer onTime, Runnable copy, Runnable export) {
    getStyleClass().add("steps-tools");
    loops.setId("loop-loops");
    loops.setMinWidth(0);
    loops.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(loops, Priority.ALWAYS);
    loops.setOnAction(
        event -> {
          int at = loops.getSelectionModel().getSelectedIndex();
          if (!filling && at >= 0 && at < offered.size()) {
            // Later, as another file's loops are offered in another order then.
            Choice chosen = offered.get(at);
            Platform.runLater(() -> onLoop.accept(chosen));
          }
        });
    which.setId("loop-which");
    which.getStyleClass().add("loop-which");
    before = small(Feather.CHEVRON_LEFT, "before", "The time before", () -> onTime.accept(-1));
    after = small(Feather.CHEVRON_RIGHT, "after", "The next time", () -> onTime.accept(1));
    HBox first =
        new HBox(
            loops,
            small(Feather.COPY, "copy", "Copy all rounds of this time (Ctrl+C)", copy),
            small(Feather.DOWNLOAD, "export", "Save all rounds of this time as CSV", export));
    HBox second = new HBox(before, which, after);
    first.getStyleClass().add("steps-tool-row");
    second.getStyleClass().add("steps-tool-row");
    getChildren().addAll(first, second);
  }

  private static Button small(Feather icon, String id, String words, Runnable action) {
    Button button = Parts.small(icon, words, action);
    button.setId("loop-" + id);
    return button;
  }

  /**
   * Offers the loops of some files.
   *
   * @param named whether the files are named, as there are several
   */
  void offer(List<Written> files, boolean named) {
    List<Choice> all = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Written of : files) {
      long alike = files.stream().filter(each -> name(each).equals(name(of))).count();
      String before = !named ? "" : (alike > 1 ? of.file().path() : name(of)) + ":";
      for (Loop loop : of.loops().loops()) {
        all.add(new Choice(of, loop));
        words.add(before + loop.line() + "  " + loop.head());
      }
    }
    int at = loops.getSelectionModel().getSelectedIndex();
    Choice chosen = at >= 0 && at < offered.size() ? offered.get(at) : null;
    offered = all;
    if (words.equals(loops.getItems())) {
      return;
    }
    filling = true;
    loops.getItems().setAll(words);
    filling = false;
    if (chosen != null) {
      choose(chosen);
    }
  }

  private static String name(Written of) {
    return of.file().name();
  }

  /** Shows which loop is shown. */
  void choose(Choice choice) {
    filling = true;
    loops.getSelectionModel().clearSelection();
    for (int i = 0; i < offered.size(); i++) {
      if (offered.get(i).isOf(choice)) {
        loops.getSelectionModel().select(i);
      }
    }
    filling = false;
  }

  /** Shows which time of how many is shown. */
  void show(LoopRows rows) {
    which.setText(rows.time() >= 0 ? LoopWords.time(rows) : "");
    for (Button each : List.of(before, after)) {
      Parts.show(each, rows.times() > 1);
    }
    before.setDisable(rows.time() <= 0);
    after.setDisable(rows.time() >= rows.times() - 1);
  }
}
