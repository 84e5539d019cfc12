// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.RunControl.Step;
import dev.afterglow.view.look.Parts;
import dev.afterglow.view.look.Sheet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The keys: what they do, and the sheet that says so. */
final class Keys {

  /**
   * A row of the sheet.
   *
   * @param keys as they are written
   * @param words what they do
   */
  private record Row(String keys, String words) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("Space", "play, pause"),
          new Row("F11  ↓", "step to the next line, into calls"),
          new Row("F10  →", "step over calls"),
          new Row("Shift+F11  ↑", "step out, to the caller"),
          new Row("Ctrl+F10", "run to the line with the caret"),
          new Row("Shift+F10", "run to a count, a depth, the first exception"),
          new Row("Ctrl+R", "the rounds of the loop at the caret"),
          new Row("F4", "record steps, or counts only"),
          new Row("F5", "run again"),
          new Row("Shift+F5", "stop the program"),
          new Row("F6", "freeze the picture, let it go"),
          new Row("F7", "reset the counts"),
          new Row("F8", "follow the hottest line"),
          new Row("F9", "follow the current line"),
          new Row("Ctrl+P", "predict: hide the numbers; Enter tells the caret's"),
          new Row("Ctrl+L", "light or dark"),
          new Row("Ctrl +  −  0", "larger, smaller, usual size"),
          new Row("Ctrl+wheel", "larger, smaller"),
          new Row("Ctrl+1 … 5", "go to files, code, threads, stack, console"),
          new Row("↑ ↓ Enter", "choose in a list, open"),
          new Row("Tab", "next button or pane"),
          new Row("Ctrl+D", "in the empty input field: end of input"),
          new Row("Ctrl+C", "copy the chosen text"),
          new Row("Ctrl+F  F3", "find in the shown file, the next place"),
          new Row("Ctrl+G", "go to a line"),
          new Row("Ctrl+O", "open a program"),
          new Row("Ctrl+S", "save: a page, a picture, CSV, the story"),
          new Row("Ctrl+Q", "close the window"),
          new Row("?  F1", "this sheet"),
          new Row("Esc", "close a sheet"));

  private Keys() {}

  /** The sheet of keys. */
  static Sheet sheet(Runnable close) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys");
    int half = (ROWS.size() + 1) / 2;
    for (int i = 0; i < ROWS.size(); i++) {
      int column = i < half ? 0 : 2;
      Label keys = Parts.label(ROWS.get(i).keys(), "key");
      Label words = Parts.label(ROWS.get(i).words(), "key-words");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      words.setMinWidth(Region.USE_PREF_SIZE);
      grid.add(keys, column, i % half);
      grid.add(words, column + 1, i % half);
    }
    return new Sheet("Keys", grid, close);
  }

  /** Makes a window listen to the keys. */
  static void install(Scene scene, MainWindow window) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (pressed(event, window)) {
            event.consume();
          }
        });
    scene.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (event.getCharacter().equals("?") && !typing(scene)) {
            window.help();
            event.consume();
          }
        });
  }

  private static boolean typing(Scene scene) {
    return scene.getFocusOwner() instanceof TextInputControl;
  }

  private static boolean pressed(KeyEvent event, MainWindow window) {
    if (window.sheets().isOpen()) {
      if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F1) {
        window.sheets().close();
        return true;
      }
      return false;
    }
    return event.isShortcutDown() ? withControl(event, window) : plain(event, window);
  }

  private static boolean plain(KeyEvent event, MainWindow window) {
    switch (event.getCode()) {
      case F1 -> window.help();
      case F3 -> window.panes().code().findNext(event.isShiftDown() ? -1 : 1);
      case F5 -> {
        if (event.isShiftDown()) {
          window.stop();
        } else {
          window.runAgain();
        }
      }
      case F6 -> window.toggleFreeze();
      case F7 -> window.reset();
      case F8 -> window.toggleFollow(Follower.Mode.HOTTEST);
      case F9 -> window.toggleFollow(Follower.Mode.CURRENT);
      case F4 -> window.desk().toggleDetail();
      case F10 -> {
        if (event.isShiftDown()) {
          window.menuAtCaret();
        } else {
          window.desk().step(Step.OVER);
        }
      }
      case F11 -> window.desk().step(event.isShiftDown() ? Step.OUT : Step.INTO);
      case SPACE, DOWN, RIGHT, UP -> {
        return runKey(event, window);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Space and arrows run the program, unless what has the focus needs them itself. */
  private static boolean runKey(KeyEvent event, MainWindow window) {
    if (event.isAltDown() || event.isShiftDown()) {
      return false;
    }
    Node focus = window.focusOwner();
    if (event.getCode() == KeyCode.SPACE) {
      if (focus instanceof TextInputControl || focus instanceof ButtonBase) {
        return false;
      }
      window.desk().playOrPause();
      return true;
    }
    if (!(focus instanceof Button) || !window.desk().canControl()) {
      return false;
    }
    window
        .desk()
        .step(
            switch (event.getCode()) {
              case DOWN -> Step.INTO;
              case RIGHT -> Step.OVER;
              default -> Step.OUT;
            });
    return true;
  }

  private static boolean withControl(KeyEvent event, MainWindow window) {
    switch (event.getCode()) {
      case PLUS, EQUALS, ADD -> window.zoom(1);
      case MINUS, SUBTRACT -> window.zoom(-1);
      case DIGIT0, NUMPAD0 -> window.zoom(0);
      case DIGIT1, NUMPAD1 -> window.focusPane(1);
      case DIGIT2, NUMPAD2 -> window.focusPane(2);
      case DIGIT3, NUMPAD3 -> window.focusPane(3);
      case DIGIT4, NUMPAD4 -> window.focusPane(4);
      case DIGIT5, NUMPAD5 -> window.focusPane(5);
      case F10 -> window.runToCaret();
      case F -> {
        return window.find();
      }
      case G -> window.panes().code().findLine();
      case P -> window.togglePredict();
      case R -> window.loopAtCaret();
      case L -> window.toggleTheme();
      case O -> window.open();
      case S -> window.save();
      case Q, W -> window.close();
      default -> {
        return false;
      }
    }
    return true;
  }
}
