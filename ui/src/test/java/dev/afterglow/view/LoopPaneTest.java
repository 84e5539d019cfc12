// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.LoopRows.Row;
import dev.afterglow.session.story.StepScript;
import dev.afterglow.source.SourceText;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.loop.LoopPane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The rounds of a loop in the real window, driven by mouse and keys. */
@ExtendWith(SteadyRobot.Extension.class)
class LoopPaneTest {
  private final FakeSession session = StepScenes.fibonacci(6);
  private Stage stage;
  private MainWindow window;

  @Start
  void start(Stage fresh) throws Exception {
    Settings settings = Scenes.settings();
    stage = fresh;
    window = new MainWindow(stage, session, Scenes.program(), null, settings);
    window.show();
  }

  private static String words(FxRobot robot) {
    return robot.lookup("#loop-words").tryQueryAs(Label.class).map(Label::getText).orElse("");
  }

  private static TableView<Row> table(FxRobot robot) {
    return robot.lookup("#loop-table").queryTableView();
  }

  private static Node cell(FxRobot robot, String text) throws TimeoutException {
    WaitForAsyncUtils.waitForFxEvents();
    return robot
        .lookup("#loop-table .table-cell")
        .match(node -> node.isVisible() && text.equals(((TableCell<?, ?>) node).getText()))
        .query();
  }

  private static GenericStyledArea<?, ?, ?> code(FxRobot robot) {
    return robot.lookup("#code").queryAs(GenericStyledArea.class);
  }

  private void open(FxRobot robot) throws TimeoutException {
    Scenes.eventually(() -> robot.lookup("#code").tryQuery().isPresent());
    robot.interact(() -> code(robot).moveTo(13, 0));
    robot.clickOn("#code").interact(() -> code(robot).moveTo(13, 0));
    robot.press(KeyCode.CONTROL, KeyCode.R).release(KeyCode.R, KeyCode.CONTROL);
    Scenes.eventually(() -> words(robot).equals("round 6 of 6 so far"));
  }

  @Test
  void a_row_is_a_round_and_a_click_goes_there(FxRobot robot) throws Exception {
    open(robot);
    Screenshots.keep(stage, "loop-light");
    assertEquals(6, table(robot).getItems().size());
    assertEquals("12", table(robot).getItems().get(5).values().get(1).text());
    robot.clickOn(cell(robot, "4"));
    Scenes.eventually(() -> code(robot).getCurrentParagraph() == 12);
    assertEquals(3, table(robot).getSelectionModel().getSelectedIndex());
    robot.clickOn("#theme");
    Screenshots.keep(stage, "loop-dark");
    robot.clickOn("#tab-story");
    Scenes.eventually(
        () ->
            robot.lookup(".story-values").queryAll().stream()
                .anyMatch(node -> ((javafx.scene.text.Text) node).getText().equals("i = 3")));
  }

  @Test
  void it_grows_while_the_loop_runs_and_says_how_it_ended(FxRobot robot) throws Exception {
    open(robot);
    StepLog log = session.steps();
    StepScript again = new StepScript(log, "Fibonacci", 7);
    again.fibonacciMain(3);
    session.steps(log);
    Scenes.eventually(() -> words(robot).equals("round 3 of 3 so far"));
    Label which = robot.lookup("#loop-which").queryAs(Label.class);
    assertEquals("2nd time of 2, in main([]), thread 7", which.getText());
    again.line(13, "i", 3);
    again.ret(17);
    session.steps(log);
    Scenes.eventually(() -> words(robot).equals("3 rounds, then the condition was false"));
    robot.clickOn("#loop-before");
    Scenes.eventually(() -> which.getText().startsWith("1st time of 2"));
    assertEquals(
        "2 times, 9 rounds in all", robot.lookup("#loop-foot").queryAs(Label.class).getText());
  }

  @Test
  void a_click_on_the_head_opens_it_and_on_another_line_does_not(FxRobot robot) throws Exception {
    Scenes.eventually(() -> robot.lookup(".gutter-cell").queryAll().size() > 15);
    robot.clickOn(gutter(robot, 14));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(robot.lookup("#loop-words").tryQuery().isPresent());
    robot.clickOn(gutter(robot, 13));
    Scenes.eventually(() -> words(robot).equals("round 6 of 6 so far"));
    Screenshots.keep(stage, "loop-by-click");
  }

