// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window without a program. */
@ExtendWith(ApplicationExtension.class)
class StartWindowTest {
  private final List<List<String>> asked = new CopyOnWriteArrayList<>();
  private Stage stage;

  @Start
  void start(Stage fresh) throws Exception {
    stage = fresh;
    Settings settings = Settings.load(Files.createTempDirectory("afterglow-start"));
    settings.put("window.width", 1280);
    settings.put("window.height", 720);
    settings.addRecent(List.of("/home/ada/Gone.java"));
    Opener opener =
        new Opener() {
          @Override
          public Opened open(List<String> arguments) throws IOException {
            asked.add(arguments);
            if (arguments.get(0).endsWith("Gone.java")) {
              throw new IOException("There is no file Gone.java: check the name and the folder.");
            }
            return new Opened(Scenes.fibonacci(), new FakeProgram("Fibonacci.java"));
          }

          @Override
          public List<Path> examples() {
            return List.of(Path.of("/app/examples/Fibonacci.java"));
          }
        };
    new MainWindow(stage, new FakeSession(), null, opener, settings).show();
  }

  @Test
  void a_recent_program_that_is_gone_is_said_and_an_example_opens(FxRobot robot) throws Exception {
    robot.clickOn("Gone.java");
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> robot.lookup("#sheet").tryQuery().isPresent());
    robot.clickOn("OK");
    robot.clickOn("Fibonacci");
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> stage.getTitle().startsWith("Fibonacci.java"));
    assertEquals("/app/examples/Fibonacci.java", asked.get(1).get(0));
  }
}
