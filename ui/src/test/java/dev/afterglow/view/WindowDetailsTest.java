// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static dev.afterglow.view.Scenes.waitFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.StepScript;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What the window shows and does in detail, beyond the ways of {@link WindowTest}. */
class WindowDetailsTest {
  @TempDir Path folder;
  private final FxRobot robot = new SteadyRobot();
  private final FakeSession session = Scenes.fibonacci();
  private final FakeProgram program = Scenes.program();
  private Settings settings;
  private Stage stage;
  private MainWindow window;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    Screenshots.startToolkit();
  }

  @BeforeEach
  void remember_nothing() {
    settings = Scenes.settings(folder);
  }

  @AfterEach
  void close_the_window() throws TimeoutException {
    robot.interact(() -> stage.hide());
    FxToolkit.cleanupStages();
  }

  @Test
  void shows_the_numbers_of_the_program() {
    open(program);
    waitFor("code", () -> code() != null && code().getText().contains("return fib(n - 1)"));
    assertEquals(Scenes.FIBONACCI.stripTrailing(), code().getText());
    waitForText("31.4k");
    for (String text : List.of("17.2k", "14.2k", "8 rounds", "λ3")) {
      waitForText(text);
    }
    assertEquals("Live", label("#status"));
    assertEquals("31.4k hits", label("#legend-max"));
    assertEquals("Fibonacci.java – Afterglow", stage.getTitle());
    waitFor("console", () -> console().contains("6 20"));
  }

  @Test
  void without_a_source_it_says_what_to_do_and_shows_the_first_count() {
    session.sourceless = true;
    FakeSession.FakeFile file = session.fileNamed("Fibonacci.java");
    Arrays.fill(file.hits, FilePicture.NONE);
    session.hit(file, file.hits.length - 2, 777, 0);
    settings.put("window.height", 360);
    settings.put("follow.hottest", false);
    open(program);
    waitFor("words", () -> !robot.lookup("#sourceless").queryAll().isEmpty());
    assertEquals(
        "The source of Fibonacci.java was not found: counts stand at their line numbers."
            + " Start with --sources FOLDER, or put X-sources.jar beside X.jar.",
        label("#sourceless"));
    waitFor("scroll", () -> code().firstVisibleParToAllParIndex() > 0);
    robot.interact(() -> stage.getScene().getRoot().layout());
    double end = code().localToScreen(code().getLayoutBounds()).getMaxY();
    Node words = robot.lookup("#sourceless").query();
    double top = words.localToScreen(words.getLayoutBounds()).getMinY();
    assertTrue(top >= end, () -> "words from " + top + " cover counts up to " + end);
  }

  @Test
  void paints_between_a_scroll_and_its_layout() {
    settings.put("window.height", 420);
    open(program);
    waitFor("code", () -> code() != null && !code().getVisibleParagraphs().isEmpty());
    int last = code().getParagraphs().size() - 1;
    for (int at : new int[] {last, 0, last / 2, last}) {
      robot.interact(
          () -> {
            code().showParagraphAtTop(at);
            window.panes().code().paint(null, null, RunPicture.COUNTING);
            code().showParagraphAtBottom(last);
            window.panes().code().paint(null, null, RunPicture.COUNTING);
          });
    }
  }

  @Test
  void the_right_column_has_less_room_while_there_are_no_steps_and_keeps_both_widths() {
    open(program);
    waitFor("narrow", () -> rightDivider().getPosition() > 0.75);
    session.run(StepScenes.recording(new StepLog()));
    waitFor("wide", () -> rightDivider().getPosition() < 0.72);
    Node handle =
        robot.lookup(".split-pane-divider").queryAll().stream()
            .filter(node -> ((SplitPane) node.getParent()).getDividers().size() == 2)
            .max(Comparator.comparing(node -> node.getLayoutX()))
            .orElseThrow();
    robot.drag(handle).moveBy(-60, 0).drop();
    double dragged = rightDivider().getPosition();
    assertTrue(dragged < 0.68, "dragged to " + dragged);
    session.run(RunPicture.COUNTING);
    waitFor("narrow again", () -> rightDivider().getPosition() > 0.75);
    session.run(StepScenes.recording(new StepLog()));
    waitFor("as it was", () -> Math.abs(rightDivider().getPosition() - dragged) < 0.01);
  }

  @Test
  void a_window_that_is_small_for_a_moment_gives_the_panes_their_room_back() {
    open(program);
    SplitPane down = (SplitPane) robot.lookup(".split-pane").query();
    waitFor("narrow", () -> rightDivider().getPosition() > 0.75);
    double console = down.getDividerPositions()[0];
    double right = rightDivider().getPosition();
    Window shown = down.getScene().getWindow();
    robot.interact(
        () -> {
          shown.setWidth(490);
          shown.setHeight(370);
        });
    waitFor("small", () -> down.getWidth() < 500 && down.getHeight() < 370);
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(
        () -> {
          shown.setWidth(1280);
          shown.setHeight(720);
        });
    waitFor("console", () -> Math.abs(down.getDividerPositions()[0] - console) < 0.01);
    waitFor("right", () -> Math.abs(rightDivider().getPosition() - right) < 0.01);
  }

  @Test
  void a_window_that_comes_up_small_late_gets_its_size() {
    open(program);
    robot.sleep(500);
    robot.interact(
        () -> {
          stage.setWidth(480);
          stage.setHeight(320);
        });
    waitFor("width", () -> stage.getScene().getWidth() == 1280);
    waitFor("height", () -> stage.getScene().getHeight() == 720);
  }

  private SplitPane.Divider rightDivider() {
    return robot.lookup(".split-pane").queryAllAs(SplitPane.class).stream()
        .filter(pane -> pane.getDividers().size() == 2)
        .findFirst()
        .orElseThrow()
        .getDividers()
        .get(1);
  }

  @Test
  void calls_on_the_stack_have_their_arguments_while_it_stands_long_ones_in_the_tool_tip() {
    StepLog log = new StepLog();
    StepScript script = new StepScript(log, "Fibonacci");
    String args = "[\"" + "x".repeat(60) + "\"]";
    script.call("main", "([Ljava/lang/String;)V", 12, "args", args);
    for (int n = 7; n > 4; n--) {
      script.call("fib", "(I)I", 5, "n", n);
    }
    session.steps(log);
    session.run(StepScenes.recording(log));
    open(program);
    waitForText("Fibonacci.fib");
    session.run(
        new RunPicture(
            Detail.STEPS, true, 4, 1, 1, new FileKey("Fibonacci.java"), 5, "", 4, 2_000_000));
    for (String call : List.of("fib(n = 5)", "fib(n = 6)", "fib(n = 7)")) {
      waitForText(call);
    }
    List<String> tips =
        robot.lookup("#stack .list-cell").queryAllAs(ListCell.class).stream()
            .filter(cell -> cell.getTooltip() != null)
            .map(cell -> cell.getTooltip().getText())
            .toList();
    assertTrue(tips.stream().anyMatch(tip -> tip.endsWith("\nargs = " + args)), tips.toString());
  }

  @Test
  void draws_numbers_as_they_change() {
    open(program);
    waitForText("31.4k");
    FakeSession.FakeFile fib = session.fileNamed("Fibonacci.java");
    session.hit(fib, 5, 9_876_543, 0);
    waitForText("9.87M");
    int zeroes = texts("0").size();
    session.hit(fib, 18, 1, 0);
    waitFor("one zero less", () -> texts("0").size() == zeroes - 1);
  }

  @Test
  void a_click_on_a_frame_opens_its_line() {
    open(program);
    waitForText("31.4k");
    robot.clickOn("#follow-hottest");
    robot.clickOn(row("#threads", "pool-1-thread-1"));
    robot.clickOn(row("#stack", "Memo.get"));
    waitFor("Memo.java", () -> code() != null && code().getText().contains("class Memo"));
    waitFor("line 9", () -> code().getCurrentParagraph() == 8);
    assertEquals("Memo.java", label("#file-title"));
  }

  @Test
  void calls_of_libraries_are_folded_into_the_one_the_program_made() {
    session.threads(
        new ThreadPicture(
            1,
            1,
            "a-thread-with-a-name-too-long-for-its-row",
            Thread.State.WAITING,
            false,
            4,
            List.of(
                FakeSession.frame("jdk.internal.misc.Unsafe", "park", null, 0),
                FakeSession.frame("java.util.concurrent.FutureTask", "awaitDone", null, 447),
                FakeSession.frame("java.util.concurrent.FutureTask", "get", null, 190),
                FakeSession.frame("Fibonacci", "main", "Fibonacci.java", 14))));
    open(program);
    waitForText("FutureTask.get");
    waitForText("+2");
    assertTrue(texts("FutureTask.awaitDone").isEmpty());
    Node state =
        robot.lookup("#threads .row-number").match(Node::isManaged).tryQuery().orElse(null);
    assertNull(state, "the name needs the room");
    robot.clickOn(row("#stack", "FutureTask.get"));
    waitForText("FutureTask.awaitDone");
    waitForText("Unsafe.park");
    robot.clickOn(row("#stack", "Unsafe.park"));
    waitForText("+2");
  }

  @Test
  void a_click_on_a_file_opens_it_and_ends_following() {
    open(program);
    waitForText("31.4k");
    robot.clickOn(row("#files", "Memo.java"));
    waitFor("Memo.java", () -> code() != null && code().getText().contains("class Memo"));
    assertFalse(robot.lookup("#follow-hottest").queryAs(ToggleButton.class).isSelected());
  }

  @Test
  void zoom_reaches_every_pane_and_is_remembered() {
    open(program);
    waitForText("31.4k");
    Label file = (Label) row("#files", "Memo.java");
    double before = file.getFont().getSize();
    robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS, 4).release(KeyCode.CONTROL);
    waitFor("larger files", () -> file.getFont().getSize() == before + 4);
    waitFor("larger code", () -> fontSize(code()) == before + 4);
    waitFor("larger console", () -> fontSize(robot.lookup("#console").query()) == before + 4);
    assertEquals(before + 4, settings.number("size", 0, 100, 0));
    Screenshots.keep(stage, "window-zoomed");
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
    waitFor("usual size", () -> fontSize(code()) == before);
  }

  @Test
  void reset_starts_from_zero() {
    open(program);
    waitForText("31.4k");
    robot.clickOn("#reset");
    waitFor("no count", () -> texts("31.4k").isEmpty());
    waitFor("zeroes", () -> texts("0").size() > 5);
    assertEquals(List.of("reset"), session.calls);
  }

  @Test
  void sends_input() {
    open(program);
    robot.clickOn("#input").write("7 ?").type(KeyCode.ENTER);
    waitFor("echo", () -> console().contains("7 ?"));
    assertEquals(List.of("input 7 ?"), program.calls);
    assertEquals("", robot.lookup("#input").queryAs(TextField.class).getText());
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    waitFor("end of input", () -> program.calls.contains("end input"));
  }

  @Test
  void closing_can_stop_the_program() {
    open(program);
    Platform.runLater(window::close);
    waitFor("question", () -> exists("#stop-it"));
    robot.clickOn("#stop-it");
    waitFor("closed window", () -> !stage.isShowing());
    assertEquals(List.of("stop"), program.calls);
  }

  @Test
  void question_mark_shows_the_keys() {
    open(program);
    robot.clickOn("#code").write("?");
    waitFor("sheet", () -> exists("#sheet"));
    robot.type(KeyCode.ESCAPE);
    waitFor("no sheet", () -> !exists("#sheet"));
  }

  private void open(FakeProgram shown) {
    robot.interact(
        () -> {
          stage = new Stage();
          window = new MainWindow(stage, session, shown, null, settings);
          window.show();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private CodeArea code() {
    return robot.lookup("#code").tryQueryAs(CodeArea.class).orElse(null);
  }

  private String console() {
    return robot.lookup("#console").queryAs(StyleClassedTextArea.class).getText();
  }

  private double fontSize(Node area) {
    return area.lookupAll(".text").stream()
        .map(node -> ((Text) node).getFont().getSize())
        .findFirst()
        .orElse(0.0);
  }

  private String label(String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private Node row(String list, String text) {
    waitFor(text, () -> rowOrNull(list, text) != null);
    return rowOrNull(list, text);
  }

  private Node rowOrNull(String list, String text) {
    return robot.lookup(list).query().lookupAll(".label").stream()
        .filter(node -> node instanceof Label label && text.equals(label.getText()))
        .findFirst()
        .orElse(null);
  }

  private boolean exists(String id) {
    return robot.lookup(id).tryQuery().isPresent();
  }

  private Set<Node> texts(String text) {
    return robot
        .lookup(
            node ->
                (node instanceof Text drawn && text.equals(drawn.getText()))
                    || (node instanceof Labeled label && text.equals(label.getText())))
        .queryAll();
  }

  private void waitForText(String text) {
    waitFor(text, () -> !texts(text).isEmpty());
  }
}
