// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text is found in the shown file, and a line by its number. */
class FindTest extends WindowCase {

  @BeforeEach
  void open() throws Exception {
    show(Scenes.fibonacci(), Scenes.program());
    Scenes.eventually(() -> robot.lookup("#code").tryQuery().isPresent());
    robot.clickOn("#code");
  }

  @Test
  void what_is_typed_is_found_and_counted() {
    robot.interact(() -> code().moveTo(0));
    control(KeyCode.F);
    robot.write("FIB(");
    assertEquals("fib(", code().getSelectedText());
    assertEquals(4, line());
    assertEquals("1 of 4", count());
    robot.type(KeyCode.ENTER);
    assertEquals(8, line());
    robot.press(KeyCode.SHIFT).type(KeyCode.ENTER, KeyCode.ENTER).release(KeyCode.SHIFT);
    assertEquals(14, line());
    assertEquals("4 of 4", count());
    robot.type(KeyCode.ENTER);
    assertEquals("1 of 4", count());
    robot.write("x");
    assertEquals("not found", count());
    robot.type(KeyCode.ESCAPE);
    assertFalse(isOpen());
    assertTrue(code().isFocused());
  }

  @Test
  void the_next_place_is_that_behind_the_caret() {
    robot.interact(() -> code().moveTo(0));
    control(KeyCode.F);
    robot.write("fib(");
    robot.interact(() -> code().moveTo(9, 0));
    robot.type(KeyCode.F3);
    assertEquals(14, line());
    robot.press(KeyCode.SHIFT).type(KeyCode.F3).release(KeyCode.SHIFT);
    assertEquals("3 of 4", count());
  }

  @Test
  void a_line_is_gone_to_by_its_number() {
    control(KeyCode.G);
    robot.write("17");
    assertEquals(17, line());
    robot.write("7");
    assertEquals("no such line, the last is 25", count());
    assertEquals(17, line());
    robot.type(KeyCode.ENTER);
    assertFalse(isOpen());
    assertEquals(17, line());
  }

  @Test
  void who_looks_for_something_is_not_led_away() {
    assertEquals(Follower.Mode.HOTTEST, opened.window().panes().following());
    control(KeyCode.F);
    robot.write("main");
    assertEquals(Follower.Mode.NOTHING, opened.window().panes().following());
  }

  private void control(KeyCode code) {
    robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
  }

  private int line() {
    return code().getCurrentParagraph() + 1;
  }

  private String count() {
    return robot.lookup("#find-count").<Labeled>query().getText();
  }

  private boolean isOpen() {
    return robot.lookup(".find-row").query().isVisible();
  }

  private CodeArea code() {
    return robot.lookup("#code").query();
  }
}
