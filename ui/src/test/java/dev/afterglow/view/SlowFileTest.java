// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.RunPicture;
import dev.afterglow.view.code.CodePane;
import dev.afterglow.view.look.Look;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** While a file is being read, the one before is still seen. */
class SlowFileTest {
  private static final FileKey SHOWN = new FileKey("Fibonacci.java");
  private static final FileKey NEXT = new FileKey("com/acme/cache/Memo.java");

  private final FxRobot robot = new SteadyRobot();
  private final FakeSession session = Scenes.fibonacci();
  private final Queue<Runnable> reading = new ConcurrentLinkedQueue<>();
  private CodePane pane;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    Screenshots.startToolkit();
  }

  @Test
  void the_file_that_is_still_seen_keeps_its_numbers() throws Exception {
    robot.interact(this::show);
    reading.remove().run();
    WaitForAsyncUtils.waitForFxEvents();
    paint(SHOWN);
    Scenes.eventually(() -> robot.lookup("31.4k").tryQuery().isPresent());
    robot.interact(() -> pane.open(NEXT, 0));
    paint(NEXT);
    assertTrue(robot.lookup("31.4k").tryQuery().isPresent());
    reading.remove().run();
    Scenes.eventually(() -> robot.lookup("31.4k").tryQuery().isEmpty());
    Scenes.eventually(() -> robot.lookup("12 hits").tryQuery().isPresent());
    FxToolkit.cleanupStages();
  }

  private void show() {
    Look look = new Look(Theme.LIGHT, Look.DEFAULT_SIZE);
    pane = new CodePane(look, reading::add);
    pane.getStyleClass().add("afterglow");
    Scene scene = new Scene(pane, 800, 600);
    look.dress(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    pane.session(session);
    pane.open(SHOWN, 0);
  }

  private void paint(FileKey wanted) {
    robot.interact(() -> pane.paint(session.file(wanted).orElseThrow(), null, RunPicture.COUNTING));
  }
}
