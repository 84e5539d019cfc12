// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.FilePicture;
import dev.afterglow.session.HeatScale;
import dev.afterglow.session.Numbers;
import dev.afterglow.view.code.Messages.Message;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * All that is drawn for one visible line besides its text: number, count, bar, marks, shade and the
 * words behind its end. Changed in place: restyling a paragraph instead costs a layout a line.
 */
final class GutterCell extends Region {
  /** Wider than any window: the shade runs to the right edge and is clipped there. */
  private static final double FAR = 6000;

  private final int line;
  private final double textWidth;
  private final double gapStart;
  private final double gapWidth;
  private final Rectangle shade = rectangle();
  private final Rectangle bar = rectangle();
  private final Rectangle mark = rectangle();
  private final Rectangle outline = rectangle();
  private final Text number;
  private final Text count;
  private final Text words;
  private final Chips chips;
  private Rectangle clip;

  private Columns columns;
  private Palette palette;
  private long shownHits = Long.MIN_VALUE;
  private boolean shownHidden;
  private long shownRounds = Long.MIN_VALUE;
  private long shownLambda = Long.MIN_VALUE;
  private long shownMax = Long.MIN_VALUE;
  private long shownValues;
  private boolean shownRunning;
  private boolean commentHidden;
  private int shownStep = -1;
  private int shownMark = -1;
  private double shownScroll;

  /** Where the pane ends. */
  private double room = Double.POSITIVE_INFINITY;

  /** Where the code ends at the latest, as something stands at the pane's edge. */
  private double codeEnd = Double.POSITIVE_INFINITY;

  private String wholeWords = "";
  private Message shownMessage;

  /**
   * Made by the code area for a line that comes into view.
   *
   * @param line the line, from 1
   * @param text its text
   * @param columns where things stand
   */
  GutterCell(int line, String text, Columns columns) {
    this.line = line;
    textWidth = columns.textWidth(text);
    int gap = gap(text);
    int code = text.substring(0, gap).stripTrailing().length();
    gapStart = columns.textWidth(text.substring(0, code));
    gapWidth = columns.textWidth(text.substring(0, gap)) - gapStart;
    this.columns = columns;
    number = Columns.text(columns.font);
    count = Columns.text(columns.bold);
    words = Columns.text(columns.small);
    number.setText(Integer.toString(line));
    outline.setFill(null);
    outline.setVisible(false);
    bar.setArcWidth(4);
    bar.setArcHeight(4);
    getChildren().addAll(shade, outline, mark, bar, number, count, words);
    chips = new Chips(columns, getChildren()::add);
    getStyleClass().add("gutter-cell");
    // Under the text, so that the shade is.
    setViewOrder(1);
    setMinSize(columns.width, columns.rowHeight);
    setPrefSize(columns.width, columns.rowHeight);
  }

  int line() {
    return line;
  }

  /** The count that is shown, for tests. */
  String countText() {
    return count.getText();
  }

  /** The words behind the line's end, for tests. */
  String wordsText() {
    return words.getText();
  }

  /** The values behind the line's end. */
  Chips chips() {
    return chips;
  }

  /** The words behind the line's end if some of them have no room, else nothing. */
  String cutWords() {
    return words.isVisible() && words.getText().equals(wholeWords) ? "" : wholeWords;
  }

  /** Says how wide the pane is: what stands behind the code ends there. */
  void room(double width) {
    double next = width - columns.charWidth * 0.5;
    if (next != room && width > 0) {
      room = next;
      placeWords();
    }
  }

  /** Whether values, or words that have no room, stand at a place of the screen. */
  boolean hasValuesAt(double screenX, double screenY) {
    Point2D at = screenToLocal(screenX, screenY);
    return at != null && at.getY() >= 0 && at.getY() < getHeight() && hasCut(at.getX());
  }

  private boolean hasCut(double x) {
    boolean atWords = words.isVisible() && (chips.isCut() || !words.getText().equals(wholeWords));
    return chips.has(x) || (atWords && x >= words.getX() && x < room);
  }

  /** Whether the line glows, for tests. */
  boolean glows() {
    return shownStep > 0;
  }

  /** Whether the comment behind the code is hidden, for tests. */
  boolean hidesComment() {
    return commentHidden;
  }

  /** Whether the line is hatched as never run. */
  boolean hatched() {
    return shownHits == 0 && !shownHidden;
  }

  /**
   * Draws what changed.
   *
   * @return whether the line still glows and so will change again by itself
   */
  boolean paint(CodeFrame frame) {
    boolean fresh = frame.palette() != palette;
    if (fresh) {
      palette = frame.palette();
      number.setFill(palette.number);
      outline.setStroke(palette.current);
    }
    paintValues(frame, fresh);
    paintNumbers(frame, fresh);
    paintMark(frame, fresh);
    boolean glowing = paintShade(frame, fresh);
    if (frame.scroll() != shownScroll) {
      shownScroll = frame.scroll();
      placeWords();
      clipText();
    }
    return glowing;
  }