  @Test
  void each_click_on_the_text_of_the_head_opens_it(FxRobot robot) throws Exception {
    Scenes.eventually(() -> robot.lookup(".gutter-cell").queryAll().size() > 15);
    Bounds text = code(robot).getParagraphBoundsOnScreen(12).orElseThrow();
    double left = gutter(robot, 13).getX();
    for (int away : new int[] {250, 215, 215, 300, 190, 400}) {
      robot.clickOn("#tab-story");
      assertFalse(robot.lookup("#loop-words").tryQuery().isPresent());
      robot.clickOn(new Point2D(left + away, text.getCenterY()));
      Scenes.eventually(() -> words(robot).equals("round 6 of 6 so far"));
    }
  }

  @Test
  void the_menu_of_the_head_offers_its_rounds(FxRobot robot) throws Exception {
    Scenes.eventually(() -> robot.lookup(".gutter-cell").queryAll().size() > 15);
    menu(robot, 14, "#run-to-line");
    assertFalse(robot.lookup("#loop-rounds").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);
    menu(robot, 13, "#loop-rounds");
    robot.clickOn("#loop-rounds");
    Scenes.eventually(() -> words(robot).equals("round 6 of 6 so far"));
  }

  private void menu(FxRobot robot, int line, String item) throws TimeoutException {
    robot.interact(() -> code(robot).moveTo(line - 1, 0));
    Scenes.eventually(
        () -> {
          robot.interact(window::menuAtCaret);
          return robot.lookup(item).tryQuery().isPresent();
        });
  }

  @Test
  void the_changed_element_is_bold_also_where_a_long_value_is_cut(FxRobot robot) throws Exception {
    StepLog log = session.steps();
    int step = log.size() - 1;
    while (log.line(step) != 14) {
      step--;
    }
    String numbers = "[" + "10, ".repeat(30) + "77, 10]";
    int at = numbers.indexOf("77");
    log.setValues(step, List.of(new Value("total", numbers, at, at + 2)));
    session.steps(log);
    open(robot);
    Label changed = robot.lookup("#loop-table .loop-changed").queryAs(Label.class);
    assertEquals("77", changed.getText());
    assertEquals("Bold", changed.getFont().getStyle());
    TableCell<?, ?> cell = (TableCell<?, ?>) changed.getParent().getParent();
    assertEquals(numbers, cell.getTooltip().getText());
    Screenshots.keep(stage, "loop-changed");
  }

  @Test
  void each_element_that_a_round_changed_is_bold(FxRobot robot) throws Exception {
    StepLog log = session.steps();
    int last = log.size() - 1;
    while (log.line(last) != 14) {
      last--;
    }
    int first = last - 1;
    while (log.line(first) != 13) {
      first--;
    }
    String tail = ", 0".repeat(30) + "]";
    log.setValues(first, List.of(new Value("total", "[7, 2, 9" + tail, 1, 2)));
    log.setValues(last, List.of(new Value("total", "[7, 2, 8" + tail, 7, 8)));
    session.steps(log);
    open(robot);
    assertEquals(List.of("7", "8"), changed(robot));
    assertTrue(robot.lookup("[0] = ").tryQuery().isPresent());
    assertTrue(robot.lookup(", [2] = ").tryQuery().isPresent());
  }

  private static List<String> changed(FxRobot robot) {
    return robot.lookup("#loop-table .loop-changed").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  /** A point in the gutter of a line, wherever the pane has scrolled to. */
  private static Point2D gutter(FxRobot robot, int line) {
    Bounds text = code(robot).getParagraphBoundsOnScreen(line - 1).orElseThrow();
    double left = code(robot).localToScreen(code(robot).getBoundsInLocal()).getMinX();
    return new Point2D(left + 20, text.getCenterY());
  }

  @Test
  void rounds_are_saved_and_copied(FxRobot robot) throws Exception {
    open(robot);
    Path to = Files.createTempDirectory("afterglow-loop").resolve("rounds.csv");
    robot.lookup(".loop-pane").queryAs(LoopPane.class).onAskForFile(window -> to.toFile());
    robot.clickOn("#loop-export");
    Scenes.eventually(() -> Files.exists(to) && Files.size(to) > 0);
    String csv = Files.readString(to);
    assertTrue(csv.startsWith("round,i,total,end\n1,0,0,\n2,1,1,\n3,2,2,\n"), csv);
    robot.clickOn("#loop-copy");
    WaitForAsyncUtils.waitForFxEvents();
    Scenes.eventually(
        () ->
            WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString())
                .get()
                .startsWith("round\ti\ttotal\tend\n"));
  }

