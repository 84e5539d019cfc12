// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.session.SessionView;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** The window: its panes, and what passes between them. Lives on the JavaFX thread. */
public final class MainWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final Stage stage;
  private final Settings settings;
  private Runnable closed = () -> {};

  /**
   * Builds the window; {@link #show} shows it.
   *
   * @param stage a fresh stage
   * @param session what to draw
   * @param program the program, or null for the start window
   * @param opener opens programs later
   * @param settings what the window remembers
   */
  public MainWindow(
      Stage stage, SessionView session, Program program, Opener opener, Settings settings) {
    this.stage = stage;
    this.settings = settings;
    stage.setTitle(program == null ? "Afterglow" : program.title() + " – Afterglow");
    stage.setScene(
        new Scene(
            new BorderPane(),
            settings.number("window.width", 320, 20_000, WIDTH),
            settings.number("window.height", 200, 20_000, HEIGHT)));
    stage.setOnHidden(event -> closed.run());
  }

  /** Called when the window was closed. */
  public void onClosed(Runnable listener) {
    closed = listener;
  }

  /** Shows the window. */
  public void show() {
    stage.show();
    settings.save();
  }
}
