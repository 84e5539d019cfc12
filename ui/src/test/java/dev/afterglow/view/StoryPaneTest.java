// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.Picture.Status;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.StepScript;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The story in the real window, driven by mouse and keys. */
@ExtendWith(SteadyRobot.Extension.class)
class StoryPaneTest {
  private final FakeSession session = StepScenes.fibonacci(6);
  private Stage stage;

  @Start
  void start(Stage fresh) throws Exception {
    Settings settings = Scenes.settings();
    stage = fresh;
    MainWindow window = new MainWindow(stage, session, Scenes.program(), null, settings);
    window.show();
  }

  private static List<String> texts(FxRobot robot) {
    return robot.lookup(".story-text").queryAllAs(Text.class).stream()
        .filter(Node::isVisible)
        .map(Text::getText)
        .toList();
  }

  private static Node row(FxRobot robot, String text) throws TimeoutException {
    Scenes.eventually(() -> texts(robot).contains(text));
    return robot
        .lookup(".story-text")
        .match(node -> node.isVisible() && ((Text) node).getText().equals(text))
        .query();
  }

  private void open(FxRobot robot) throws TimeoutException {
    robot.clickOn("#tab-story");
    Scenes.eventually(() -> texts(robot).contains("fib returns 5"));
  }

  @Test
  void it_shows_the_end_until_the_user_goes_elsewhere_and_the_line_on_a_click(FxRobot robot)
      throws Exception {
    open(robot);
    Screenshots.keep(stage, "story-light");
    robot.clickOn(row(robot, "fib(n = 0)"));
    GenericStyledArea<?, ?, ?> code = robot.lookup("#code").queryAs(GenericStyledArea.class);
    Scenes.eventually(() -> code.getCurrentParagraph() == 4);
    StepScript more = new StepScript(session.steps(), "Fibonacci");
    for (int i = 0; i < 200; i++) {
      more.call("later", "()V", 12);
      more.ret(12);
    }
    session.steps(session.steps());
    WaitForAsyncUtils.waitForFxEvents();
    row(robot, "fib(n = 0)");
    robot.type(KeyCode.END);
    row(robot, "later returns");
    robot.clickOn("#theme");
    Screenshots.keep(stage, "story-dark");
  }

  @Test
  void a_long_line_of_source_leaves_room_for_its_values(FxRobot robot) throws Exception {
    open(robot);
    StepScript more = new StepScript(session.steps(), "Fibonacci");
    more.call("later", "()V", 12);
    more.line(13, "i", "\"" + "x".repeat(60) + "\"");
    session.steps(session.steps());
    robot.type(KeyCode.END);
    Scenes.eventually(() -> texts(robot).contains("for (int i = …"));
  }

  @Test
  void a_row_with_a_masked_value_says_why(FxRobot robot) throws Exception {
    open(robot);
    StepScript more = new StepScript(session.steps(), "Fibonacci");
    more.call("later", "(Ljava/lang/String;)V", 12, "password", Value.MASKED);
    session.steps(session.steps());
    robot.type(KeyCode.END);
    robot.moveTo(row(robot, "later(password = •••)"));
    Scenes.eventually(() -> told().startsWith("later(password = •••)\n••• is not shown"));
    robot.moveTo(row(robot, "fib returns 5"));
    Scenes.eventually(() -> told().isEmpty());
  }

