// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.launch.Program.Channel;
import dev.afterglow.launch.Program.Diagnostic;
import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on a screen in memory, driven by mouse and keys; the program is a fake. */
@ExtendWith(SteadyRobot.Extension.class)
class WindowTest {
  private final FakeSession session = Scenes.crowded();
  private final FakeProgram program = Scenes.program();
  private final AtomicBoolean closed = new AtomicBoolean();
  private MainWindow window;
  private Stage stage;
  private Settings settings;

  @Start
  void start(Stage fresh) throws Exception {
    settings = Scenes.settings();
    stage = fresh;
    window = new MainWindow(stage, session, program, new Nothing(), settings);
    window.onClosed(() -> closed.set(true));
    window.show();
  }

  private static final class Nothing implements Opener {
    @Override
    public Opened open(List<String> arguments) {
      return new Opened(Scenes.fibonacci(), new FakeProgram(arguments.get(0)));
    }

    @Override
    public void save(Shown shown, Path file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Path> examples() {
      return List.of(Path.of("examples", "Factorial.java"));
    }
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }

  private static String areaText(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(GenericStyledArea.class).getText();
  }

  /** Waits for the text of the file that was asked for. */
  private static void awaitCode(FxRobot robot, String part) throws TimeoutException {
    Scenes.eventually(
        () ->
            robot.lookup("#code").tryQuery().isPresent()
                && areaText(robot, "#code").contains(part));
  }

