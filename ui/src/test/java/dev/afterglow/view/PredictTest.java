// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.LinearGradient;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The numbers are hidden, to be guessed first, and told one by one. */
class PredictTest {
  @TempDir Path folder;
  private final FxRobot robot = new SteadyRobot();
  private OpenWindow opened;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    Screenshots.startToolkit();
  }

  @BeforeEach
  void open() throws Exception {
    opened = new OpenWindow(robot, Scenes.fibonacci(), Scenes.program(), Scenes.settings(folder));
    Scenes.eventually(() -> shows("31.4k"));
  }

  @AfterEach
  void close() throws TimeoutException {
    opened.close();
  }

  @Test
  void all_numbers_and_what_would_tell_them_are_hidden() {
    predict();
    assertEquals(10, robot.lookup("?").queryAllAs(Text.class).size());
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
  void a_click_or_enter_tells_one() {
    predict();
    Text number = robot.lookup("5").queryAllAs(Text.class).iterator().next();
    robot.clickOn(number);
    assertTrue(shows("31.4k"));
    assertEquals(9, robot.lookup("?").queryAllAs(Text.class).size());
    robot.interact(
        () -> {
          CodeArea code = robot.lookup("#code").query();
          code.requestFocus();
          code.moveTo(12, 0);
        });
    assertFalse(label("#line-words").contains("9"), label("#line-words"));
    robot.type(KeyCode.ENTER);
    assertTrue(shows("8 rounds"));
    assertEquals(8, robot.lookup("?").queryAllAs(Text.class).size());
    predict();
    predict();
    assertEquals(10, robot.lookup("?").queryAllAs(Text.class).size());
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
