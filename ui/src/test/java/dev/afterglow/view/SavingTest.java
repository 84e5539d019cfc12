// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** What the window shows is saved to a file. */
class SavingTest {
  @TempDir Path folder;
  private final FxRobot robot = new SteadyRobot();
  private volatile Opener.Shown saved;
  private volatile Path savedTo;
  private Stage stage;
  private MainWindow window;

  /** Saves nothing, or fails. */
  private final class Remembering implements Opener {
    @Override
    public Opened open(List<String> arguments) throws IOException {
      throw new IOException("nothing opens here");
    }

    @Override
    public void save(Shown shown, Path file) throws IOException {
      if (file.toString().contains("full")) {
        throw new IOException("No space left on device");
      }
      saved = shown;
      savedTo = file;
    }

    @Override
    public List<Path> examples() {
      return List.of();
    }
  }

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    Screenshots.startToolkit();
  }

  @AfterEach
  void close() throws TimeoutException {
    if (stage != null) {
      robot.interact(() -> stage.hide());
    }
    FxToolkit.cleanupStages();
  }

  @Test
  void a_name_without_an_ending_gets_that_of_the_chosen_form() {
    ExtensionFilter csv = new ExtensionFilter("Counts", "*.csv");
    assertEquals(Path.of("a/Main.csv"), Saving.ended(Path.of("a/Main"), csv));
    assertEquals(Path.of("a/Main.v2.csv"), Saving.ended(Path.of("a/Main.v2"), csv));
    assertEquals(Path.of("Main.HTML"), Saving.ended(Path.of("Main.HTML"), csv));
    assertEquals(Path.of("Main.html"), Saving.ended(Path.of("Main"), null));
  }

  @Test
  void what_is_shown_is_written_and_the_console_says_where() throws Exception {
    open();
    Path file = folder.resolve("page.html");
    robot.interact(() -> window.save(file));
    Scenes.eventually(() -> console().endsWith("Saved: " + file + "\n"));
    assertEquals(file, savedTo);
    assertEquals("Fibonacci.java", saved.title());
    assertEquals("Fibonacci.java", saved.file().name());
  }

  @Test
  void what_cannot_be_written_is_said() throws Exception {
    open();
    robot.interact(() -> window.save(folder.resolve("full.csv")));
    Scenes.eventually(() -> robot.lookup("#sheet").tryQuery().isPresent());
    assertTrue(robot.lookup("This was not saved").tryQuery().isPresent());
    assertNull(saved);
  }

  private void open() throws Exception {
    Settings settings = Settings.load(folder);
    robot.interact(
        () -> {
          stage = new Stage();
          window =
              new MainWindow(
                  stage, Scenes.fibonacci(), Scenes.program(), new Remembering(), settings);
          window.show();
        });
    Scenes.eventually(() -> console().contains("6 20"));
  }

  private String console() {
    return robot.lookup("#console").queryAs(StyleClassedTextArea.class).getText();
  }
}