  private void paintNumbers(CodeFrame frame, boolean fresh) {
    long hits = frame.hits(line);
    FilePicture picture = frame.picture();
    boolean hidden = frame.hides(line);
    boolean told = picture != null && !hidden;
    long rounds = told ? picture.rounds(line) : FilePicture.NONE;
    long lambda = told ? picture.lambdaHits(line) : FilePicture.NONE;
    Message message = frame.messages().get(line);
    boolean hitsChanged = fresh || hits != shownHits || hidden != shownHidden;
    if (hitsChanged) {
      boolean counted = hits > 0 || hidden;
      count.setText(hidden ? "?" : Numbers.shortForm(hits));
      count.setFill(counted ? palette.count : palette.zero);
      count.setFont(counted ? columns.bold : columns.font);
      count.setX(columns.countRight - columns.charWidth * count.getText().length());
    }
    if (hitsChanged || frame.max() != shownMax) {
      shownMax = frame.max();
      double position = hidden ? 0 : HeatScale.position(hits, shownMax);
      bar.setWidth(position <= 0 ? 0 : Math.max(2, Math.rint(columns.barWidth * position)));
      bar.setFill(palette.bar(position));
    }
    boolean running = frame.loops().get(line);
    if (fresh
        || running != shownRunning
        || rounds != shownRounds
        || lambda != shownLambda
        || !Objects.equals(message, shownMessage)) {
      shownRunning = running;
      shownRounds = rounds;
      shownLambda = lambda;
      shownMessage = message;
      wholeWords = words(rounds, running, lambda, message);
      words.setFill(
          message == null ? palette.label : message.error() ? palette.error : palette.warning);
      placeWords();
    }
    if (hitsChanged) {
      // Last, as the shade looks at it too.
      boolean before = hatched();
      shownHits = hits;
      hide(hidden);
      shownStep = hatched() == before ? shownStep : -1;
    }
  }

  /** A number to be guessed: a comment behind the code may tell it, as in the examples. */
  private void hide(boolean hidden) {
    if (hidden != shownHidden) {
      shownHidden = hidden;
      commentHidden &= hidden;
      placeWords();
      clipText();
    }
  }

  private void paintValues(CodeFrame frame, boolean fresh) {
    long stamp = frame.values() == null ? 0 : frame.values().stamp(line);
    if (stamp == shownValues && !(fresh && stamp != 0)) {
      return;
    }
    shownValues = stamp;
    chips.set(
        stamp == 0 ? List.of() : frame.values().at(line),
        stamp != 0 && frame.values().isPast(line),
        palette);
    placeWords();
  }

  private static String words(long rounds, boolean running, long lambda, Message message) {
    if (message != null) {
      return firstLine(message.text());
    }
    String text = "";
    if (rounds > 0) {
      text = Numbers.shortForm(rounds) + (rounds == 1 ? " round" : " rounds");
      text = running ? text + " so far" : text;
    }
    if (lambda > 0) {
      text = (text.isEmpty() ? "" : text + "  ") + "λ" + Numbers.shortForm(lambda);
    }
    return text;
  }

  private void paintMark(CodeFrame frame, boolean fresh) {
    int wanted =
        shownMessage != null
            ? (shownMessage.error() ? 4 : 3)
            : frame.current() == line ? 2 : frame.callers().get(line) ? 1 : 0;
    if (!fresh && wanted == shownMark) {
      return;
    }
    shownMark = wanted;
    mark.setVisible(wanted > 0);
    mark.setFill(
        switch (wanted) {
          case 1 -> palette.caller;
          case 2 -> palette.current;
          case 3 -> palette.warning;
          default -> palette.error;
        });
    outline.setVisible(wanted == 2);
  }

  private boolean paintShade(CodeFrame frame, boolean fresh) {
    FilePicture picture = frame.picture();
    long last = picture == null ? FilePicture.NONE : picture.lastHitNanos(line);
    int step = Palette.step(HeatScale.recency(last, frame.now()));
    if (fresh || step != shownStep) {
      shownStep = step;
      boolean hatched = hatched() && step == 0;
      shade.setVisible(step > 0 || hatched);
      shade.setFill(hatched ? palette.hatch : step > 0 ? palette.glow(step) : Color.TRANSPARENT);
    }
    return step > 0;
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double middle = Math.rint(height / 2);
    number.setX(columns.numberRight - columns.charWidth * number.getText().length());
    number.setY(middle);
    count.setY(middle);
    words.setY(middle);
    double shadeLeft = columns.markLeft;
    shade.setX(shadeLeft);
    shade.setWidth(FAR);
    shade.setHeight(height);
    mark.setX(columns.markLeft);
    mark.setWidth(columns.markWidth);
    mark.setHeight(height);
    outline.setX(shadeLeft + 0.5);
    outline.setY(0.5);
    outline.setWidth(FAR);
    outline.setHeight(Math.max(0, height - 1));
    double barHeight = Math.rint(height * 0.5);
    bar.setX(columns.barLeft);
    bar.setY(Math.rint((height - barHeight) / 2));
    bar.setHeight(barHeight);
    placeWords();
    clipText();
  }

