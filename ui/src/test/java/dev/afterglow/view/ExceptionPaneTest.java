// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.StepScript;
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
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The card of an exception in the real window. */
@ExtendWith(ApplicationExtension.class)
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

  private static Node story(FxRobot robot, String text) {
    return robot
        .lookup(".story-text")
        .match(node -> node.isVisible() && ((Text) node).getText().equals(text))
        .tryQuery()
        .orElse(null);
  }
}
