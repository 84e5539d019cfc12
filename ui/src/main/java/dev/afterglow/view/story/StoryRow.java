// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.story.StoryLines;
import dev.afterglow.session.story.StoryLines.Line;
import dev.afterglow.view.look.Look;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The nodes of one visible row; they are filled anew for each step they show. */
final class StoryRow {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

  /** Characters of a line's source that are shown at least, however long its values are. */
  private static final int LEAST_SOURCE = 14;

  final Region back = new Region();
  final Region mark = new Region();
  final Text arrow = new Text();
  final Text number = new Text();

  /** The thread, where it is another one than in the row above. */
  final Text thread = new Text();

  final Text text = new Text();
  final Text values = new Text();
  final Text watch = new Text();

  private int step = -1;
  private String style = "";
  private Line line;
  private int[] found;

  /** Sizes in pixels that all rows share. */
  record Sizes(double charWidth, double height, double baseline, int digits, int names) {
    static Sizes of(double fontSize, int digits, int names) {
      Text probe = new Text("MMMMMMMMMM");
      probe.setFont(Font.font(Look.MONO, fontSize * 0.95));
      double ch = probe.getLayoutBounds().getWidth() / 10;
      double height = Look.rowHeight(fontSize);
      double text = probe.getLayoutBounds().getHeight();
      double baseline = Math.rint((height - text) / 2 + probe.getBaselineOffset());
      return new Sizes(ch, height, baseline, digits, names);
    }

    double gutter() {
      return (digits + 2 + (names == 0 ? 0 : names + 1)) * charWidth;
    }
  }

  StoryRow() {
    back.getStyleClass().add("story-back");
    mark.getStyleClass().add("story-mark");
    arrow.getStyleClass().addAll("story-text", "story-arrow");
    number.getStyleClass().addAll("story-text", "story-number");
    thread.getStyleClass().addAll("story-text", "story-thread");
    text.getStyleClass().add("story-text");
    values.getStyleClass().addAll("story-text", "story-values");
    watch.getStyleClass().addAll("story-text", "story-watch");
    for (Text each : new Text[] {arrow, number, thread, text, values, watch}) {
      each.setManaged(false);
    }
    back.setManaged(false);
    mark.setManaged(false);
  }

  int step() {
    return step;
  }

  /** What it shows, or null. */
  Line line() {
    return line;
  }

  void hide() {
    step = -1;
    line = null;
    show(false);
  }

  private void show(boolean visible) {
    back.setVisible(visible);
    arrow.setVisible(visible);
    number.setVisible(visible);
    thread.setVisible(visible);
    text.setVisible(visible);
    values.setVisible(visible);
    watch.setVisible(visible);
    if (!visible) {
      mark.setVisible(false);
    }
  }

  /** Shows a step. */
  void show(int nextStep, Line next, String arrowText) {
    step = nextStep;
    show(true);
    set(arrow, arrowText);
    set(number, next.line() > 0 ? Integer.toString(next.line()) : "");
    set(values, next.values());
    String nextStyle = "story-" + next.kind().name().toLowerCase(Locale.ROOT);
    if (!nextStyle.equals(style)) {
      text.getStyleClass().remove(style);
      text.getStyleClass().add(nextStyle);
      style = nextStyle;
    }
    line = next;
  }

  /**
   * Names the row's thread if the row above is another one's.
   *
   * @param above its step, or {@link StepLog#NONE}
   * @param room characters there are for it, 0 to name none; of a long name the end is shown
   */
  void thread(StepLog log, int above, int room) {
    int number = log.threadNumber(step);
    boolean said = room == 0 || (above >= 0 && log.threadNumber(above) == number);
    String name = said ? "" : log.threadName(number);
    int cut = name.length() - room;
    set(thread, !said && cut > 0 ? "…" + name.substring(cut + 1) : name);
  }

  void watch(String text) {
    set(watch, text);
  }

  /**
   * Says how it is shown.
   *
   * @param marked columns of the text that were searched for, or null
   */
  void state(boolean selected, int[] marked) {
    found = marked;
    back.pseudoClassStateChanged(SELECTED, selected);
    back.pseudoClassStateChanged(FOUND, marked != null);
  }

  /**
   * Puts the nodes to their places. A long line of source is cut where its values would be out of
   * sight, unless something is searched for in it.
   *
   * @param width of the row
   * @param room of it that is in sight
   * @param outer how many levels of calls are left of what is in sight
   * @return how wide the row would like to be
   */
  double layout(Sizes sizes, double y, double width, double room, int outer) {
    double ch = sizes.charWidth();
    back.resizeRelocate(0, y, width, sizes.height());
    double base = y + sizes.baseline();
    number.relocate((sizes.digits() - number.getText().length() + 0.5) * ch, 0);
    number.setLayoutY(base);
    thread.setLayoutX((sizes.digits() + 2) * ch);
    thread.setLayoutY(base);
    double x = sizes.gutter() + Math.max(0, indent() - outer) * 2 * ch;
    arrow.setLayoutX(x);
    arrow.setLayoutY(base);
    x += 2 * ch;
    text.setLayoutX(x);
    text.setLayoutY(base);
    double textStart = x;
    set(text, StoryLines.deep(line.depth()) + source((int) ((room - x) / ch), found != null));
    x += (text.getText().length() + 2) * ch;
    values.setLayoutX(x);
    values.setLayoutY(base);
    watch.setLayoutY(base);
    int start = found == null ? 0 : found[0];
    boolean shows = found != null && line.kind() != null;
    mark.setVisible(shows);
    if (shows) {
      int extra = StoryLines.deep(line.depth()).length();
      int inText = line.text().length();
      double at = start < inText ? textStart + (start + extra) * ch : x + (start - inText - 3) * ch;
      mark.resizeRelocate(at, y + 1, Math.max(1, found[1] - start) * ch, sizes.height() - 2);
    }
    return x + (values.getText().length() + 2) * ch;
  }

  /** How many levels it is set in. */
  int indent() {
    return Math.min(line.depth(), StoryLines.DEEPEST);
  }

  private String source(int room, boolean whole) {
    String source = line.text();
    int most = Math.max(LEAST_SOURCE, room - line.values().length() - 3);
    boolean cut = !whole && !line.values().isEmpty() && source.length() > most;
    return cut ? source.substring(0, most - 1) + "…" : source;
  }

  private static void set(Text node, String text) {
    if (!text.equals(node.getText())) {
      node.setText(text);
    }
  }

  static boolean foldable(Kind kind) {
    return kind == Kind.CALL;
  }
}