  private void picture(String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    Path folder = Path.of(System.getProperty("afterglow.screenshots", "target/screenshots"));
    Files.createDirectories(folder);
    Thread.sleep(200); // lets the next frames be drawn; nothing is asserted of them
    WritableImage image =
        WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)).get(20, TimeUnit.SECONDS);
    ImageIO.write(CodePicture.copy(image), "png", folder.resolve(name + ".png").toFile());
  }

  @Test
  void a_program_is_shown_with_its_code_files_threads_stack_and_output(FxRobot robot)
      throws Exception {
    awaitCode(robot, "static int fib(int n)");
    assertEquals("Fibonacci.java", text(robot, "#file-title"));
    assertEquals("Live", text(robot, "#status"));
    Scenes.eventually(() -> robot.lookup("#files").queryAs(ListView.class).getItems().size() == 3);
    Scenes.eventually(
        () -> robot.lookup("#threads").queryAs(ListView.class).getItems().size() == 2);
    Scenes.eventually(() -> robot.lookup("#stack").queryAs(ListView.class).getItems().size() == 5);
    Scenes.eventually(() -> areaText(robot, "#console").contains("this takes a while"));
    assertTrue(stage.getTitle().startsWith("Fibonacci.java"));
    picture("window-light");
    robot.clickOn("#theme");
    picture("window-dark");
    assertEquals("dark", settings.text("theme", ""));
  }

  @Test
  void run_again_and_stop_reach_the_program(FxRobot robot) throws Exception {
    robot.clickOn("#stop");
    Scenes.eventually(() -> program.calls.contains("stop"));
    Scenes.eventually(() -> robot.lookup("#stop").query().isDisabled());
    robot.clickOn("#run");
    Scenes.eventually(() -> program.calls.contains("run"));
    robot.press(KeyCode.F5).release(KeyCode.F5);
    Scenes.eventually(() -> program.calls.stream().filter("run"::equals).count() == 2);
  }

  @Test
  void a_frame_opens_its_line(FxRobot robot) throws Exception {
    awaitCode(robot, "static int fib");
    Scenes.eventually(
        () -> robot.lookup("#threads").queryAs(ListView.class).getItems().size() == 2);
    robot.clickOn("pool-1-thread-1");
    Scenes.eventually(() -> robot.lookup("#stack").queryAs(ListView.class).getItems().size() == 2);
    robot.clickOn("Memo.get");
    Scenes.eventually(() -> new FileKey("com/acme/cache/Memo.java").equals(window.shownFile()));
    awaitCode(robot, "class Memo");
  }

  @Test
  void zoom_freeze_and_reset(FxRobot robot) throws Exception {
    awaitCode(robot, "static int fib");
    double before = settings.number("size", 1, 100, -1);
    robot.clickOn("#larger");
    Scenes.eventually(() -> settings.number("size", 1, 100, -1) > before);
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT0).release(KeyCode.DIGIT0, KeyCode.CONTROL);
    robot.clickOn("#freeze");
    Scenes.eventually(() -> text(robot, "#status").equals("Frozen"));
    robot.press(KeyCode.F6).release(KeyCode.F6);
    Scenes.eventually(() -> text(robot, "#status").equals("Live"));
    robot.clickOn("#reset");
    assertTrue(session.calls.contains("reset"), session.calls.toString());
    Scenes.eventually(() -> text(robot, "#legend-max").startsWith("0"));
  }

  @Test
  void input_goes_to_the_program(FxRobot robot) throws Exception {
    robot.clickOn("#input").write("42").press(KeyCode.ENTER).release(KeyCode.ENTER);
    Scenes.eventually(() -> program.calls.contains("input 42"));
    program.say(Channel.OUT, "twice: 84\n");
    Scenes.eventually(() -> areaText(robot, "#console").contains("42\ntwice: 84"));
  }

  @Test
  void the_sheet_of_keys_opens_and_closes(FxRobot robot) throws Exception {
    robot.press(KeyCode.F1).release(KeyCode.F1);
    Scenes.eventually(() -> robot.lookup("#sheet").tryQuery().isPresent());
    picture("keys");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    Scenes.eventually(() -> robot.lookup("#sheet").tryQuery().isEmpty());
  }

  @Test
  void closing_while_the_program_runs_asks(FxRobot robot) throws Exception {
    robot.interact(window::close);
    Node cancel = robot.lookup("#cancel").query();
    robot.clickOn(cancel);
    assertFalse(closed.get());
    robot.interact(window::close);
    picture("closing");
    robot.clickOn("#leave-running");
    Scenes.eventually(closed::get);
    assertTrue(program.calls.contains("leave running"), program.calls.toString());
    assertFalse(program.calls.contains("stop"), program.calls.toString());
  }

  @Test
  void closing_after_the_end_asks_nothing(FxRobot robot) throws Exception {
    program.end();
    session.status(Status.STOPPED, 3);
    Scenes.eventually(() -> text(robot, "#status").equals("Stopped: exit code 3"));
    robot.interact(window::close);
    Scenes.eventually(closed::get);
  }

  @Test
  void compiler_messages_are_marked_and_said(FxRobot robot) throws Exception {
    session.status(Status.WAITING, -1);
    program.diagnostics(new Diagnostic("Fibonacci.java", 8, 16, true, "cannot find symbol"));
    Scenes.eventually(() -> text(robot, "#status").equals("Does not compile"));
    picture("compile-error");
  }

  @Test
  void a_run_that_does_not_compile_shows_its_source_and_no_numbers(FxRobot robot) throws Exception {
    awaitCode(robot, "fib(n - 1)");
    session.status(Status.WAITING, -1);
    session.edited("Fibonacci.java", Scenes.FIBONACCI.replace("n - 1", "m - 1"));
    program.runInVain(new Diagnostic("Fibonacci.java", 8, 16, true, "cannot find symbol"));
    awaitCode(robot, "fib(m - 1)");
    Scenes.eventually(() -> text(robot, "#legend-max").equals("0 hits"));
    Scenes.eventually(() -> robot.lookup("31.4k").tryQuery().isEmpty());
  }

  @Test
  void a_program_that_cannot_begin_is_not_waited_for(FxRobot robot) throws Exception {
    session.status(Status.WAITING, -1);
    program.failToStart("NoMain.java has no main method to start.\n");
    Scenes.eventually(() -> text(robot, "#status").equals("Not started"));
    Scenes.eventually(() -> robot.lookup("The program has not begun.").tryQuery().isPresent());
  }
}
