// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static dev.afterglow.view.Scenes.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.view.toolbar.Pace;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Play, pause, step, speed: by mouse and keys, against a program that says it obeyed. */
class RunControlTest extends WindowCase {
  private static final FileKey FILE = new FileKey("Fibonacci.java");

  private final FakeSession session = Scenes.fibonacci();
  private final FakeProgram program = Scenes.program();
  private Stage stage;
  private MainWindow window;

  @BeforeEach
  void open_a_program_that_stands() {
    session.run(FakeControl.run(true, 4, FILE, 5));
    show(session, program);
    stage = opened.stage();
    window = opened.window();
    waitFor("a toolbar", () -> !button("#play").isDisabled());
  }

  @Test
  void space_plays_and_pauses() {
    assertEquals("Play", button("#play").getText());
    assertEquals("Paused", label("#status"));
    robot.interact(() -> window.focusPane(2));
    robot.type(KeyCode.SPACE);
    waitFor("Live", () -> label("#status").equals("Live"));
    assertEquals("Pause", button("#play").getText());
    robot.interact(() -> window.focusPane(1));
    robot.type(KeyCode.SPACE);
    waitFor("Paused", () -> label("#status").equals("Paused"));
    assertEquals(List.of("play", "pause"), session.control.asked());
  }

  @Test
  void without_steps_the_speed_is_in_rounds() {
    assertEquals("4 lines/s", label("#speed-number"));
    session.control.detail(Detail.COUNTS);
    waitFor("rounds", () -> label("#speed-number").equals("4 rounds/s"));
    session.control.detail(Detail.STEPS);
    waitFor("lines", () -> label("#speed-number").equals("4 lines/s"));
  }

  @Test
  void a_slow_run_begins_when_it_is_shown() {
    program.beginsWhenShown = true;
    session.run(FakeControl.run(true, 4, FILE, 6));
    waitFor("Live", () -> label("#status").equals("Live"));
    assertEquals(List.of("play"), session.control.asked());
    robot.clickOn("#play");
    waitFor("Paused", () -> label("#status").equals("Paused"));
    assertEquals(List.of("play", "pause"), session.control.asked());
  }

  @Test
  void space_on_a_button_presses_that_button_once() {
    robot.interact(() -> button("#step").requestFocus());
    robot.type(KeyCode.SPACE);
    waitFor("step", () -> session.control.asked().equals(List.of("step into")));
    robot.interact(() -> button("#play").requestFocus());
    robot.type(KeyCode.SPACE);
    waitFor("play", () -> session.control.asked().equals(List.of("step into", "play")));
  }

  @Test
  void space_and_arrows_in_the_input_field_are_text() {
    robot.clickOn("#input").write("a b").type(KeyCode.LEFT, KeyCode.SPACE);
    waitFor("text", () -> robot.lookup("#input").queryAs(TextField.class).getText().equals("a  b"));
    assertEquals(List.of(), session.control.asked());
  }

