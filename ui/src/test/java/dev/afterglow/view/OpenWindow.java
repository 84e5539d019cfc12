// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.session.SessionView;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A window that a test has opened, on its stage. */
final class OpenWindow {
  private final FxRobot robot;
  private Stage stage;
  private MainWindow window;

  OpenWindow(FxRobot robot, SessionView session, Program program, Settings settings) {
    this.robot = robot;
    robot.interact(
        () -> {
          stage = new Stage();
          window = new MainWindow(stage, session, program, null, settings);
          window.show();
        });
  }

  Stage stage() {
    return stage;
  }

  MainWindow window() {
    return window;
  }

  void close() throws TimeoutException {
    robot.interact(() -> stage.hide());
    FxToolkit.cleanupStages();
  }
}
