// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.ChangedElement;
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
  private static final String ELLIPSIS = "…";

  /** So much of the values of a call that runs is seen, at the cost of the code's end. */
  private static final int LEAST = 18;

  /** Fewer characters of a value tell nothing: then none of it is shown. */
  private static final int LEAST_KEPT = 3;

  /** Sums of the same widths differ by less. */
  private static final double ROUNDING = 0.01;

  /** At most this part of the code's room is taken for it. */
  static final double LEAST_PART = 0.35;

  /** One value as it is drawn. */
  private static final class Chip {
    final Rectangle back = new Rectangle();
    final Text before;
    final Text changed;
    final Text after;
    double width;

    /** All its text, and which part of it is bold. */
    String whole = "";

    int from;
    int to;

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

    void fill(String text, Columns columns) {
      int start = Math.min(from, text.length());
      int end = Math.min(to, text.length());
      before.setText(text.substring(0, start));
      changed.setText(text.substring(start, end));
      after.setText(text.substring(end));
      width = 2 * padding(columns);
      for (Text each : List.of(before, changed, after)) {
        width += columns.chipWidth(each.getText());
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
  private double right;
  private boolean cut;
  private boolean past;

  Chips(Columns columns, Consumer<Node> add) {
    this.columns = columns;
    this.add = add;
  }

  /** How wide the chips are with the gap before what follows, if there is room; 0 for none. */
  double width() {
    double width = 0;
    for (int i = 0; i < shown; i++) {
      width += columns.chipWidth(chips.get(i).whole) + 2 * padding(columns) + gap();
    }
    return width;
  }

  /** Where the chips begin, in the cell. */
  double left() {
    return left;
  }

  /** Where what follows them may begin, in the cell. */
  double end() {
    return right + gap();
  }

  /** Whether any of them has room. */
  boolean isShown() {
    return right > left;
  }

  /** Shows none of them: something else needs the room. */
  void leaveOut() {
    chips.forEach(chip -> chip.show(false));
    cut = shown > 0;
    right = left;
  }

  /** Whether there was no room for all of them. */
  boolean isCut() {
    return cut;
  }

  /** Whether one of them stands at a place of the cell. */
  boolean has(double x) {
    return shown > 0 && x >= left && x < right;
  }

  /** The texts that are shown, for tests. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      Chip chip = chips.get(i);
      if (chip.back.isVisible()) {
        texts.add(chip.before.getText() + chip.changed.getText() + chip.after.getText());
      }
    }
    return texts;
  }

  /**
   * Takes over other values.
   *
   * @param past whether they are of a call that has ended
   */
  void set(List<Value> values, boolean past, Palette palette) {
    this.past = past;
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
      room -= chip.whole.length() + 2;
    }
    for (int i = count; i < chips.size(); i++) {
      chips.get(i).show(false);
    }
    shown = count;
    cut &= count > 0;
    right = count > 0 ? right : left;
  }

  /** What a value is called; an exception speaks for itself. */
  static String label(Value value) {
    return switch (value.name()) {
      case "return" -> "→ ";
      case "exception", "message" -> "";
      default -> value.name() + " = ";
    };
  }

  /** What the tool tip tells of the values of a line: all of each, and why one is not shown. */
  static String words(List<Value> values) {
    StringBuilder text = new StringBuilder();
    for (Value value : values) {
      text.append(text.length() == 0 ? "" : "\n").append(label(value)).append(value.text());
    }
    return Value.explained(text.toString());
  }

  private void fill(Chip chip, Value value) {
    boolean isLong = value.text().length() > LONGEST;
    Value told = isLong ? ChangedElement.of(value).orElse(value) : value;
    String name = label(told);
    Value cut = told.cut(LONGEST);
    String text = cut.text();
    int from = cut.from();
    int to = cut.to();
    boolean marked = to > from && from >= 0 && to <= text.length();
    chip.whole = name + text;
    chip.from = marked ? name.length() + from : chip.whole.length();
    chip.to = marked ? name.length() + to : chip.whole.length();
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
   * @param most what does not fit left of it is cut, so that an ellipsis tells of it
   * @param height of the row
   */
  void place(double x, double least, double most, double height) {
    double at = Math.min(x, most - sure(most - least));
    left = Math.rint(at);
    cut = false;
    for (int i = 0; i < shown; i++) {
      Chip chip = chips.get(i);
      if (cut) {
        chip.show(false);
        continue;
      }
      double after = i == shown - 1 ? 0 : gap() + chipWidth(1);
      chip.fill(chip.whole, columns);
      if (at + chip.width + after > most + ROUNDING) {
        cut = true;
        int chars = (int) ((most - at - chipWidth(0)) / columns.chipCharWidth);
        int kept = Math.min(chip.whole.length(), chars - 1);
        if (kept < LEAST_KEPT) {
          if (i == 0) {
            leaveOut();
            return;
          }
          kept = 0; // that there are more
        }
        String begin = chip.whole.substring(0, kept);
        boolean cutBefore = begin.endsWith(ELLIPSIS); // a list that has more
        chip.fill(cutBefore ? begin : begin + ELLIPSIS, columns);
      }
      place(chip, Math.rint(at), height);
      chip.show(at >= least);
      at += chip.width + gap();
    }
    right = at - gap();
  }

  /** The width that is taken even if the code is as wide as the pane: while the call runs. */
  double sure(double pane) {
    double wanted = past || shown == 0 ? 0 : Math.min(width() - gap(), chipWidth(LEAST));
    return Math.min(wanted, pane * LEAST_PART);
  }

  private void place(Chip chip, double chipLeft, double height) {
    chip.back.setX(chipLeft);
    chip.back.setY(1);
    chip.back.setWidth(chip.width);
    chip.back.setHeight(Math.max(0, height - 2));
    chip.back.setArcWidth(8);
    chip.back.setArcHeight(8);
    double text = chipLeft + padding(columns);
    for (Text part : List.of(chip.before, chip.changed, chip.after)) {
      part.setX(text);
      part.setY(Math.rint(height / 2));
      text += columns.chipWidth(part.getText());
    }
  }

  /** The width of a chip with so many characters. */
  private double chipWidth(int chars) {
    return 2 * padding(columns) + chars * columns.chipCharWidth;
  }

  private static double padding(Columns columns) {
    return Math.rint(columns.charWidth * 0.8);
  }

  private double gap() {
    return Math.rint(columns.charWidth * 0.8);
  }
}
