// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.LinearGradient;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers are hidden, to be guessed first, and told one by one. */
class PredictTest extends WindowCase {

  @BeforeEach
  void open() throws Exception {
    show(Scenes.fibonacci(), Scenes.program());
    Scenes.eventually(() -> shows("31.4k"));
  }

  @Test
  void all_numbers_and_what_would_tell_them_are_hidden() {
    predict();
    assertEquals(10, asked());
    for (String told : new String[] {"31.4k", "17.2k", "8 rounds", "λ3"}) {
      assertFalse(shows(told), told);
    }
    assertEquals("? hits", label("#legend-max"));
    assertTrue(robot.lookup("#predict").queryAs(ToggleButton.class).isSelected());
    predict();
    assertTrue(shows("31.4k") && shows("8 rounds"));
    assertEquals("31.4k hits", label("#legend-max"));
  }

  @Test
  void the_panes_around_the_code_do_not_tell_either() {
    assertEquals("62.8k", total());
    predict();
    assertEquals("?", total());
    for (String pane : new String[] {"#tab-recursion", "#tab-story", "#tab-loop"}) {
      robot.clickOn(pane);
      assertTrue(shows("Hidden while you predict. Ctrl+P shows it again."), pane);
      assertTrue(robot.lookup("#story").tryQuery().isEmpty(), pane);
    }
    predict();
    assertEquals("62.8k", total());
    assertFalse(shows("Hidden while you predict. Ctrl+P shows it again."));
  }

  /** How many lines ask for their number. */
  private long asked() {
    return robot.lookup("?").queryAll().stream()
        .filter(node -> node instanceof Text && !(node.getParent() instanceof Label))
        .count();
  }

  private String total() {
    Node cell = robot.lookup("#files").lookup(".row-number").query();
    return ((Label) cell).getText();
  }

  @Test
  void a_click_or_enter_tells_one() {
    predict();
    Text number = robot.lookup("5").queryAllAs(Text.class).iterator().next();
    robot.clickOn(number);
    assertTrue(shows("31.4k"));
    assertEquals(9, asked());
    robot.interact(
        () -> {
          CodeArea code = robot.lookup("#code").query();
          code.requestFocus();
          code.moveTo(12, 0);
        });
    assertFalse(label("#line-words").contains("9"), label("#line-words"));
    robot.type(KeyCode.ENTER);
    assertTrue(shows("8 rounds"));
    assertEquals(8, asked());
    predict();
    predict();
    assertEquals(10, asked());
  }

  @Test
  void lines_that_never_ran_do_not_stand_out() {
    assertTrue(hatches());
    predict();
    assertFalse(hatches());
  }

  private boolean hatches() {
    return robot.lookup(".gutter-cell").queryAll().stream()
        .flatMap(cell -> cell.lookupAll("Rectangle").stream())
        .map(Rectangle.class::cast)
        .anyMatch(each -> each.isVisible() && each.getFill() instanceof LinearGradient);
  }

  private void predict() {
    robot.press(KeyCode.CONTROL).type(KeyCode.P).release(KeyCode.CONTROL);
  }

  private boolean shows(String text) {
    return robot.lookup(text).tryQuery().isPresent();
  }

  private String label(String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }
}