  /** Where a comment begins that stands apart from the code; words fit in between. */
  private static int gap(String text) {
    int comment = text.lastIndexOf("  //");
    return comment < 0 || text.substring(0, comment).isBlank() ? 0 : comment + 2;
  }

  /** The gutter stays put when the code is scrolled sideways; the words go with the code. */
  private void placeWords() {
    boolean some = !wholeWords.isEmpty();
    words.setText(wholeWords);
    double needed = words.getLayoutBounds().getWidth() + 2.25 * columns.charWidth;
    double origin = columns.width - shownScroll;
    double behind = textWidth + 2.5 * columns.charWidth;
    double end;
    double natural;
    boolean wordsFirst = true; // values give way to them
    if (chips.width() == 0) {
      hideComment(gapWidth > 0 && shownHidden);
      end = gapWidth >= needed ? gapStart + columns.charWidth : behind;
      natural = origin + end;
    } else {
      double all = chips.width() + columns.charWidth + (some ? needed : 0);
      // Once hidden it stays so: it would come and go with the length of the values.
      hideComment(gapWidth > 0 && (shownHidden || commentHidden || all > gapWidth));
      double start = gapWidth > 0 ? gapStart + 1.5 * columns.charWidth : behind;
      natural = origin + start;
      double sure = chips.sure(room - columns.width);
      boolean fits = some && natural + sure + needed <= room;
      if (shownMessage != null && !fits) {
        chips.leaveOut();
      } else {
        chips.place(natural, columns.width, fits ? room - needed : room, getHeight());
      }
      wordsFirst = fits || shownMessage != null;
      end = chips.isShown() ? chips.end() - origin : start;
    }
    double left = Math.rint(cutWords(origin + end));
    words.setX(left);
    words.setVisible(left >= columns.width && some && (wordsFirst || !chips.isCut()));
    double first =
        chips.isShown() ? chips.left() : words.isVisible() ? left : Double.POSITIVE_INFINITY;
    // A value has a box around it.
    double codeRoom = first - origin - columns.charWidth * (chips.isShown() ? 0.5 : 1);
    endCode(first < natural - 1 ? codeRoom : Double.POSITIVE_INFINITY);
  }

  /** The width that is taken for the name of an exception even behind code as wide as the pane. */
  private double sureWords() {
    if (shownMessage == null) {
      return 0;
    }
    int name = wholeWords.indexOf(':');
    String sure = name < 0 ? wholeWords : wholeWords.substring(0, name) + "…";
    double part = (room - columns.width) * Chips.LEAST_PART;
    return Math.min(Columns.width(sure, columns.small), part);
  }

  /** Leaves as much of the words as there is room for; returns where they begin. */
  private double cutWords(double behind) {
    double left = Math.min(behind, room - sureWords());
    int length = wholeWords.length();
    while (length > 0 && left + words.getLayoutBounds().getWidth() > room) {
      length--;
      words.setText(cut(wholeWords, length));
    }
    return length == 0 ? Math.min(left, room - words.getLayoutBounds().getWidth()) : left;
  }

  /** The begin of a text; of a number all or nothing, so that it is not taken for another. */
  static String cut(String text, int length) {
    String begin = text.substring(0, length).stripTrailing();
    boolean inNumber = length < text.length() && isOfNumber(text.charAt(length));
    int end = begin.length();
    while (inNumber && end > 0 && isOfNumber(begin.charAt(end - 1))) {
      end--;
    }
    begin = begin.substring(0, end);
    return begin.isEmpty() || !isOfNumber(begin.charAt(end - 1)) ? begin + "…" : begin + " …";
  }

  private static boolean isOfNumber(char c) {
    return Character.isDigit(c) || c == '.' || c == ',';
  }

  /** Code that runs on beyond the pane's edge makes room for the ellipsis that stands there. */
  private void endCode(double end) {
    if (end != codeEnd) {
      codeEnd = end;
      clipText();
    }
  }

  /** A comment behind the code gives way to values that do not fit before it. */
  private void hideComment(boolean hidden) {
    if (hidden != commentHidden) {
      commentHidden = hidden;
      clipText();
    }
  }

  /** Keeps text that is scrolled to the left from being drawn over the gutter. */
  private void clipText() {
    if (getParent() == null) {
      return;
    }
    for (Node sibling : getParent().getChildrenUnmodifiable()) {
      if (sibling instanceof TextFlow) {
        double end = Math.min(commentHidden ? gapStart + 1 : FAR * 4, codeEnd);
        if (shownScroll <= 0 && end == FAR * 4) {
          sibling.setClip(null);
        } else {
          if (clip == null) {
            clip = new Rectangle(0, 0, FAR * 4, 4000);
          }
          clip.setX(Math.max(0, shownScroll));
          clip.setWidth(Math.max(0, end - clip.getX()));
          sibling.setClip(clip);
        }
      }
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static Rectangle rectangle() {
    Rectangle rectangle = new Rectangle();
    rectangle.setManaged(false);
    rectangle.setMouseTransparent(true);
    return rectangle;
  }
}