  private static String told() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Tooltip && window.isShowing())
        .map(window -> ((Tooltip) window).getText())
        .collect(Collectors.joining());
  }

  @Test
  void of_deep_calls_the_outer_levels_make_room(FxRobot robot) throws Exception {
    open(robot);
    StepScript more = new StepScript(session.steps(), "Fibonacci");
    for (int i = 0; i < 18; i++) {
      more.call("aCallDeepInTheOthers" + i, "()V", 12);
    }
    session.steps(session.steps());
    robot.type(KeyCode.END);
    Node deepest = row(robot, "aCallDeepInTheOthers17()");
    Node story = robot.lookup("#story").query();
    double text = story.sceneToLocal(deepest.localToScene(deepest.getBoundsInLocal())).getMaxX();
    assertTrue(text < story.getLayoutBounds().getWidth(), () -> "ends at " + text);
  }

  @Test
  void calls_fold_and_open(FxRobot robot) throws Exception {
    open(robot);
    robot.clickOn("#story-fold");
    row(robot, "fib(5) = 5");
    assertTrue(texts(robot).contains("… 59 steps"), () -> texts(robot).toString());
    Screenshots.keep(stage, "story-folded");
    robot.doubleClickOn(row(robot, "fib(5) = 5"));
    row(robot, "fib(4) = 3");
    robot.clickOn(row(robot, "fib(4) = 3"));
    robot.type(KeyCode.RIGHT);
    row(robot, "fib(n = 4)");
    robot.type(KeyCode.LEFT);
    row(robot, "fib(4) = 3");
  }

  @Test
  void search_counts_and_goes_from_one_to_the_next(FxRobot robot) throws Exception {
    open(robot);
    robot.clickOn("#story-search").write("total = ");
    Label count = robot.lookup("#story-count").queryAs(Label.class);
    Scenes.eventually(() -> count.getText().equals("7"));
    robot.type(KeyCode.ENTER);
    Scenes.eventually(() -> count.getText().equals("1 of 7"));
    robot.clickOn("#story-next");
    Scenes.eventually(() -> count.getText().equals("2 of 7"));
    robot.clickOn("#story-previous").clickOn("#story-previous");
    Scenes.eventually(() -> count.getText().equals("7 of 7"));
    Screenshots.keep(stage, "story-search");
    robot.clickOn("#story-regex").clickOn("#story-search").press(KeyCode.CONTROL, KeyCode.A);
    robot.release(KeyCode.A, KeyCode.CONTROL).write("returns [35]$");
    Scenes.eventually(() -> count.getText().endsWith("3"));
    robot.write("(");
    Scenes.eventually(
        () ->
            robot
                .lookup(".steps-wrong")
                .queryAs(Label.class)
                .getText()
                .startsWith("Not a regular"));
  }

  @Test
  void a_method_is_filtered_and_a_variable_watched(FxRobot robot) throws Exception {
    open(robot);
    ComboBox<?> methods = robot.lookup("#story-methods").queryAs(ComboBox.class);
    robot.interact(() -> methods.getSelectionModel().select(1));
    Scenes.eventually(() -> !texts(robot).contains("fib returns 5"));
    robot.clickOn("#story-watch").clickOn("#story-watched").write("total");
    Scenes.eventually(() -> texts(robot).contains("12"));
    Screenshots.keep(stage, "story-watch");
    robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
    robot.write("total, node.left.value");
    Scenes.eventually(() -> texts(robot).contains("12 | ?"));
    Scenes.eventually(() -> session.control.asked().contains("watch [node.left.value]"));
    assertEquals(
        1, session.control.asked().stream().filter(each -> each.startsWith("watch")).count());
    robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL).write("a+b");
    Scenes.eventually(
        () ->
            robot
                .lookup(".steps-wrong")
                .queryAs(Label.class)
                .getText()
                .contains("cannot be watched"));
  }

  @Test
  void rows_are_copied_as_text(FxRobot robot) throws Exception {
    open(robot);
    robot.clickOn("#story-copy");
    String text =
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    assertTrue(text.startsWith("main(args = [])\n  int total = 0;   total = 0\n"), text);
    assertTrue(text.contains("\n  fib(n = 5)\n    if (n < 2) {\n"), text);
  }

  @Test
  void without_steps_it_says_how_to_get_them(FxRobot robot) throws Exception {
    session.steps(new StepLog());
    session.run(dev.afterglow.session.RunPicture.COUNTING);
    robot.clickOn("#tab-story");
    Label empty = robot.lookup(".story-pane .steps-empty").queryAs(Label.class);
    Scenes.eventually(() -> empty.getText().startsWith("Only counts are recorded: Steps (F4)"));
    assertEquals(0, texts(robot).size());
    Screenshots.keep(stage, "story-empty");
  }

  @Test
  void a_recording_without_steps_says_so_in_each_pane(FxRobot robot) throws Exception {
    session.recording = true;
    session.steps(new StepLog());
    session.run(dev.afterglow.session.RunPicture.COUNTING);
    session.status(Status.FINISHED, 0);
    for (String pane : List.of("story", "loop", "recursion")) {
      robot.clickOn("#tab-" + pane);
      Label empty = robot.lookup(".steps-empty").queryAs(Label.class);
      Scenes.eventually(() -> empty.getText().contains("has counts but no steps: record it again"));
    }
    Screenshots.keep(stage, "recording-without-steps");
  }

  @Test
  void a_call_of_the_tree_goes_to_its_line_its_frame_and_its_step(FxRobot robot) throws Exception {
    Scenes.eventually(
        () -> robot.lookup("#tree-numbers").queryAs(Label.class).getText().contains("calls"));
    StepScript again = new StepScript(session.steps(), "Fibonacci");
    again.call("main", "([Ljava/lang/String;)V", 12);
    again.call("fib", "(I)I", 5, "n", 9);
    again.call("fib", "(I)I", 5, "n", 8);
    session.steps(session.steps());
    Scenes.eventually(
        () -> robot.lookup("#tree-numbers").queryAs(Label.class).getText().startsWith("2 c"));
    robot.clickOn("#tree").type(KeyCode.DOWN).type(KeyCode.DOWN);
    GenericStyledArea<?, ?, ?> code = robot.lookup("#code").queryAs(GenericStyledArea.class);
    Scenes.eventually(() -> code.getCurrentParagraph() == 4);
    ListView<?> stack = robot.lookup("#stack").queryListView();
    Scenes.eventually(() -> stack.getSelectionModel().getSelectedIndex() == 1);
    robot.clickOn("#tab-story");
    row(robot, "fib(n = 8)");
  }
}
