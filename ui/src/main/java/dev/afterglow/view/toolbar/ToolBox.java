// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * What one needs less often: as buttons while there is room, the others in a menu, which has also
 * what one can run to.
 */
final class ToolBox extends HBox {
  private final Look look;
  private final RunDesk desk;
  private final ToggleButton steps =
      toggle("steps", "Steps", Feather.LIST, "Steps: record every line with its values (F4)");
  private final ToggleButton hottest =
      toggle("follow-hottest", "Hottest", Feather.TRENDING_UP, "Follow the hottest line (F8)");
  private final ToggleButton current =
      toggle("follow-current", "Current", Feather.CROSSHAIR, "Follow the current line (F9)");
  private final ToggleButton freeze =
      toggle("freeze", "Freeze", Feather.LOCK, "Freeze the picture; the program runs on (F6)");
  private final ToggleButton predict =
      toggle("predict", "Predict", Feather.EYE_OFF, "Predict: hide the numbers (Ctrl+P)");
  private final Button reset;
  private final Button open;
  private final Button save;
  private final Button smaller;
  private final Button larger;
  private final Button theme;
  private final Button help;
  private final Button more =
      Parts.tool(new Button(), Feather.MORE_HORIZONTAL, "Run until …, and what has no room here");
  private final ContextMenu menu = new ContextMenu();
  private final List<ButtonBase> worded;
  private final List<ButtonBase> hiding;

  ToolBox(Look look, RunDesk desk, Actions actions) {
    this.look = look;
    this.desk = desk;
    getStyleClass().add("tool-box");
    setAlignment(Pos.CENTER_RIGHT);
    steps.setOnAction(event -> desk.detail(steps.isSelected() ? Detail.STEPS : Detail.COUNTS));
    hottest.setOnAction(event -> actions.followHottest(hottest.isSelected()));
    current.setOnAction(event -> actions.followCurrent(current.isSelected()));
    freeze.setOnAction(event -> actions.freeze(freeze.isSelected()));
    predict.setOnAction(event -> actions.predict(predict.isSelected()));
    reset = button("reset", "Reset", Feather.DELETE, "Reset the counts (F7)", actions::reset);
    open = button("open", "Open", Feather.FOLDER, "Open a program (Ctrl+O)", actions::open);
    String words = "Save a page, a picture, CSV or the story (Ctrl+S)";
    save = button("save", "Save", Feather.SAVE, words, actions::save);
    smaller = button("smaller", "A−", null, "Smaller (Ctrl+−)", () -> actions.zoom(-1));
    larger = button("larger", "A+", null, "Larger (Ctrl++)", () -> actions.zoom(1));
    theme = button("theme", "Theme", Feather.MOON, "Light or dark (Ctrl+L)", actions::toggleTheme);
    help = button("help", "Keys", Feather.HELP_CIRCLE, "All keys (?)", actions::help);
    HBox follows = new HBox(hottest, current);
    follows.getStyleClass().add("joined");
    hottest.getStyleClass().add("joined-left");
    current.getStyleClass().add("joined-right");
    more.setId("more");
    more.setMinWidth(USE_PREF_SIZE);
    more.setOnAction(event -> showMenu(actions.goals()));
    getChildren().addAll(steps, follows, freeze, predict, reset, open, save);
    getChildren().addAll(smaller, larger, theme, help, more);
    worded = List.of(steps, hottest, current, freeze, predict, reset);
    List<ButtonBase> rare = List.of(save, open, help, predict, reset, smaller, larger, theme);
    hiding = new ArrayList<>(rare);
    hiding.addAll(List.of(freeze, current, hottest, steps));
    for (ButtonBase icon : List.of(open, save, theme, help)) {
      icon.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
    look.themeProperty().addListener((property, before, now) -> showTheme());
    showTheme();
    hide(0);
    desk.onChange(this::show);
    show();
  }

  /** How many tools there are, so how many can be hidden. */
  int count() {
    return hiding.size();
  }

  /** Puts the least used tools into the menu. */
  void hide(int number) {
    for (int i = 0; i < hiding.size(); i++) {
      // One of the two that zoom would look as if there was no other.
      int from = hiding.get(i) == larger ? hiding.indexOf(smaller) : i;
      Parts.show(hiding.get(i), from >= number);
    }
  }

  void words(boolean words) {
    for (ButtonBase button : worded) {
      button.setContentDisplay(words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    }
  }

  void following(boolean hottestLine, boolean currentLine) {
    hottest.setSelected(hottestLine);
    current.setSelected(currentLine);
  }

  void predicting(boolean hidden) {
    predict.setSelected(hidden);
  }

  void frozen(boolean frozen) {
    freeze.setSelected(frozen);
  }

  void hasProgram(boolean has) {
    for (ButtonBase button : List.of(hottest, current, freeze, predict, reset, save)) {
      button.setDisable(!has);
    }
  }

  private void show() {
    steps.setDisable(!desk.canControl());
    steps.setSelected(desk.detail() == Detail.STEPS);
  }

  private void showTheme() {
    theme.setGraphic(Parts.icon(look.theme() == Theme.LIGHT ? Feather.MOON : Feather.SUN));
  }

  private void showMenu(List<MenuItem> goals) {
    menu.getItems().clear();
    for (ButtonBase button : hiding) {
      if (!button.isManaged()) {
        menu.getItems().add(0, item(button));
      }
    }
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(0, new SeparatorMenuItem());
    }
    menu.getItems().addAll(0, goals);
    menu.show(more, Side.BOTTOM, 0, 4);
  }

  private static MenuItem item(ButtonBase button) {
    String words = button.getAccessibleText();
    MenuItem item;
    if (button instanceof ToggleButton toggle) {
      CheckMenuItem check = new CheckMenuItem(words);
      check.setSelected(toggle.isSelected());
      item = check;
    } else {
      item = new MenuItem(words);
    }
    item.setId(button.getId() + "-item");
    item.setDisable(button.isDisabled());
    item.setOnAction(event -> button.fire());
    return item;
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
