// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.console;

import dev.afterglow.launch.Program;
import dev.afterglow.view.look.Parts;
import dev.afterglow.view.look.WhyDisabled;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the user types for the program: a field whose lines Enter sends, and a button that ends the
 * input. Lines that were sent come back with ↑ and ↓. JavaFX thread.
 */
final class InputRow extends HBox {
  private static final String PROMPT = "Input for the program – Enter sends the line";
  private static final String WANTED = "The program waits for input: type here, Enter sends it";
  private static final String ENDED = "The input has ended";
  private static final String NOT_RUNNING = "The program does not run";
  private static final int KEPT = 100;

  /** A text of several lines is several lines: the field alone would join them. */
  private final class Field extends TextField {
    @Override
    public void paste() {
      pasted(Clipboard.getSystemClipboard().getString());
    }
  }

  private final TextField field = new Field();
  private final Button send =
      Parts.tool(new Button(), Feather.CORNER_DOWN_LEFT, "Send the line (Enter)");
  private final Button end = new Button("End input");
  private final List<String> sent = new ArrayList<>();

  /** Which of the sent lines the field shows; their number if it shows another text. */
  private int shown;

  private Program program;
  private boolean runs;
  private boolean ended;
  private boolean wanted;

  InputRow() {
    getStyleClass().add("input-row");
    field.setId("input");
    field.setPromptText(PROMPT);
    field.setAccessibleText("Input for the program");
    field.setOnAction(event -> send());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    send.setId("send-input");
    send.setMinWidth(USE_PREF_SIZE);
    send.setOnAction(event -> send());
    String words = "No more input: what Ctrl+D in a terminal says";
    end.setId("end-input");
    end.setTooltip(Parts.tip(words + " (Ctrl+D in the empty field)"));
    end.setAccessibleText(words);
    end.setMinWidth(USE_PREF_SIZE);
    end.setOnAction(event -> end());
    HBox.setHgrow(field, Priority.ALWAYS);
    WhyDisabled.install(this, part -> why() + ".");
    getChildren().addAll(field, send, end);
  }

  /** Sends to another program from now on; null for none. */
  void program(Program next) {
    program = next;
    field.clear();
    begins();
  }

  /** Another run begins, which reads anew. */
  void begins() {
    ended = false;
    show();
  }

  void running(boolean running) {
    runs = running;
    show();
  }

  /** Whether the program waits for input. */
  void wanted(boolean waits) {
    if (waits != wanted) {
      wanted = waits;
      show();
    }
  }

  /** Takes the keyboard if it can. */
  boolean focus() {
    field.requestFocus();
    return !field.isDisabled();
  }

  /** Why nothing can be sent, or an empty text. */
  private String why() {
    String never = program == null ? "" : program.whyNoInput();
    return !never.isEmpty() ? never : !runs ? NOT_RUNNING : ended ? ENDED : "";
  }

  private void show() {
    String why = why();
    boolean open = why.isEmpty();
    field.setDisable(!open);
    send.setDisable(!open);
    end.setDisable(!open);
    field.getStyleClass().remove("wanted");
    if (wanted && open) {
      field.getStyleClass().add("wanted");
    }
    field.setPromptText(open ? (wanted ? WANTED : PROMPT) : why.equals(NOT_RUNNING) ? PROMPT : why);
  }

  private void send() {
    if (program != null && why().isEmpty()) {
      String line = field.getText();
      program.input(line);
      if (!line.isEmpty()) {
        sent.remove(line);
        sent.add(line);
      }
      if (sent.size() > KEPT) {
        sent.remove(0);
      }
      shown = sent.size();
      field.clear();
    }
  }

  /** What stands in the field is sent first, so that nothing that was typed is lost. */
  private void end() {
    if (program != null && why().isEmpty()) {
      if (!field.getText().isEmpty()) {
        send();
      }
      program.endInput();
      ended = true;
      show();
    }
  }

  private void pasted(String text) {
    if (text == null) {
      return;
    }
    String[] lines = text.split("\r\n|\r|\n", -1);
    field.replaceSelection(lines[0]);
    if (lines.length > 1) {
      // What stood behind the caret stays behind what is pasted.
      int caret = field.getCaretPosition();
      String behind = field.getText(caret, field.getLength());
      field.deleteText(caret, field.getLength());
      send();
      for (int i = 1; i < lines.length - 1; i++) {
        field.setText(lines[i]);
        send();
      }
      String last = lines[lines.length - 1];
      field.setText(last + behind);
      field.positionCaret(last.length());
    }
  }

  private void pressed(KeyEvent event) {
    boolean plain = !event.isControlDown() && !event.isShiftDown() && !event.isAltDown();
    if (event.getCode() == KeyCode.D && event.isControlDown() && field.getText().isEmpty()) {
      end();
      event.consume();
    } else if (plain && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
      recall(event.getCode() == KeyCode.UP ? -1 : 1);
      event.consume();
    }
  }

  private void recall(int direction) {
    int next = shown + direction;
    if (next >= 0 && next <= sent.size()) {
      shown = next;
      field.setText(next == sent.size() ? "" : sent.get(next));
      field.end();
    }
  }
}
