// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.session.SessionView;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Tests that each open a window of their own, with the settings of a new user. */
abstract class WindowCase {
  @TempDir Path folder;
  final FxRobot robot = new SteadyRobot();
  Settings settings;
  OpenWindow opened;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    Screenshots.startToolkit();
  }

  final void show(SessionView session, Program program) {
    settings = Scenes.settings(folder);
    opened = new OpenWindow(robot, session, program, settings);
  }

  @AfterEach
  void close() throws TimeoutException {
    opened.close();
  }
}
