// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.view.look.Parts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;

/**
 * The row over the code that finds a text in the shown file, or goes to one of its lines. Hidden
 * until it is asked for. JavaFX thread.
 */
final class FindRow extends HBox {
  private final TextField field = new TextField();
  private final Label found = Parts.label("", "muted");
  private final Button before =
      Parts.small(Feather.CHEVRON_UP, "The one before (Shift+Enter)", () -> next(-1));
  private final Button after =
      Parts.small(Feather.CHEVRON_DOWN, "The next one (Enter)", () -> next(1));
  private final Button close = Parts.small(Feather.X, "Close (Esc)", this::close);

  private CodeView view;
  private boolean lines;
  private Runnable onMove = () -> {};

  /** Where the search began: what is typed further is looked for from there. */
  private int from;

  /** Where the text stands in the file. */
  private List<Integer> places = List.of();

  FindRow() {
    getStyleClass().add("find-row");
    setAlignment(Pos.CENTER_LEFT);
    field.setId("find");
    found.setId("find-count");
    found.setMinWidth(USE_PREF_SIZE);
    before.setId("find-before");
    after.setId("find-after");
    close.setId("find-close");
    field.textProperty().addListener((property, was, now) -> typed());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().addAll(field, found, before, after, Parts.spacer(), close);
    setOpen(false);
  }

  /** Called before the code moves to what was found. */
  void onMove(Runnable listener) {
    onMove = listener;
  }

  /** Asks for a text, or for a line. */
  void open(boolean askLine) {
    if (view == null) {
      return;
    }
    boolean again = isVisible() && lines == askLine;
    lines = askLine;
    from = view.area().getSelection().getStart();
    String chosen = view.area().getSelectedText();
    field.setPromptText(lines ? "Line" : "Find in " + view.text().key().name());
    field.setAccessibleText(field.getPromptText());
    before.setVisible(!lines);
    after.setVisible(!lines);
    setOpen(true);
    if (!lines && !chosen.isEmpty() && chosen.indexOf('\n') < 0) {
      field.setText(chosen);
    } else if (!again) {
      field.setText("");
    }
    typed();
    field.requestFocus();
    field.selectAll();
  }

  /** Another file is shown. */
  void view(CodeView next) {
    view = next;
    from = 0;
    if (next == null) {
      setOpen(false);
    } else if (isVisible()) {
      field.setPromptText(lines ? "Line" : "Find in " + next.text().key().name());
      look();
      tell();
    }
  }

  /** Goes to the next place, or with -1 to the one before. */
  void next(int direction) {
    if (view == null || !isVisible()) {
      return;
    }
    if (lines) {
      close();
      return;
    }
    if (places.isEmpty()) {
      return;
    }
    int at = current();
    if (at < 0) {
      // The caret was moved meanwhile.
      int caret = view.area().getCaretPosition();
      at = direction > 0 ? -1 : places.size();
      while (direction > 0 && at + 1 < places.size() && places.get(at + 1) < caret) {
        at++;
      }
      while (direction < 0 && at > 0 && places.get(at - 1) >= caret) {
        at--;
      }
    }
    show(Math.floorMod(at + direction, places.size()));
  }

  /** Whether it is shown. */
  boolean isOpen() {
    return isVisible();
  }

  private void setOpen(boolean open) {
    Parts.show(this, open);
  }

  private void close() {
    setOpen(false);
    if (view != null) {
      view.area().requestFocus();
    }
  }

  private void typed() {
    if (view == null || !isVisible()) {
      return;
    }
    if (lines) {
      goToLine();
      return;
    }
    look();
    if (places.isEmpty()) {
      view.area().selectRange(from, from);
      tell();
      return;
    }
    int first = 0;
    while (first < places.size() && places.get(first) < from) {
      first++;
    }
    show(first % places.size());
  }

  private void goToLine() {
    String text = field.getText().strip();
    int last = view.text().lines().size();
    int line = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    boolean there = line >= 1 && line <= last;
    found.setText(text.isEmpty() || there ? "of " + last : "no such line, the last is " + last);
    if (there) {
      onMove.run();
      view.goTo(line);
    }
  }

  /** Looks for the text; large and small letters are alike. */
  private void look() {
    String wanted = field.getText();
    String text = view.area().getText();
    List<Integer> at = new ArrayList<>();
    int place = 0;
    while (!wanted.isEmpty() && place <= text.length() - wanted.length()) {
      boolean here = text.regionMatches(true, place, wanted, 0, wanted.length());
      if (here) {
        at.add(place);
      }
      place += here ? wanted.length() : 1;
    }
    places = at;
  }

  private void show(int index) {
    CodeArea area = view.area();
    int start = places.get(index);
    onMove.run();
    area.selectRange(start, start + field.getText().length());
    view.show(area.getCurrentParagraph() + 1);
    area.requestFollowCaret();
    tell();
  }

  /** Which of the places is selected, or -1. */
  private int current() {
    int start = view.area().getSelection().getStart();
    boolean whole = view.area().getSelection().getLength() == field.getText().length();
    return whole ? places.indexOf(start) : -1;
  }

  private void tell() {
    if (field.getText().isEmpty()) {
      found.setText("");
    } else if (places.isEmpty()) {
      found.setText("not found");
    } else {
      int at = current();
      found.setText(at < 0 ? places.size() + " found" : (at + 1) + " of " + places.size());
    }
    before.setDisable(places.isEmpty());
    after.setDisable(places.isEmpty());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == field) {
      next(event.isShiftDown() ? -1 : 1);
      event.consume();
    }
  }
}