  @Test
  void without_steps_it_says_how_to_get_them(FxRobot robot) throws Exception {
    session.steps(new StepLog());
    session.run(RunPicture.COUNTING);
    robot.clickOn("#tab-loop");
    Label empty = robot.lookup(".loop-pane .steps-empty").queryAs(Label.class);
    Scenes.eventually(() -> empty.getText().startsWith("Only counts are recorded: Steps (F4)"));
    Screenshots.keep(stage, "loop-empty");
  }

  @Test
  void the_loop_that_ran_first_is_shown_until_one_is_chosen(FxRobot robot) {
    SourceText text = SourceText.of("Two.java", "for (;;)\n  a();\nfor (int x : xs)\n  b();\n");
    StepLog log = new StepLog();
    StepScript script = new StepScript(log, "Two");
    robot.interact(
        () -> {
          LoopPane pane = new LoopPane(new Look(Theme.LIGHT, 13), Runnable::run);
          pane.show(log, key -> Optional.of(text));
          script.call("main", "()V", 4);
          script.line(4);
          pane.paint(StepScenes.recording(log), false);
          assertNull(chosen(pane));
          script.line(3);
          script.line(1);
          pane.paint(StepScenes.recording(log), false);
          assertEquals("3  for (int x : xs)", chosen(pane));
        });
  }

  @Test
  void the_loops_of_all_files_in_which_some_ran_are_offered_by_file(FxRobot robot) {
    StepLog log = new StepLog();
    StepScript main = new StepScript(log, "Main");
    StepScript sort = new StepScript(log, "Sort");
    StepScript idle = new StepScript(log, "Idle");
    LoopPane pane = new LoopPane(new Look(Theme.LIGHT, 13), Runnable::run);
    robot.interact(
        () -> {
          pane.show(log, key -> Optional.of(SourceText.of(key.path(), "a();\nfor (;;)\n  b();\n")));
          main.call("main", "()V", 1);
          main.line(2);
          pane.paint(StepScenes.recording(log), false);
          assertEquals(List.of("2  for (;;)"), offered(pane));
          idle.call("rest", "()V", 1);
          idle.line(1);
          sort.call("sort", "()V", 1);
          sort.line(2);
          pane.paint(StepScenes.recording(log), false);
          assertEquals(List.of("Main.java:2  for (;;)", "Sort.java:2  for (;;)"), offered(pane));
          assertEquals("Main.java:2  for (;;)", chosen(pane));
          ComboBox<?> loops = (ComboBox<?>) pane.lookup("#loop-loops");
          loops.getSelectionModel().select(1);
          loops.fireEvent(new ActionEvent());
        });
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("Sort.java:2  for (;;)", "Main.java:2  for (;;)"), offered(pane));
    assertEquals("Sort.java:2  for (;;)", chosen(pane));
    assertEquals(
        "in sort()", ((Label) pane.lookup("#loop-which")).getText(), "the rounds are that loop's");
  }

  @Test
  void files_of_the_same_name_are_told_apart_by_their_folders(FxRobot robot) {
    StepLog log = new StepLog();
    LoopPane pane = new LoopPane(new Look(Theme.LIGHT, 13), Runnable::run);
    robot.interact(
        () -> {
          pane.show(log, key -> Optional.of(SourceText.of(key.path(), "for (;;)\n  b();\n")));
          for (String name : List.of("a/Sort", "b/Sort")) {
            StepScript script = new StepScript(log, name);
            script.call("sort", "()V", 1);
            script.line(1);
          }
          pane.paint(StepScenes.recording(log), false);
          assertEquals(
              List.of("a/Sort.java:1  for (;;)", "b/Sort.java:1  for (;;)"), offered(pane));
        });
  }

  private static Object chosen(LoopPane pane) {
    return ((ComboBox<?>) pane.lookup("#loop-loops")).getValue();
  }

  private static List<?> offered(LoopPane pane) {
    return ((ComboBox<?>) pane.lookup("#loop-loops")).getItems();
  }
}
