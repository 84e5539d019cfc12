// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.Numbers;
import dev.afterglow.view.look.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.SimpleEditableStyledDocument;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.fxmisc.richtext.util.UndoUtils;

/** One open file: RichTextFX shows the text, {@link GutterCell}s all else. */
final class CodeView {
  private static final int PATIENCE = 20;

  private final CodeText text;
  private final CodeArea area;
  private final VirtualizedScrollPane<CodeArea> pane;
  private final Tooltip tip = Parts.tip("");
  private Columns columns;
  private CodeFrame frame;
  private GutterCell tipCell;
  private final Tooltip valueTip = Parts.tip("");
  private GutterCell valueCell;
  private IntConsumer onGuessed = line -> {};

  CodeView(CodeText text, CodeFrame first) {
    this.text = text;
    frame = first;
    columns = first.columns();
    area = new CodeArea(new SimpleEditableStyledDocument<>(text.document()));
    area.setId("code");
    area.setEditable(false);
    area.setUndoManager(UndoUtils.noOpUndoManager());
    area.setParagraphGraphicFactory(this::cell);
    area.setAccessibleText("Source of " + text.key().path());
    area.focusedProperty()
        .addListener(
            (property, before, now) ->
                area.setShowCaret(now ? CaretVisibility.ON : CaretVisibility.OFF));
    area.setShowCaret(CaretVisibility.OFF);
    area.moveTo(0);
    pane = new VirtualizedScrollPane<>(area);
    area.widthProperty()
        .addListener(
            (property, before, now) ->
                visibleCells().forEach(cell -> cell.room(now.doubleValue())));
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && guessed(area.getCurrentParagraph() + 1)) {
            event.consume();
          }
        });
    valueTip.setOnShowing(event -> valueTip.setText(valueText()));
    tip.setOnShowing(event -> tip.setText(tipText()));
  }

  CodeText text() {
    return text;
  }

  Node node() {
    return pane;
  }

  CodeArea area() {
    return area;
  }

  /** Called with the caret's line, from 1, when it moves. */
  void onCaretLine(Consumer<Integer> listener) {
    area.currentParagraphProperty()
        .addListener((property, before, now) -> listener.accept(now + 1));
  }

  /** Called with a line, from 1, that was clicked, in the gutter or the text. */
  void onClick(Consumer<Integer> listener) {
    area.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && plain) {
            listener.accept(lineAt(event.getX(), event.getY()) + 1);
          }
        });
  }

  private int lineAt(double x, double y) {
    return area.offsetToPosition(area.hit(x, y).getInsertionIndex(), Bias.Forward).getMajor();
  }

  /** Called with a line, from 1, whose hidden number is asked for. */
  void onGuessed(IntConsumer listener) {
    onGuessed = listener;
  }

  /** Asks for a line's number if it is hidden; returns whether it is. */
  private boolean guessed(int line) {
    boolean hidden = frame.hides(line);
    if (hidden) {
      onGuessed.accept(line);
    }
    return hidden;
  }

  /** Called with a line, from 1, and a place on the screen when its menu is asked for. */
  void onMenu(MenuAsked listener) {
    area.setOnContextMenuRequested(
        event -> {
          int line =
              event.isKeyboardTrigger()
                  ? area.getCurrentParagraph()
                  : lineAt(event.getX(), event.getY());
          listener.asked(line + 1, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    area.addEventFilter(
        MouseEvent.MOUSE_MOVED, event -> chipTip(event.getScreenX(), event.getScreenY()));
  }

  /** A menu is asked for. */
  @FunctionalInterface
  interface MenuAsked {
    void asked(int line, double x, double y);
  }

  /** A tool tip tells values in full: they may be cut, by length or by the pane's edge. */
  private void chipTip(double x, double y) {
    GutterCell under = null;
    for (GutterCell cell : visibleCells()) {
      under = cell.hasValuesAt(x, y) ? cell : under;
    }
    if (under != valueCell) {
      if (valueCell != null) {
        Tooltip.uninstall(area, valueTip);
      }
      valueCell = under;
      if (under != null) {
        Tooltip.install(area, valueTip);
      }
    }
  }

  private String valueText() {
    StringBuilder text = new StringBuilder();
    if (valueCell != null && frame.values() != null) {
      text.append(Chips.words(frame.values().at(valueCell.line())));
    }
    if (valueCell != null && !valueCell.cutWords().isEmpty()) {
      text.append(text.length() == 0 ? "" : "\n").append(valueCell.cutWords());
    }
    return text.toString();
  }

  /** How far the code is scrolled to the right. */
  double scroll() {
    Double scroll = area.getEstimatedScrollX();
    return scroll == null ? 0 : Math.max(0, scroll);
  }

  /**
   * Draws the visible lines.
   *
   * @return whether one of them still cools
   */
  boolean paint(CodeFrame next) {
    frame = next;
    if (next.columns() != columns) {
      columns = next.columns();
      // Other sizes: all cells anew.
      area.setParagraphGraphicFactory(this::cell);
    }
    boolean cooling = false;
    for (GutterCell cell : visibleCells()) {
      cell.room(area.getWidth());
      cooling |= cell.paint(next);
    }
    return cooling;
  }

  private List<GutterCell> visibleCells() {
    List<GutterCell> cells = new ArrayList<>();
    int visible = area.getVisibleParagraphs().size();
    int first = visible == 0 ? 0 : area.visibleParToAllParIndex(0);
    // While it scrolls the area may still name as many lines from its new first one.
    int end = Math.min(first + visible, area.getParagraphs().size());
    for (int i = first; i < end; i++) {
      if (area.getParagraphGraphic(i) instanceof GutterCell cell) {
        cells.add(cell);
      }
    }
    return cells;
  }

  /** Brings a line into view, in the middle if it is not there already. */
  void show(int line) {
    show(line, PATIENCE);
  }

  private void show(int line, int patience) {
    int index = Math.min(Math.max(1, line), text.lines().size()) - 1;
    if (patience > 0 && !isLaidOut()) {
      // Not laid out yet, so nobody knows what is visible.
      Platform.runLater(() -> show(line, patience - 1));
    } else if (!isVisible(index)) {
      area.showParagraphAtCenter(index);
    }
  }

  /** Puts the caret on a line and brings it into view. */
  void goTo(int line) {
    int index = Math.min(Math.max(1, line), text.lines().size()) - 1;
    area.moveTo(index, 0);
    show(line);
  }

  private boolean isLaidOut() {
    double room = area.getHeight() / columns.rowHeight;
    int rows = area.getVisibleParagraphs().size();
    return room > 1 && rows >= Math.min(text.lines().size(), (int) room - 1);
  }

  private boolean isVisible(int index) {
    int visible = area.getVisibleParagraphs().size();
    if (visible == 0 || visible >= text.lines().size()) {
      return visible > 0;
    }
    int first = area.visibleParToAllParIndex(0);
    boolean below = index > first || (index == 0 && first == 0);
    return below && index < first + visible - 1;
  }

  private Node cell(int index) {
    String line = index < text.lines().size() ? text.lines().get(index) : "";
    GutterCell cell = new GutterCell(index + 1, line, columns);
    cell.room(area.getWidth());
    cell.paint(frame);
    cell.setOnMouseEntered(event -> tipCell = cell);
    cell.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && guessed(cell.line())) {
            event.consume();
          }
        });
    Tooltip.install(cell, tip);
    return cell;
  }

  private String tipText() {
    if (tipCell == null) {
      return "";
    }
    int line = tipCell.line();
    if (frame.hides(line)) {
      return "Line " + line + ": how often? A click shows it.";
    }
    String words = frame.picture() == null ? "" : Numbers.inWords(frame.picture(), line);
    return "Line " + line + ": " + (words.isEmpty() ? "no code" : words);
  }
}
