// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.view.start.StartPane;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Opens programs that are chosen or dropped, one at a time, in the background. JavaFX thread. */
final class Openings {
  private final Opener opener;
  private final Executor background;
  private final BiConsumer<List<String>, Opener.Opened> opened;
  private final StartPane startPane;
  private final Sheets sheets;
  private boolean busy;

  /**
   * Prepares.
   *
   * @param opened called with what was opened
   * @param startPane says what is being opened
   * @param sheets says what failed
   */
  Openings(
      Opener opener,
      Executor background,
      BiConsumer<List<String>, Opener.Opened> opened,
      StartPane startPane,
      Sheets sheets) {
    this.opener = opener;
    this.background = background;
    this.opened = opened;
    this.startPane = startPane;
    this.sheets = sheets;
  }

  /** Whether something is being opened. */
  boolean busy() {
    return busy;
  }

  /** Opens what a command line would. */
  void open(List<String> arguments) {
    busy = true;
    startPane.busy("Opening " + StartPane.title(arguments) + " …");
    background.execute(
        () -> {
          try {
            Opener.Opened done = opener.open(arguments);
            Platform.runLater(
                () -> {
                  rest();
                  opened.accept(arguments, done);
                });
          } catch (IOException | RuntimeException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            Platform.runLater(
                () -> {
                  rest();
                  sheets.failure("This cannot be opened", message);
                });
          }
        });
  }

  private void rest() {
    busy = false;
    startPane.busy("");
  }

  /** Asks for a file; null if none was chosen. */
  static File choose(Stage stage) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open a program");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                "Java sources, jars and recordings", "*.java", "*.jar", "*.afterglow"),
            new FileChooser.ExtensionFilter("All files", "*"));
    return chooser.showOpenDialog(stage);
  }

  /** Lets files and folders be dropped on a scene. */
  static void acceptDrops(Scene scene, Consumer<File> dropped) {
    scene.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
          }
          event.consume();
        });
    scene.setOnDragDropped(event -> drop(event, dropped));
  }

  private static void drop(DragEvent event, Consumer<File> dropped) {
    List<File> files = event.getDragboard().getFiles();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    if (!files.isEmpty()) {
      dropped.accept(files.get(0));
    }
  }
}
