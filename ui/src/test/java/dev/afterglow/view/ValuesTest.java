// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static dev.afterglow.view.Scenes.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.RunPicture;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The values behind the lines of a program that runs slowly. */
class ValuesTest extends WindowCase {
  private final FakeSession session = SlowScene.paused();

  @BeforeEach
  void open() {
    show(session, Scenes.program());
    waitFor("code", () -> shows("8 rounds so far"));
  }

  @Test
  void values_and_arguments_stand_behind_their_lines() {
    for (String chip : List.of("i = 7", "n = 1", "args = []")) {
      waitFor(chip, () -> shows(chip));
    }
    Screenshots.keep(opened.stage(), "values-light");
    robot.interact(opened.window()::toggleTheme);
    Screenshots.keep(opened.stage(), "values-dark");
  }

  @Test
  void the_changed_part_is_kept_when_a_value_is_cut() {
    StepLog log = session.steps();
    String numbers = "[" + "10, ".repeat(30) + "77, 10]";
    int at = numbers.indexOf("77");
    int last = log.size() - 1;
    int step =
        log.add(
            Kind.LINE,
            SlowScene.MAIN,
            log.method(last),
            8,
            3,
            log.call(last),
            List.of(new Value("numbers", numbers, at, at + 2)));
    session.pass(1);
    waitFor("77", () -> shows("77"));
    assertEquals(1, log.valueCount(step));
    Screenshots.keep(opened.stage(), "values-cut");
  }

  @Test
  void a_value_is_read_even_where_the_code_is_as_wide_as_the_pane() {
    StepLog log = session.steps();
    int last = log.size() - 1;
    List<Value> values = List.of(new Value("factor", "12"));
    log.add(Kind.LINE, SlowScene.MAIN, log.method(last), 8, 3, log.call(last), values);
    session.pass(1);
    waitFor("the value", () -> shows("factor = 12"));
    robot.interact(() -> opened.window().zoom(6));
    waitFor("no room for words", () -> !shows("8 rounds so far"));
    assertTrue(shows("factor = 12"), "the value is whole");
    Screenshots.keep(opened.stage(), "values-over-code");
  }

  @Test
  void what_has_no_room_ends_with_an_ellipsis_inside_the_pane_and_a_tool_tip_tells_it() {
    StepLog log = session.steps();
    int last = log.size() - 1;
    List<Value> values =
        List.of(
            new Value("first", "\"" + "a".repeat(25) + "\""),
            new Value("second", "\"" + "b".repeat(25) + "\""),
            new Value("third", "\"the end\""));
    log.add(Kind.LINE, SlowScene.MAIN, log.method(last), 8, 3, log.call(last), values);
    session.pass(1);
    Bounds pane = code().localToScreen(code().getLayoutBounds());
    waitFor("an ellipsis", () -> drawn().stream().anyMatch(each -> each.getText().endsWith("…")));
    Text cut =
        drawn().stream().filter(each -> each.getText().endsWith("…")).findAny().orElseThrow();
    for (Text each : drawn()) {
      double end = each.localToScreen(each.getLayoutBounds()).getMaxX();
      assertTrue(end <= pane.getMaxX(), () -> each.getText() + " ends at " + end);
    }
    robot.moveTo(cut).moveBy(1, 0);
    waitFor(
        "the tool tip",
        () ->
            Window.getWindows().stream()
                .anyMatch(
                    each -> each instanceof Tooltip tip && tip.getText().contains("the end")));
    Screenshots.keep(opened.stage(), "values-no-room");
  }

  private Node code() {
    return robot.lookup("#code").query();
  }

  /** The texts of the gutter that are seen. */
  private List<Text> drawn() {
    return robot.lookup(".gutter-cell").queryAll().stream()
        .flatMap(cell -> ((Region) cell).getChildrenUnmodifiable().stream())
        .filter(node -> node instanceof Text && node.isVisible())
        .map(node -> (Text) node)
        .filter(text -> !text.getText().isEmpty())
        .toList();
  }

  @Test
  void without_steps_there_are_no_values() {
    waitFor("i", () -> shows("i = 7"));
    session.run(
        new RunPicture(Detail.COUNTS, false, 12, 1, 1, SlowScene.FILE, 5, "", 0, 2_000_000));
    waitFor("no i", () -> !shows("i = 7"));
    robot.type(KeyCode.F1);
    assertTrue(opened.window().sheets().isOpen());
  }

  private boolean shows(String text) {
    return robot
        .lookup(
            node -> node instanceof Text drawn && drawn.isVisible() && text.equals(drawn.getText()))
        .tryQuery()
        .isPresent();
  }
}
