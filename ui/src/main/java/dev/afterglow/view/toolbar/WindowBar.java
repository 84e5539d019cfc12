// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import dev.afterglow.view.look.WhyDisabled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * The row at the top: how the program runs, the status, and the tools. What it has no room for it
 * says with icons, or puts into a menu.
 */
public final class WindowBar extends HBox {
  /** So many tools go into the menu before the run control gives way too. */
  private static final int FIRST_TO_HIDE = 8;

  private final Label name = Parts.label("Afterglow", "wordmark");
  private final RunBar run;
  private final SpeedBox speed;
  private final StatusPill status = new StatusPill();
  private final ToolBox tools;

  /** What makes the row narrower, in this order: true saves room. */
  private final List<Consumer<Boolean>> savings = new ArrayList<>();

  private int saved = -1;

  /**
   * Makes the row.
   *
   * @param look theme and size
   * @param desk how the program runs
   * @param actions what the other buttons do
   */
  public WindowBar(Look look, RunDesk desk, Actions actions) {
    run = new RunBar(desk, actions);
    speed = new SpeedBox(desk);
    tools = new ToolBox(look, desk, actions);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("window-bar");
    name.setMinWidth(USE_PREF_SIZE);
    // Before it has fitted itself, the panes below must not become as wide as it would like to be.
    setMinWidth(0);
    getChildren().addAll(name, run, speed, status, Parts.spacer(), tools);
    savings.add(save -> tools.words(!save));
    savings.add(save -> status.showAge(!save));
    for (int i = 1; i <= FIRST_TO_HIDE; i++) {
      hideTool(i);
    }
    savings.add(save -> run.againWords(!save));
    savings.add(save -> Parts.show(name, !save));
    savings.add(save -> speed.words(!save));
    for (int i = FIRST_TO_HIDE + 1; i <= tools.count(); i++) {
      hideTool(i);
    }
    savings.add(save -> run.stepWords(!save));
    savings.add(save -> speed.narrow(save));
    savings.add(save -> run.playWords(!save));
    savings.add(save -> speed.number(!save));
    savings.add(save -> Parts.show(speed, !save));
    WhyDisabled.install(run, run::why);
    WhyDisabled.install(tools, tool -> desk.whyIdle());
    // The speed is one part, disabled as a whole, so its row says it.
    WhyDisabled.install(this, part -> part == speed ? desk.whyIdle() : "");
    widthProperty().addListener((property, before, now) -> fit());
    // The style sheet changes with the size, so later.
    look.sizeProperty().addListener((property, before, now) -> Platform.runLater(this::fit));
  }

  /** Shows which line is followed. */
  public void following(boolean hottestLine, boolean currentLine) {
    tools.following(hottestLine, currentLine);
  }

  /** Shows whether the picture is frozen. */
  public void frozen(boolean frozen) {
    tools.frozen(frozen);
  }

  /** Shows whether the numbers are hidden. */
  public void predicting(boolean hidden) {
    tools.predicting(hidden);
  }

  /** Without a program there is nothing to run or to freeze. */
  public void hasProgram(boolean has) {
    run.hasProgram(has);
    tools.hasProgram(has);
  }

  /**
   * Draws the status.
   *
   * @param picture the session, or null without a program
   * @param running whether the program runs
   * @param obstacle why the program could not begin, in two or three words, or an empty text
   * @param doing what the program's threads do
   */
  public void paint(Picture picture, boolean running, String obstacle, String doing) {
    boolean wider = status.paint(picture, running, obstacle, doing);
    run.running(picture != null && running);
    if (picture != null) {
      tools.frozen(picture.status() == Status.FROZEN);
    }
    if (wider) {
      fit();
    }
  }

  /** The button that plays, for what points at it. */
  public Node playButton() {
    return run.play();
  }

  private void hideTool(int number) {
    savings.add(save -> tools.hide(save ? number : number - 1));
  }

  private void fit() {
    if (getScene() == null || getWidth() <= 0) {
      return;
    }
    save(0);
    for (int i = 0; i < savings.size() && needed() > getWidth(); i++) {
      save(i + 1);
    }
  }

  private void save(int number) {
    for (int i = savings.size() - 1; i >= 0; i--) {
      boolean on = i < number;
      boolean was = saved < 0 || i < saved;
      if (on != was || saved < 0) {
        savings.get(i).accept(on);
      }
    }
    saved = number;
    applyCss();
  }

  private double needed() {
    double width = snappedLeftInset() + snappedRightInset();
    int shown = 0;
    for (Node child : getManagedChildren()) {
      width += child.prefWidth(-1);
      shown++;
    }
    return width + getSpacing() * (shown - 1);
  }
}