  @Test
  void buttons_and_keys_step() {
    robot.clickOn("#step").clickOn("#over").clickOn("#out");
    robot.interact(() -> window.focusPane(2));
    robot.type(KeyCode.F11, KeyCode.F10);
    robot.press(KeyCode.SHIFT).type(KeyCode.F11).release(KeyCode.SHIFT);
    robot.interact(() -> button("#play").requestFocus());
    robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.UP);
    List<String> once = List.of("step into", "step over", "step out");
    List<String> asked = session.control.asked();
    assertEquals(once, asked.subList(0, 3));
    assertEquals(once, asked.subList(3, 6));
    assertEquals(once, asked.subList(6, 9));
    assertEquals(9, asked.size());
  }

  @Test
  void a_step_in_a_running_program_stops_it_first() {
    session.run(FakeControl.run(false, 100, FILE, 5));
    waitFor("Live", () -> label("#status").equals("Live"));
    robot.clickOn("#step");
    waitFor("Paused", () -> label("#status").equals("Paused"));
    robot.clickOn("#step");
    assertEquals(List.of("pause", "step into"), session.control.asked());
  }

  @Test
  void the_slider_goes_from_1_to_1000_lines_and_full_speed() {
    assertEquals("4 lines/s", label("#speed-number"));
    Slider slider = robot.lookup("#speed").queryAs(Slider.class);
    double[] positions = {0, 1, 1.08, 2, 2.55, 3, 3.4};
    List<String> words =
        List.of(
            "1 line/s",
            "10 lines/s",
            "12 lines/s",
            "100 lines/s",
            "400 lines/s",
            "1,000 lines/s",
            "");
    for (int i = 0; i < positions.length; i++) {
      double position = positions[i];
      robot.interact(() -> slider.setValue(position));
      assertEquals(words.get(i), label("#speed-number"));
    }
    waitFor("full speed", () -> session.control.asked().contains("speed " + RunControl.FULL_SPEED));
    assertEquals("max", settings.text("speed", ""));
  }

  @Test
  void a_moving_slider_tells_the_program_some_times_a_second_and_where_it_ended() {
    Slider slider = robot.lookup("#speed").queryAs(Slider.class);
    robot.drag(slider).moveBy(-300, 0).moveBy(170, 0).moveBy(20, 0).drop();
    double position = slider.getValue();
    waitFor("the last speed", () -> session.picture().run().speed() == Pace.speed(position));
    List<Long> times = List.copyOf(session.control.speedNanos);
    assertTrue(times.size() > 1, "it was told while it moved");
    for (int i = 1; i < times.size(); i++) {
      assertTrue(times.get(i) - times.get(i - 1) > 40_000_000L, "not too often");
    }
  }

  @Test
  void full_speed_and_steps_can_be_chosen() {
    robot.clickOn("#full-speed");
    waitFor("full speed", () -> session.picture().run().speed() == RunControl.FULL_SPEED);
    ToggleButton steps = robot.lookup("#steps").queryAs(ToggleButton.class);
    assertTrue(steps.isSelected());
    robot.clickOn("#steps");
    waitFor("counts", () -> !steps.isSelected());
    robot.type(KeyCode.F4);
    waitFor("steps", steps::isSelected);
    assertEquals(
        List.of("speed Infinity", "detail COUNTS", "detail STEPS"), session.control.asked());
  }

  @Test
  void an_ended_program_is_run_again() {
    program.end();
    waitFor("no step", () -> button("#step").isDisabled());
    robot.interact(() -> window.focusPane(2));
    robot.type(KeyCode.SPACE);
    waitFor("run", () -> program.calls.contains("run"));
    assertEquals(List.of(), session.control.asked());
  }

  @Test
  void nothing_is_cut_in_a_narrow_window() {
    Screenshots.keep(stage, "run-paused");
    robot.interact(() -> stage.setWidth(1024));
    robot.interact(() -> window.zoom(2));
    WaitForAsyncUtils.waitForFxEvents();
    Screenshots.keep(stage, "run-narrow-zoomed");
    for (String id : List.of("#play", "#step", "#over", "#out", "#run", "#speed", "#more")) {
      Node node = robot.lookup(id).query();
      double right = node.localToScene(node.getBoundsInLocal()).getMaxX();
      assertTrue(node.isVisible() && right <= 1024, id + " ends at " + right);
    }
    assertFalse(label("#speed-number").isEmpty());
    robot.clickOn("#more");
    waitFor("menu", () -> robot.lookup("#help-item").tryQuery().isPresent());
  }

  @Test
  void the_two_buttons_that_zoom_come_and_go_together() {
    Node smaller = robot.lookup("#smaller").query();
    Node larger = robot.lookup("#larger").query();
    boolean gone = false;
    for (int width = 1280; width >= 900; width -= 20) {
      int next = width;
      robot.interact(() -> stage.setWidth(next));
      WaitForAsyncUtils.waitForFxEvents();
      assertEquals(smaller.isManaged(), larger.isManaged(), "at " + width);
      gone |= !larger.isManaged();
    }
    assertTrue(gone, "they had no room at last");
  }

  @Test
  void a_program_that_has_not_begun_is_explained() {
    Node hint = robot.lookup("#start-hint").query();
    assertTrue(hint.getParent().isVisible());
    Screenshots.keep(stage, "run-hint");
    robot.clickOn("#play");
    waitFor("no hint", () -> !hint.getParent().isVisible());
    robot.clickOn("#play");
    waitFor("Paused", () -> label("#status").equals("Paused"));
    assertFalse(hint.getParent().isVisible());
  }

  @Test
  void the_hint_points_at_play_and_covers_no_heading_at_any_width() {
    for (int width = 1280; width >= 900; width -= 20) {
      int next = width;
      robot.interact(() -> stage.setWidth(next)).interact(() -> {});
      Bounds play = bounds(robot.lookup("#play").query());
      Bounds tip = bounds(robot.lookup(".hint-tip").query());
      Bounds heading = bounds(robot.lookup("FILES").query());
      Bounds hint = bounds(robot.lookup("#start-hint").query());
      assertFalse(hint.intersects(heading), "covers FILES at " + width);
      assertTrue(play.getMinX() < tip.getMinX() && tip.getMaxX() < play.getMaxX(), "at " + width);
    }
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void runs_to_a_count_and_forgets_it_when_it_stands() {
    session.hit(session.fileNamed("Fibonacci.java"), 5, 31, 0);
    menuOnLine(5);
    Screenshots.keep(stage, "run-menu");
    robot.clickOn("#run-to-count");
    waitFor("question", () -> robot.lookup("#goal-number").tryQuery().isPresent());
    Screenshots.keep(stage, "run-to-count");
    robot.write("none").type(KeyCode.ENTER);
    waitFor("a remark", () -> !label("#goal-wrong").isEmpty());
    robot.interact(() -> robot.lookup("#goal-number").queryTextInputControl().selectAll());
    robot.write("1,000").type(KeyCode.ENTER);
    waitFor("goal", () -> label("#goal").equals("until line 5 has run 1,000 times"));
    assertEquals(List.of("run to COUNT 5 1000"), session.control.asked());
    Screenshots.keep(stage, "run-goal");
    session.run(FakeControl.run(true, 4, FILE, 5));
    waitFor("no goal", () -> !robot.lookup("#goal").query().isVisible());
  }

  @Test
  void runs_to_lines_depths_and_exceptions_and_a_goal_can_be_removed() {
    menuOnLine(8);
    robot.clickOn("#run-to-depth");
    waitFor("question", () -> robot.lookup("#goal-number").tryQuery().isPresent());
    robot.write("12").type(KeyCode.ENTER);
    waitFor("goal", () -> label("#goal").equals("until 12 deep"));
    robot.clickOn("#goal");
    waitFor("no goal", () -> !robot.lookup("#goal").query().isVisible());
    menuOnLine(8);
    robot.clickOn("#run-to-exception");
    robot.interact(() -> code().moveTo(13, 0));
    robot.press(KeyCode.CONTROL).type(KeyCode.F10).release(KeyCode.CONTROL);
    assertEquals(
        List.of("run to DEPTH 0 12", "play", "run to EXCEPTION 0 0", "run to LINE 14 0"),
        session.control.asked());
  }

  @Test
  void the_standing_line_is_shown_though_the_user_had_gone_elsewhere() {
    robot.clickOn("Memo.java");
    waitFor("Memo", () -> new FileKey("com/acme/cache/Memo.java").equals(window.shownFile()));
    session.run(FakeControl.run(true, 4, FILE, 6));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(new FileKey("com/acme/cache/Memo.java"), window.shownFile());
    robot.type(KeyCode.F11);
    session.run(FakeControl.run(true, 4, FILE, 8));
    waitFor("Fibonacci", () -> FILE.equals(window.shownFile()));
  }

  @Test
  void a_program_that_waits_says_for_what() {
    session.run(FakeControl.run(false, RunControl.FULL_SPEED, null, 0));
    session.threads(Scenes.readsInput());
    waitFor("input", () -> label("#status").equals("Waiting for input"));
    // In so narrow a column what for; all of it in the tool tip.
    waitFor(
        "thread", () -> robot.lookup("for input").tryQuery().filter(Node::isVisible).isPresent());
    TextField input = robot.lookup("#input").queryAs(TextField.class);
    assertTrue(input.getPromptText().startsWith("The program waits for input"));
    Screenshots.keep(stage, "run-input");
    session.threads(
        new ThreadPicture(
            1,
            1,
            "main",
            Thread.State.TIMED_WAITING,
            false,
            4,
            List.of(
                FakeSession.frame("java.lang.Thread", "sleep", null, 0),
                FakeSession.frame("Fibonacci", "main", "Fibonacci.java", 14))));
    waitFor("sleeping", () -> label("#status").equals("Sleeping"));
    assertFalse(input.getPromptText().startsWith("The program waits for input"));
  }

  @Test
  void a_long_run_is_reported_and_can_be_paused() {
    session.run(FakeControl.run(false, RunControl.FULL_SPEED, null, 0));
    FakeSession.FakeFile file = session.fileNamed("Fibonacci.java");
    for (int second = 1; second <= 6; second++) {
      session.pass(1_000);
      session.hit(file, 13, 400_000L * second, 0);
      session.rounds(file, 13, 400_000L * second);
      WaitForAsyncUtils.waitForFxEvents();
    }
    waitFor(
        "still running",
        () -> {
          session.pass(600);
          session.hit(file, 13, 2_345_678, 0);
          session.rounds(file, 13, 2_345_678);
          return label("#run-note").equals("Still running, 2,300,000 rounds so far.");
        });
    Screenshots.keep(stage, "run-still");
    robot.clickOn("#note-pause");
    waitFor("paused", () -> label("#status").equals("Paused"));
    assertEquals(List.of("pause"), session.control.asked());
  }

  @Test
  void of_slow_rounds_fewer_are_many() {
    session.run(FakeControl.run(false, RunControl.FULL_SPEED, null, 0));
    FakeSession.FakeFile file = session.fileNamed("Fibonacci.java");
    int second = 0;
    while (second < 9) {
      runTo(file, ++second);
      assertEquals("", label("#run-note"));
    }
    while (second < 14) {
      runTo(file, ++second);
    }
    waitFor("said", () -> label("#run-note").equals("Still running, 28,000 rounds so far."));
  }

  /** A loop that prints goes round 2,000 times a second. */
  private void runTo(FakeSession.FakeFile file, int second) {
    session.pass(1_000);
    session.hit(file, 13, 2_000L * second, 0);
    session.rounds(file, 13, 2_000L * second);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void a_long_recursion_is_reported_by_its_busiest_line() {
    session.run(FakeControl.run(false, RunControl.FULL_SPEED, null, 0));
    FakeSession.FakeFile file = session.fileNamed("Fibonacci.java");
    for (int second = 1; second <= 6; second++) {
      session.pass(1_000);
      session.hit(file, 13, 400_000L * second, 0);
      WaitForAsyncUtils.waitForFxEvents();
    }
    String words = "Still running, line 13 has run 2,300,000 times so far.";
    waitFor(
        "still running",
        () -> {
          session.pass(600);
          session.hit(file, 13, 2_345_678, 0);
          return label("#run-note").equals(words);
        });
    robot.clickOn("#note-pause");
    waitFor("paused", () -> label("#status").equals("Paused"));
  }

  @Test
  void goals_that_need_no_line_are_in_the_toolbars_menu_too() {
    robot.clickOn("#more");
    assertTrue(robot.lookup("#run-to-hint").tryQuery().isPresent());
    robot.clickOn("#run-to-exception");
    waitFor("asked", () -> session.control.asked().equals(List.of("run to EXCEPTION 0 0")));
  }

  @Test
  void why_it_stands_and_what_is_no_longer_kept_is_said() {
    robot.clickOn("#play");
    waitFor("Live", () -> label("#status").equals("Live"));
    session.run(
        new RunPicture(
            Detail.STEPS, true, 4, 1, 1, FILE, 5, "Stopped at the first exception.", 9, 100));
    waitFor("why", () -> label("#run-note").equals("Stopped at the first exception."));
    session.run(
        new RunPicture(
            Detail.STEPS, false, RunControl.FULL_SPEED, 1, 1, FILE, 5, "", 2_000_000, 2_000_000));
    waitFor(
        "budget", () -> label("#run-note").equals("Steps 1 to 2,000,000 are kept; counts go on."));
    robot.clickOn("#note-close");
    waitFor("closed", () -> !robot.lookup("#run-note").query().getParent().isVisible());
  }

  @Test
  void one_thread_can_be_stopped() {
    waitFor("threads", () -> robot.lookup("pool-1-thread-1").tryQuery().isPresent());
    Node row = robot.lookup("pool-1-thread-1").query().getParent();
    robot.clickOn(row.lookup(".toggle-button"));
    waitFor("asked", () -> session.control.asked().equals(List.of("pause thread 22")));
    robot.clickOn(row.lookup(".toggle-button"));
    waitFor("asked", () -> session.control.asked().contains("play thread 22"));
  }

  private void menuOnLine(int line) {
    waitFor("code", () -> robot.lookup("#code").tryQuery().isPresent());
    robot.interact(
        () -> {
          code().moveTo(line - 1, 0);
          code().requestFocus();
        });
    waitFor(
        "a menu",
        () -> {
          window.menuAtCaret();
          return robot.lookup("#run-to-line").tryQuery().isPresent();
        });
  }

  private CodeArea code() {
    return robot.lookup("#code").queryAs(CodeArea.class);
  }

  private Button button(String id) {
    return robot.lookup(id).queryButton();
  }

  private String label(String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }
}
