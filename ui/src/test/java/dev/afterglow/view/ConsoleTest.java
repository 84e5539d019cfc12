// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.launch.Program.Channel;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is typed for the program, and what of its output is shown. */
class ConsoleTest extends WindowCase {
  private final FakeProgram program = Scenes.program();

  @BeforeEach
  void open() throws Exception {
    show(Scenes.fibonacci(), program);
    Scenes.eventually(() -> console().contains("6 20"));
  }

  @Test
  void the_button_beside_the_field_sends_the_line() {
    robot.clickOn("#input").write("7").clickOn("#send-input");
    assertEquals(List.of("input 7"), program.calls);
    assertEquals("", field().getText());
  }

  @Test
  void a_line_that_is_not_sent_yet_is_sent_before_the_input_ends() {
    robot.clickOn("#input").write("8").clickOn("#end-input");
    assertEquals(List.of("input 8", "end input"), program.calls);
    assertTrue(field().isDisabled());
    assertEquals("The input has ended", field().getPromptText());
  }

  @Test
  void only_in_the_empty_field_does_control_D_end_the_input() {
    robot.clickOn("#input").write("8");
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    assertEquals(List.of(), program.calls);
    robot.type(KeyCode.ENTER);
    robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
    assertEquals(List.of("input 8", "end input"), program.calls);
  }

  @Test
  void each_pasted_line_is_a_line() {
    robot.clickOn("#input").write("ad").type(KeyCode.LEFT);
    robot.interact(
        () -> {
          Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "1\r\n2\n\n3"));
          field().paste();
        });
    assertEquals(List.of("input a1", "input 2", "input "), program.calls);
    assertEquals("3d", field().getText());
    assertEquals(1, field().getCaretPosition());
  }

  @Test
  void arrows_bring_back_what_was_sent() {
    robot.clickOn("#input").write("1").type(KeyCode.ENTER).write("2").type(KeyCode.ENTER);
    robot.type(KeyCode.UP);
    assertEquals("2", field().getText());
    robot.type(KeyCode.UP, KeyCode.UP);
    assertEquals("1", field().getText());
    robot.type(KeyCode.DOWN, KeyCode.DOWN);
    assertEquals("", field().getText());
    assertEquals(List.of("input 1", "input 2"), program.calls);
  }

  @Test
  void another_run_begins_with_an_empty_console_and_reads_input() throws Exception {
    robot.clickOn("#end-input");
    program.run();
    program.say(Channel.OUT, "second run\n");
    Scenes.eventually(() -> console().equals("second run\n"));
    Scenes.eventually(() -> !field().isDisabled());
    assertFalse(console().contains("6 20"));
  }

  private TextField field() {
    return robot.lookup("#input").queryAs(TextField.class);
  }

  private String console() {
    return robot.lookup("#console").queryAs(StyleClassedTextArea.class).getText();
  }
}
