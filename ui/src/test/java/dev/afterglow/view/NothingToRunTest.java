// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.launch.Program.Diagnostic;
import dev.afterglow.launch.StartPace;
import dev.afterglow.session.RunPicture.Detail;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Buttons and fields that would do nothing are disabled, and say why. */
class NothingToRunTest extends WindowCase {
  private static final String RECORDED = "A recording: it cannot run again.";
  private static final String ELSEWHERE = "Its input is where it was started";

  private final FakeProgram program = Scenes.program();

  @AfterEach
  @Override
  void close() throws TimeoutException {
    // A tool tip that is seen when its window closes keeps those of later windows away.
    robot.moveTo("#code");
    Scenes.eventually(() -> told().isEmpty());
    super.close();
  }

  private void open() throws TimeoutException {
    show(Scenes.fibonacci(), program);
    Scenes.eventually(() -> robot.lookup("31.4k").tryQuery().isPresent());
  }

  @Test
  void a_program_that_cannot_run_again_has_no_button_for_it() throws TimeoutException {
    program.whyNotRun = RECORDED;
    program.whyNoInput = "A recording reads no input";
    program.end();
    open();
    for (String id : new String[] {"#play", "#step", "#over", "#out", "#run", "#speed", "#input"}) {
      assertTrue(robot.lookup(id).query().isDisabled(), id);
    }
    for (String id : new String[] {"#play", "#step", "#run", "#speed"}) {
      assertTold(id, RECORDED);
    }
    assertTold("#stop", "The program does not run.");
    assertTold("#end-input", "A recording reads no input.");
    Screenshots.keep(opened.stage(), "run-recording");
    robot.moveTo("#more");
    Scenes.eventually(() -> "Run until …, and what has no room here".equals(told()));
  }

  @Test
  void a_program_that_was_started_elsewhere_reads_its_input_there() throws TimeoutException {
    program.whyNotRun = "It can only be started where it was started.";
    program.whyNoInput = ELSEWHERE;
    open();
    TextField field = robot.lookup("#input").queryAs(TextField.class);
    assertTrue(field.isDisabled());
    assertEquals(ELSEWHERE, field.getPromptText());
    assertFalse(robot.lookup("#play").query().isDisabled(), "it runs");
    assertTrue(robot.lookup("#run").query().isDisabled());
  }

  @Test
  void an_ended_program_can_run_again() throws TimeoutException {
    open();
    program.end();
    Scenes.eventually(() -> robot.lookup("#step").query().isDisabled());
    assertFalse(robot.lookup("#play").query().isDisabled());
    assertFalse(robot.lookup("#run").query().isDisabled());
    assertTold("#step", "The program does not run.");
  }

  @Test
  void what_does_not_compile_would_run_as_it_was_to_start() throws TimeoutException {
    program.pace =
        new StartPace(4, StartPace.Begin.WHEN_TOLD, Detail.STEPS, StartPace.STEPS, true, false);
    program.diagnostics(new Diagnostic("Fibonacci.java", 5, 1, true, "';' expected"));
    open();
    assertEquals("4 lines/s", robot.lookup("#speed-number").queryAs(Labeled.class).getText());
  }

  /** What the tool tip says while the mouse is on a part. */
  private void assertTold(String id, String words) throws TimeoutException {
    robot.moveTo("#code").moveTo(id);
    try {
      Scenes.eventually(() -> words.equals(told()));
    } catch (TimeoutException e) {
      throw new AssertionError(id + " says: " + told(), e);
    }
  }

  private String told() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Tooltip && window.isShowing())
        .map(window -> ((Tooltip) window).getText())
        .collect(Collectors.joining(" and "));
  }
}
