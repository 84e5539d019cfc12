// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import dev.afterglow.session.RunControl.Step;
import dev.afterglow.view.look.Parts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Play, pause, step, run again, stop. */
final class RunBar extends HBox {
  private final RunDesk desk;
  private final Button play = tool("play", "Play", Feather.PLAY, "Play (Space)");
  private final Button step =
      tool("step", "Step", Feather.ARROW_DOWN, "Step: to the next line, into calls (F11 or ↓)");
  private final Button over =
      tool("over", "Over", Feather.ARROW_RIGHT, "Over: to the next line, past calls (F10 or →)");
  private final Button out =
      tool("out", "Out", Feather.ARROW_UP, "Out: back to the caller (Shift+F11 or ↑)");
  private final Button again = tool("run", "Run again", Feather.ROTATE_CW, "Run again (F5)");
  private final Button stop = tool("stop", "Stop", Feather.SQUARE, "Stop the program (Shift+F5)");
  private final List<Button> steps = List.of(step, over, out);
  private Boolean shownPlay;
  private boolean hasProgram;

  RunBar(RunDesk desk, Actions actions) {
    this.desk = desk;
    getStyleClass().add("run-bar");
    setAlignment(Pos.CENTER_LEFT);
    play.getStyleClass().addAll("primary", "play");
    play.setOnAction(event -> desk.playOrPause());
    step.setOnAction(event -> desk.step(Step.INTO));
    over.setOnAction(event -> desk.step(Step.OVER));
    out.setOnAction(event -> desk.step(Step.OUT));
    again.setOnAction(event -> actions.runAgain());
    stop.setOnAction(event -> actions.stop());
    getChildren().addAll(play, step, over, out, again, stop);
    stop.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    stepWords(true);
    playWords(true);
    desk.onChange(this::show);
    show();
  }

  /** Steps carry their words alone, or their icons alone. */
  void stepWords(boolean words) {
    steps.forEach(
        button ->
            button.setContentDisplay(
                words ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY));
  }

  void againWords(boolean words) {
    icon(again, words);
  }

  void playWords(boolean words) {
    play.getStyleClass().remove("worded");
    if (words) {
      // One width for both of its words, or the row would jump.
      play.getStyleClass().add("worded");
    }
    icon(play, words);
  }

  /** Without a program there is nothing to run. */
  void hasProgram(boolean has) {
    hasProgram = has;
    show();
  }

  void running(boolean running) {
    stop.setDisable(!running);
  }

  /** Why a button does nothing. */
  String why(Node button) {
    return button == again
        ? desk.whyNotRun()
        : button == stop ? RunDesk.NOT_RUNNING : desk.whyIdle();
  }

  /** The play button, for what points at it. */
  Button play() {
    return play;
  }

  private void show() {
    boolean usable = desk.canControl();
    steps.forEach(button -> button.setDisable(!usable));
    play.setDisable(!usable && !desk.isOver());
    again.setDisable(!hasProgram || !desk.whyNotRun().isEmpty());
    boolean plays = desk.isPaused() || !usable;
    if (shownPlay == null || shownPlay != plays) {
      shownPlay = plays;
      play.setText(plays ? "Play" : "Pause");
      play.setGraphic(Parts.icon(plays ? Feather.PLAY : Feather.PAUSE));
      String words = plays ? "Play (Space)" : "Pause (Space)";
      play.getTooltip().setText(words);
      play.setAccessibleText(words);
    }
  }

  private static void icon(ButtonBase button, boolean words) {
    button.setContentDisplay(words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
  }

  private static Button tool(String id, String text, Ikon icon, String words) {
    Button button = Parts.tool(new Button(text), icon, words);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
