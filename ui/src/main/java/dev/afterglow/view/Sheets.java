// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.view.look.Sheet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/** What lies over the window: one sheet at a time, and what lies below it does not listen. */
final class Sheets {
  private final StackPane root;
  private final Node body;
  private Sheet sheet;

  Sheets(StackPane root, Node body) {
    this.root = root;
    this.body = body;
  }

  boolean isOpen() {
    return sheet != null;
  }

  void show(Sheet next) {
    close();
    sheet = next;
    body.setDisable(true);
    root.getChildren().add(next);
    next.focusFirst();
  }

  void close() {
    if (sheet != null) {
      root.getChildren().remove(sheet);
      sheet = null;
      body.setDisable(false);
    }
  }

  void failure(String title, String message) {
    Button ok = new Button("OK");
    ok.setOnAction(event -> close());
    show(new Sheet(title, message, this::close, ok));
  }

  /** What is to become of a program that still runs, before something else is done. */
  void askAboutRunning(String title, Program asked, Runnable then) {
    Button leave = new Button("Leave it running");
    leave.setId("leave-running");
    Button stop = new Button("Stop it");
    stop.setId("stop-it");
    stop.getStyleClass().add("primary");
    Button cancel = new Button("Cancel");
    cancel.setId("cancel");
    leave.setOnAction(
        event -> {
          close();
          asked.leaveRunning();
          then.run();
        });
    stop.setOnAction(
        event -> {
          close();
          asked.stop();
          then.run();
        });
    cancel.setOnAction(event -> close());
    String text = asked.title() + " is still running.";
    show(new Sheet(title, text, this::close, cancel, leave, stop));
  }
}
