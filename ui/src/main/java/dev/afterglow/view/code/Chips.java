// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.StepLog.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** The values behind a line's end, each in a small box; what changed in it is bold. */
final class Chips {
  /** The longest text of one value, and of all of a line. */
  private static final int LONGEST = 30;

  private static final int LONGEST_LINE = 84;

  /** One value as it is drawn. */
  private static final class Chip {
    final Rectangle back = new Rectangle();
    final Text before;
    final Text changed;
    final Text after;
    double width;

    Chip(Columns columns, Consumer<Node> add) {
      before = Columns.text(columns.chip);
      changed = Columns.text(columns.chipBold);
      after = Columns.text(columns.chip);
      back.setManaged(false);
      back.setMouseTransparent(true);
      for (Node node : List.of(back, before, changed, after)) {
        add.accept(node);
      }
    }

    void show(boolean shown) {
      back.setVisible(shown);
      before.setVisible(shown);
      changed.setVisible(shown);
      after.setVisible(shown);
    }
  }

  private final Columns columns;
  private final Consumer<Node> add;
  private final List<Chip> chips = new ArrayList<>();
  private int shown;
  private double left;

  Chips(Columns columns, Consumer<Node> add) {
    this.columns = columns;
    this.add = add;
  }

  /** How wide the chips are with the gap before what follows; 0 without any. */
  double width() {
    double width = 0;
    for (int i = 0; i < shown; i++) {
      width += chips.get(i).width + gap();
    }
    return width;
  }

  /** Where the chips begin, in the cell. */
  double left() {
    return left;
  }

  /** The texts that are shown, for tests. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      Chip chip = chips.get(i);
      texts.add(chip.before.getText() + chip.changed.getText() + chip.after.getText());
    }
    return texts;
  }

  /** Takes over other values. */
  void set(List<Value> values, boolean past, Palette palette) {
    int room = LONGEST_LINE;
    int count = 0;
    for (Value value : values) {
      if (room <= 0) {
        break;
      }
      if (count == chips.size()) {
        chips.add(new Chip(columns, add));
      }
      Chip chip = chips.get(count++);
      fill(chip, value);
      paint(chip, past, palette);
      room -= chip.before.getText().length() + chip.changed.getText().length() + 2;
      room -= chip.after.getText().length();
    }
    for (int i = count; i < chips.size(); i++) {
      chips.get(i).show(false);
    }
    shown = count;
  }

  /** What a value is called; an exception speaks for itself. */
  static String label(Value value) {
    return switch (value.name()) {
      case "return" -> "→ ";
      case "exception", "message" -> "";
      default -> value.name() + " = ";
    };
  }

  private void fill(Chip chip, Value value) {
    String name = label(value);
    Value cut = value.cut(LONGEST);
    String text = cut.text();
    int from = cut.from();
    int to = cut.to();
    boolean marked = to > from && from >= 0 && to <= text.length();
    chip.before.setText(name + (marked ? text.substring(0, from) : text));
    chip.changed.setText(marked ? text.substring(from, to) : "");
    chip.after.setText(marked ? text.substring(to) : "");
    chip.width =
        columns.chipWidth(chip.before.getText())
            + columns.chipWidth(chip.changed.getText())
            + columns.chipWidth(chip.after.getText())
            + 2 * padding();
  }

  private static void paint(Chip chip, boolean past, Palette palette) {
    Color text = past ? palette.chipPast : palette.chip;
    chip.back.setFill(past ? palette.chipPastBack : palette.chipBack);
    chip.before.setFill(text);
    chip.changed.setFill(past ? text : palette.chipChanged);
    chip.after.setFill(text);
  }

  /**
   * Puts the chips into their places.
   *
   * @param x where the first begins
   * @param least what lies left of it is hidden
   * @param height of the row
   */
  void place(double x, double least, double height) {
    left = x;
    double at = x;
    double middle = Math.rint(height / 2);
    for (int i = 0; i < shown; i++) {
      Chip chip = chips.get(i);
      double chipLeft = Math.rint(at);
      chip.back.setX(chipLeft);
      chip.back.setY(1);
      chip.back.setWidth(chip.width);
      chip.back.setHeight(Math.max(0, height - 2));
      chip.back.setArcWidth(8);
      chip.back.setArcHeight(8);
      double text = chipLeft + padding();
      chip.before.setX(text);
      text += columns.chipWidth(chip.before.getText());
      chip.changed.setX(text);
      text += columns.chipWidth(chip.changed.getText());
      chip.after.setX(text);
      chip.before.setY(middle);
      chip.changed.setY(middle);
      chip.after.setY(middle);
      chip.show(chipLeft >= least);
      at += chip.width + gap();
    }
  }

  private double padding() {
    return Math.rint(columns.charWidth * 0.8);
  }

  private double gap() {
    return Math.rint(columns.charWidth * 0.8);
  }
}
