// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.RunControl.Goal;
import dev.afterglow.session.RunControl.GoalKind;
import dev.afterglow.view.code.LineMenu;
import dev.afterglow.view.look.Parts;
import dev.afterglow.view.look.Sheet;
import dev.afterglow.view.toolbar.RunDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What one can run to from a line of the code, and the rounds of its loop. */
final class GoalMenu implements LineMenu {
  private final RunDesk desk;
  private final Sheets sheets;
  private final ProgramPane panes;
  private final ContextMenu menu = new ContextMenu();

  GoalMenu(RunDesk desk, Sheets sheets, ProgramPane panes) {
    this.desk = desk;
    this.sheets = sheets;
    this.panes = panes;
  }

  @Override
  public void show(Node owner, double x, double y, FileKey file, int line, long hits) {
    boolean code = hits >= 0;
    MenuItem here = item("run-to-line", "Run to line " + line, code, () -> runToLine(file, line));
    MenuItem count =
        item(
            "run-to-count",
            "Run until line " + line + " has run …",
            code,
            () -> askCount(file, line, hits));
    menu.getItems().setAll(here, count);
    menu.getItems().addAll(anywhere());
    if (panes.hasLoop(file, line)) {
      MenuItem rounds = new MenuItem("Rounds of the loop on line " + line);
      rounds.setId("loop-rounds");
      rounds.setOnAction(event -> panes.openLoop(file, line));
      menu.getItems().addAll(0, List.of(rounds, new SeparatorMenuItem()));
    }
    menu.show(owner, x, y);
  }

  /** What needs no line, and how to choose one. */
  List<MenuItem> general() {
    List<MenuItem> items = anywhere();
    MenuItem hint = new MenuItem("Until a line: the other mouse button on it (Shift+F10)");
    hint.setId("run-to-hint");
    hint.setDisable(true);
    items.add(hint);
    return items;
  }

  private List<MenuItem> anywhere() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("run-to-depth", "Run until the calls are … deep", true, this::askDepth));
    items.add(
        item(
            "run-to-exception",
            "Run until the first exception",
            true,
            () -> desk.runTo(new Goal(GoalKind.EXCEPTION, null, 0, 0))));
    if (desk.goal() != null) {
      items.add(item("run-to-nothing", "Forget: " + words(desk.goal()), true, this::end));
    }
    return items;
  }

  @Override
  public void runToLine(FileKey file, int line) {
    desk.runTo(new Goal(GoalKind.LINE, file, line, 0));
  }

  /** Goes on without a goal. */
  private void end() {
    desk.runTo(null);
  }

  private MenuItem item(String id, String words, boolean possible, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setDisable(!possible || !desk.canControl());
    item.setOnAction(event -> action.run());
    return item;
  }

  private void askCount(FileKey file, int line, long hits) {
    String before = hits == 0 ? "It has not run yet." : "It has run " + times(hits) + " so far.";
    ask(
        "Run until line " + line + " has run how often?",
        before,
        hits + 1,
        n -> desk.runTo(new Goal(GoalKind.COUNT, file, line, n)));
  }

  private void askDepth() {
    ask(
        "Run until how many calls are in each other?",
        "main alone is 1 deep; a method that it calls is 2 deep.",
        10,
        n -> desk.runTo(new Goal(GoalKind.DEPTH, null, 0, n)));
  }

  private void ask(String title, String text, long proposal, LongConsumer then) {
    TextField number = new TextField(Long.toString(proposal));
    number.setId("goal-number");
    Label wrong = Parts.label("", "wrong");
    wrong.setId("goal-wrong");
    Button run = new Button("Run");
    run.setId("goal-run");
    run.getStyleClass().add("primary");
    Button cancel = new Button("Cancel");
    cancel.setId("goal-cancel");
    cancel.setOnAction(event -> sheets.close());
    run.setOnAction(
        event -> {
          long n = number(number.getText());
          if (n < 1) {
            wrong.setText("That is not a whole number from 1 up.");
            number.requestFocus();
          } else {
            sheets.close();
            then.accept(n);
          }
        });
    VBox content = new VBox(Parts.label(text, "muted"), number, wrong);
    content.getStyleClass().add("goal-question");
    sheets.show(new Sheet(title, content, sheets::close, cancel, run));
    number.requestFocus();
    number.selectAll();
  }

  /** The number in a text such as {@code 1,000}, or -1. */
  static long number(String text) {
    try {
      return Long.parseLong(text.replaceAll("[\\s,._']", ""));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String times(long n) {
    return n == 1 ? "once" : n == 2 ? "twice" : Numbers.exact(n) + " times";
  }

  /** A goal in words. */
  static String words(Goal goal) {
    return switch (goal.kind()) {
      case LINE -> "to line " + goal.line();
      case COUNT -> "until line " + goal.line() + " has run " + times(goal.n());
      case DEPTH -> "until " + Numbers.exact(goal.n()) + " deep";
      case EXCEPTION -> "until the first exception";
    };
  }
}
