// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.view.SteadyRobot;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class FileNameTest {
  private final FxRobot robot = new SteadyRobot();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void in_a_narrow_row_the_ending_goes_first() {
    robot.interact(
        () -> {
          FileName name = new FileName();
          name.name("Service199.java");
          HBox row = new HBox(name);
          HBox.setHgrow(name, Priority.ALWAYS);
          Scene scene = new Scene(row);
          row.applyCss();
          double whole = name.prefWidth(-1);
          assertEquals("Service199.java", at(row, whole, name));
          assertEquals("Service199", at(row, whole - 10, name));
          assertEquals("Service199", at(row, whole - 10, name));
          assertEquals("Service199.java", at(row, whole + 30, name));
          name.resize(whole - 0.3, 20);
          assertEquals("Service199", name.getText(), "it would end with an ellipsis");
          name.name("Main.java");
          assertEquals("Main.java", at(row, whole - 10, name));
          assertEquals(row, scene.getRoot());
        });
  }

  private static String at(HBox row, double width, FileName name) {
    row.resize(width, 20);
    row.layout();
    row.layout();
    return name.getText();
  }
}
