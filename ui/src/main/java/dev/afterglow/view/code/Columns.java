// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.view.look.Look;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Where the gutter's columns stand for one font size and number of lines: in whole pixels. */
final class Columns {
  private static final int COUNT_CHARS = 5;
  private static final int BAR_CHARS = 6;
  private static final int LEAST_NUMBER_CHARS = 2;

  final int lines;
  final Font font;
  final Font bold;
  final Font small;
  final Font chip;
  final Font chipBold;
  final double charWidth;
  final double chipCharWidth;
  final double rowHeight;
  final double numberRight;
  final double countRight;
  final double barLeft;
  final double barWidth;
  final double markLeft;
  final double markWidth;
  final double width;

  Columns(double size, int lines) {
    this.lines = lines;
    font = Font.font(Look.MONO, size);
    bold = Font.font(Look.MONO, FontWeight.BOLD, size);
    small = Font.font("Inter SemiBold", Math.max(7, size * 0.88));
    double chipSize = Math.max(7, size * 0.92);
    chip = Font.font(Look.MONO, chipSize);
    chipBold = Font.font(Look.MONO, FontWeight.BOLD, chipSize);
    charWidth = width("0000000000", font) / 10;
    chipCharWidth = width("0000000000", chip) / 10;
    rowHeight = Look.rowHeight(size);
    int digits = Math.max(LEAST_NUMBER_CHARS, Integer.toString(lines).length());
    numberRight = Math.rint(charWidth * (digits + 1));
    countRight = Math.rint(numberRight + charWidth * (COUNT_CHARS + 1.5));
    barLeft = Math.rint(countRight + charWidth);
    barWidth = Math.rint(charWidth * BAR_CHARS);
    markLeft = barLeft + barWidth + Math.rint(charWidth * 0.75);
    markWidth = Math.max(3, Math.rint(size / 4.5));
    width = markLeft + markWidth + Math.rint(charWidth);
  }

  /** Text of the gutter: unmanaged, placed by hand, its origin in the middle of the row. */
  static Text text(Font font) {
    Text text = new Text();
    text.setManaged(false);
    text.setMouseTransparent(true);
    text.setTextOrigin(VPos.CENTER);
    text.setFont(font);
    return text;
  }

  /** The width of a line of code. */
  double textWidth(String line) {
    return isPlain(line) ? line.length() * charWidth : width(line, font);
  }

  /** The width of the text of a value. */
  double chipWidth(String text) {
    return isPlain(text) ? text.length() * chipCharWidth : width(text, chip);
  }

  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /** The width of a text in a font. */
  static double width(String text, Font font) {
    Text measure = new Text(text);
    measure.setFont(font);
    return measure.getLayoutBounds().getWidth();
  }
}
