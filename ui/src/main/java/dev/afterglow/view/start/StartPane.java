// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.start;

import dev.afterglow.view.look.Parts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands in an empty window: recent programs, the examples, and how to open others. */
public final class StartPane extends StackPane {
  private static final int RECENT_SHOWN = 6;

  private final VBox column = new VBox();
  private final VBox recentRows = new VBox();
  private final FlowPane exampleButtons = new FlowPane();
  private final Label busy = Parts.label("", "muted");
  private final Consumer<List<String>> onOpen;

  /**
   * Makes the pane.
   *
   * @param onOpen opens a program by its arguments
   * @param choose asks for a file
   */
  public StartPane(Consumer<List<String>> onOpen, Runnable choose) {
    this.onOpen = onOpen;
    getStyleClass().add("start");
    busy.setId("busy");
    Button open = Parts.tool(new Button("Open …"), Feather.FOLDER, "Open a program (Ctrl+O)");
    open.setId("start-open");
    open.getStyleClass().add("primary");
    open.setOnAction(event -> choose.run());
    Label hint = Parts.label("or drop a .java, a .jar or a folder on this window", "muted");
    HBox row = new HBox(open, hint);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("start-open");
    column.getStyleClass().add("start-column");
    column
        .getChildren()
        .addAll(
            Parts.label("Afterglow", "start-title"),
            Parts.label("See a Java program run, line by line.", "start-words"),
            row,
            busy);
    exampleButtons.getStyleClass().add("start-examples");
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("start-scroll");
    getChildren().add(scroll);
  }

  /** Lists what can be opened. */
  public void fill(List<List<String>> recent, List<Path> examples) {
    column.getChildren().remove(4, column.getChildren().size());
    recentRows.getChildren().clear();
    exampleButtons.getChildren().clear();
    for (List<String> arguments : recent.subList(0, Math.min(RECENT_SHOWN, recent.size()))) {
      recentRows.getChildren().add(recentButton(arguments));
    }
    for (Path example : examples) {
      Button button = new Button(withoutEnding(example));
      button.setMnemonicParsing(false);
      button.getStyleClass().add("example");
      button.setOnAction(event -> onOpen.accept(List.of(example.toString())));
      exampleButtons.getChildren().add(button);
    }
    if (!recent.isEmpty()) {
      column.getChildren().addAll(Parts.heading("RECENT"), recentRows);
    }
    if (!examples.isEmpty()) {
      column.getChildren().addAll(Parts.heading("EXAMPLES"), exampleButtons);
    }
  }

  /** Says what is being done; empty for nothing. */
  public void busy(String text) {
    busy.setText(text);
  }

  /** The short name of a program. */
  public static String title(List<String> arguments) {
    String last = arguments.get(arguments.size() - 1);
    for (String argument : arguments) {
      if (argument.endsWith(".java") || argument.endsWith(".jar")) {
        last = argument;
        break;
      }
    }
    String name = last.replace('\\', '/');
    name = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private Button recentButton(List<String> arguments) {
    Label name = Parts.label(title(arguments), "recent-name");
    name.setMinWidth(USE_PREF_SIZE);
    Label all = Parts.label(String.join(" ", arguments), "muted");
    all.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    HBox row = new HBox(name, all);
    row.setAlignment(Pos.BASELINE_LEFT);
    row.getStyleClass().add("recent-row");
    Button button = new Button();
    button.setGraphic(row);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("recent");
    button.setAccessibleText("Open " + title(arguments));
    button.setOnAction(event -> onOpen.accept(arguments));
    return button;
  }

  private static String withoutEnding(Path example) {
    Path file = example.getFileName();
    String name = file == null ? example.toString() : file.toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
