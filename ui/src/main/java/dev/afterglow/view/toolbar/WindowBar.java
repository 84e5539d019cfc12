// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The row at the top: what one can do, and the status. */
public final class WindowBar extends HBox {
  /** Below this width, in font sizes, buttons show their icon only. */
  private static final double ROOM_FOR_WORDS = 90;

  private final Label name = Parts.label("Afterglow", "wordmark");
  private final Button run;
  private final Button stop;
  private final ToggleButton freeze;
  private final Button reset;
  private final ToggleButton hottest;
  private final ToggleButton current;
  private final Button theme;
  private final StatusPill status = new StatusPill();
  private final Look look;
  private final List<ButtonBase> worded;

  /**
   * Makes the row.
   *
   * @param look theme and size
   * @param actions what the buttons do
   */
  public WindowBar(Look look, Actions actions) {
    this.look = look;
    run = button("run", "Run again", Feather.ROTATE_CW, "Run again (F5)", actions::runAgain);
    run.getStyleClass().add("primary");
    stop = button("stop", "Stop", Feather.SQUARE, "Stop the program (Shift+F5)", actions::stop);
    freeze = toggle("freeze", "Freeze", Feather.PAUSE, "Freeze the picture (F6)");
    freeze.setOnAction(event -> actions.freeze(freeze.isSelected()));
    reset = button("reset", "Reset", Feather.DELETE, "Reset the counts (F7)", actions::reset);
    hottest = toggle("follow-hottest", "Hottest", Feather.TRENDING_UP, "Follow the hottest (F8)");
    hottest.setOnAction(event -> actions.followHottest(hottest.isSelected()));
    current =
        toggle("follow-current", "Current", Feather.CROSSHAIR, "Follow the current line (F9)");
    current.setOnAction(event -> actions.followCurrent(current.isSelected()));
    theme = button("theme", "", Feather.MOON, "Light or dark (F10)", actions::toggleTheme);
    worded = List.of(run, stop, freeze, reset, hottest, current);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("window-bar");
    name.setMinWidth(USE_PREF_SIZE);
    Label follow = Parts.label("Follow", "muted", "follow");
    follow.setMinWidth(USE_PREF_SIZE);
    HBox follows = new HBox(hottest, current);
    follows.getStyleClass().add("joined");
    hottest.getStyleClass().add("joined-left");
    current.getStyleClass().add("joined-right");
    Button smaller = button("smaller", "A−", null, "Smaller (Ctrl+−)", () -> actions.zoom(-1));
    Button larger = button("larger", "A+", null, "Larger (Ctrl++)", () -> actions.zoom(1));
    Button open = button("open", "", Feather.FOLDER, "Open a program (Ctrl+O)", actions::open);
    Button help = button("help", "", Feather.HELP_CIRCLE, "All keys (?)", actions::help);
    getChildren().addAll(name, run, stop, freeze, reset, follow, follows, status);
    getChildren().addAll(Parts.spacer(), open, smaller, larger, theme, help);
    widthProperty().addListener((property, before, now) -> fit());
    look.sizeProperty().addListener((property, before, now) -> fit());
    look.themeProperty().addListener((property, before, now) -> showTheme());
    showTheme();
  }

  /** Shows which line is followed. */
  public void following(boolean hottestLine, boolean currentLine) {
    hottest.setSelected(hottestLine);
    current.setSelected(currentLine);
  }

  /** Shows whether the picture is frozen. */
  public void frozen(boolean frozen) {
    freeze.setSelected(frozen);
  }

  /** Without a program there is nothing to run or to freeze. */
  public void hasProgram(boolean has) {
    for (ButtonBase button : worded) {
      button.setDisable(!has);
    }
  }

  /**
   * Draws the status.
   *
   * @param picture the session, or null without a program
   * @param running whether the program runs
   * @param compileFailed whether it could not be compiled
   */
  public void paint(Picture picture, boolean running, boolean compileFailed) {
    status.paint(picture, running, compileFailed);
    if (picture != null) {
      stop.setDisable(!running);
      freeze.setSelected(picture.status() == Status.FROZEN);
    }
  }

  private void showTheme() {
    boolean light = look.theme() == Theme.LIGHT;
    theme.setGraphic(Parts.icon(light ? Feather.MOON : Feather.SUN));
  }

  private void fit() {
    boolean words = getWidth() >= ROOM_FOR_WORDS * look.size();
    for (ButtonBase button : worded) {
      button.setContentDisplay(words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    }
  }

  private static Button button(String id, String text, Ikon icon, String words, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    if (icon != null) {
      Parts.tool(button, icon, words);
    } else {
      button.setTooltip(Parts.tip(words));
      button.setAccessibleText(words);
    }
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static ToggleButton toggle(String id, String text, Ikon icon, String words) {
    ToggleButton button = Parts.tool(new ToggleButton(text), icon, words);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
