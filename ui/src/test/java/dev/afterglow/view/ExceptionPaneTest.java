// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.UncaughtException;
import dev.afterglow.session.UncaughtException.Thrown;
import dev.afterglow.session.story.StepScript;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The card of an exception in the real window. */
@ExtendWith(SteadyRobot.Extension.class)
class ExceptionPaneTest {
  private static final String STATE = "java.lang.IllegalStateException";

  private final FakeSession session = Scenes.fibonacci();
  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Fibonacci");
  private Stage stage;

  @Start
  void start(Stage fresh) throws Exception {
    script.call("main", "([Ljava/lang/String;)V", 12, "args", "[]");
    script.line(14, "total", 0, "i", 2);
    script.call("fib", "(I)I", 5, "n", 2);
    script.line(5);
    session.steps(log);
    session.run(StepScenes.recording(log));
    Settings settings = Scenes.settings();
    stage = fresh;
    new MainWindow(stage, session, Scenes.program(), null, settings).show();
  }

  private static boolean shown(FxRobot robot, String query) {
    return robot.lookup(query).queryAll().stream().anyMatch(Node::isVisible);
  }

  private static ToggleButton tab(FxRobot robot) {
    return robot.lookup("#tab-exception").queryAs(ToggleButton.class);
  }

  private static String heading(FxRobot robot) {
    return robot.lookup("#exception-heading").queryAs(Label.class).getText();
  }

  @Test
  void it_comes_by_itself_and_a_click_goes_to_the_call(FxRobot robot) throws Exception {
    assertFalse(tab(robot).isVisible());
    script.thrown(5, STATE, "queue is full");
    script.thrown(14, STATE, "queue is full");
    session.steps(log);
    Scenes.eventually(() -> tab(robot).isSelected() && shown(robot, "#exception"));
    Scenes.eventually(() -> marked(robot, "IllegalStateException: queue is full"));
    assertEquals("main was left by IllegalStateException: queue is full", heading(robot));
    Screenshots.keep(stage, "exception-light");
    robot.clickOn("Fibonacci.java:14");
    GenericStyledArea<?, ?, ?> code = robot.lookup("#code").queryAs(GenericStyledArea.class);
    Scenes.eventually(() -> code.getCurrentParagraph() == 13);
    robot.clickOn("Fibonacci.java:5");
    Scenes.eventually(() -> code.getCurrentParagraph() == 4);
    robot.clickOn(robot.lookup("#exception .small-tool").<Node>query());
    String copied =
        WaitForAsyncUtils.waitFor(
            WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()));
    assertTrue(copied.contains("  Fibonacci.java:5  fib(n = 2)\n"), copied);
    robot.clickOn("#theme");
    Screenshots.keep(stage, "exception-dark");
    StepLog next = new StepLog();
    new StepScript(next, "Fibonacci").fibonacciMain(2);
    session.steps(next);
    Scenes.eventually(() -> !tab(robot).isVisible() && !shown(robot, "#exception"));
    Scenes.eventually(() -> !marked(robot, "IllegalStateException: queue is full"));
  }

  /** Whether words stand behind a line of the code. */
  private static boolean marked(FxRobot robot, String words) {
    return robot.lookup(".gutter-cell").queryAll().stream()
        .flatMap(cell -> cell.lookupAll("Text").stream())
        .anyMatch(text -> text.isVisible() && ((Text) text).getText().equals(words));
  }

  @Test
  void one_that_the_program_was_run_to_is_shown_where_it_stopped(FxRobot robot) throws Exception {
    String why = "Stopped at the first exception: IllegalStateException, queue is full.";
    session.run(StepScenes.stopped(log, 5, why));
    Scenes.eventually(() -> tab(robot).isSelected() && shown(robot, "#exception"));
    assertEquals("fib throws IllegalStateException: queue is full", heading(robot));
    robot.clickOn("#tab-story");
    script.thrown(5, STATE, "queue is full");
    script.caught(14, STATE, "queue is full");
    session.steps(log);
    session.run(StepScenes.recording(log));
    Scenes.eventually(() -> shown(robot, "#story"));
    script.line(12);
    session.run(StepScenes.stopped(log, 12, why));
    Scenes.eventually(() -> tab(robot).isSelected() && shown(robot, "#exception"));
    assertEquals("main throws IllegalStateException: queue is full", heading(robot));
  }

  @Test
  void an_exception_that_was_caught_is_shown_when_its_row_is_chosen(FxRobot robot)
      throws Exception {
    script.thrown(5, STATE, "queue is full");
    script.caught(14, STATE, "queue is full");
    script.line(15);
    session.steps(log);
    robot.clickOn("#tab-story");
    String row = "fib throws IllegalStateException: queue is full";
    Scenes.eventually(() -> story(robot, row) != null);
    assertFalse(tab(robot).isVisible());
    robot.clickOn(story(robot, row));
    Scenes.eventually(() -> tab(robot).isVisible());
    assertTrue(shown(robot, "#story"), "the story stays");
    robot.clickOn("#tab-exception");
    assertEquals("main caught IllegalStateException: queue is full", heading(robot));
  }

  @Test
  void at_counts_level_its_trace_is_shown_and_that_of_main_goes_before_others(FxRobot robot)
      throws Exception {
    session.steps(new StepLog());
    session.run(RunPicture.COUNTING);
    session.died(uncaught(9, "worker"));
    Scenes.eventually(() -> tab(robot).isSelected() && shown(robot, "#exception"));
    assertEquals("Thread worker ended with IllegalStateException: full", heading(robot));
    Screenshots.keep(stage, "exception-of-counts");
    robot.clickOn("Fibonacci.java:14");
    GenericStyledArea<?, ?, ?> code = robot.lookup("#code").queryAs(GenericStyledArea.class);
    Scenes.eventually(() -> code.getCurrentParagraph() == 13);
    session.died(uncaught(9, "worker"), uncaught(1, "main"), uncaught(8, "other"));
    Scenes.eventually(() -> heading(robot).startsWith("Thread main"));
    session.died();
    Scenes.eventually(() -> !shown(robot, "#tab-exception"));
  }

  private static UncaughtException uncaught(long thread, String name) {
    FramePicture frame = new FramePicture("Fibonacci", "main", new FileKey("Fibonacci.java"), 14);
    Thrown thrown = new Thrown(STATE, "full", 1, List.of(frame), List.of());
    return new UncaughtException(new ThreadKey(1, thread), name, List.of(thrown));
  }

  private static Node story(FxRobot robot, String text) {
    return robot
        .lookup(".story-text")
        .match(node -> node.isVisible() && ((Text) node).getText().equals(text))
        .tryQuery()
        .orElse(null);
  }
}
