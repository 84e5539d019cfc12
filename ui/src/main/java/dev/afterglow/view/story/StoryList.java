// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.StepList;
import dev.afterglow.session.story.StoryLines;
import dev.afterglow.session.story.StoryLines.Line;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.PlaceTip;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Millions of rows, of which only those on the screen have nodes. It follows the end until the user
 * goes elsewhere.
 */
final class StoryList extends Region {
  private static final double ROWS_A_TICK = 3;

  /** Characters of a row that there is room for, however deep it is. */
  private static final int LEAST_TEXT = 32;

  /** Characters of the name of a thread that are shown. */
  private static final int LONGEST_THREAD = 12;

  private final Look look;
  private final Pane backs = new Pane();
  private final Pane content = new Pane();
  private final Pane gutter = new Pane();
  private final Pane watches = new Pane();
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private final PlaceTip tip = new PlaceTip(this);
  private final Rectangle clip = new Rectangle();
  private final List<StoryRow> shown = new ArrayList<>();

  private StepList rows = StepList.NONE;
  private StoryLines lines;
  private IntPredicate folded = step -> false;
  private IntFunction<int[]> found = step -> null;
  private IntFunction<String> watch;
  private double watchShare;

  /** Whether the chosen row is to be brought into view as soon as there is one. */
  private boolean unseen;

  private IntConsumer onSelect = step -> {};
  private IntConsumer onFold = step -> {};
  private StoryRow.Sizes sizes;
  private boolean following = true;
  private boolean scrolling;
  private int selected = -1;
  private int anchor = -1;

  StoryList(Look look) {
    this.look = look;
    setId("story");
    getStyleClass().add("story-list");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setClip(clip);
    down.setOrientation(Orientation.VERTICAL);
    down.setId("story-scroll");
    across.setOrientation(Orientation.HORIZONTAL);
    watches.getStyleClass().add("story-watches");
    gutter.getStyleClass().add("story-gutter");
    getChildren().addAll(backs, content, gutter, watches, down, across);
    for (Pane layer : List.of(backs, content, gutter, watches)) {
      layer.setMouseTransparent(true);
    }
    down.valueProperty().addListener((property, before, now) -> scrolled());
    across.valueProperty().addListener((property, before, now) -> requestLayout());
    look.sizeProperty().addListener((property, before, now) -> resized());
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  void onSelect(IntConsumer listener) {
    onSelect = listener;
  }

  void onFold(IntConsumer listener) {
    onFold = listener;
  }

  /** How steps are told and which calls are folded. */
  void tell(StoryLines next, IntPredicate isFolded) {
    lines = next;
    folded = isFolded;
    selected = -1;
    anchor = -1;
    following = true;
    across.setValue(0);
    rows(StepList.NONE);
  }

  /** Which part of a step's line is marked. */
  void mark(IntFunction<int[]> next) {
    found = next;
    requestLayout();
  }

  /** What stands in the column at the right; null for no column. */
  void watch(IntFunction<String> next, double share) {
    watch = next;
    watchShare = share;
    requestLayout();
  }

  /** Shows other rows; goes to their end if it follows. */
  void rows(StepList next) {
    int before = rows.size();
    rows = next;
    if (!following && next.size() < before) {
      scrollTo(Math.min((int) down.getValue(), Math.max(0, next.size() - 1)));
    }
    requestLayout();
  }

  StepList rows() {
    return rows;
  }

  boolean follows() {
    return following;
  }

  void followEnd() {
    following = true;
    requestLayout();
  }

  int selected() {
    return selected;
  }

  /** The chosen steps, ascending. */
  int[] chosen() {
    if (selected < 0) {
      return new int[0];
    }
    int from = rows.place(Math.min(anchor, selected));
    int to = rows.place(Math.max(anchor, selected));
    if (from < 0) {
      return new int[] {selected};
    }
    return rows.range(from, to);
  }

  /** Chooses a step and brings its row, or the one before it, into view; tells nobody. */
  void show(int step) {
    selected = step;
    anchor = step;
    int row = rows.place(step);
    if (row >= 0) {
      selected = rows.step(row);
      anchor = selected;
      unseen = getHeight() < 1;
      if (!unseen) {
        bringIntoView(row);
      }
    }
    requestLayout();
  }

  private void choose(int row, boolean extend) {
    if (row < 0 || row >= rows.size()) {
      return;
    }
    selected = rows.step(row);
    if (!extend || anchor < 0) {
      anchor = selected;
    }
    bringIntoView(row);
    requestLayout();
    if (lines != null) {
      Line line = lines.of(selected, folded.test(selected));
      setAccessibleText("line " + line.line() + ": " + line.plain());
    }
    onSelect.accept(selected);
  }

  private void bringIntoView(int row) {
    int top = top();
    int room = visibleRows();
    if (row < top || row >= top + room) {
      following = false;
      scrollTo(Math.max(0, row - room / 3));
    } else if (row < rows.size() - 1) {
      following = false;
    }
  }

  private int top() {
    return (int) Math.rint(down.getValue());
  }

  private int visibleRows() {
    return Math.max(1, (int) ((getHeight() - 4) / sizes().height()));
  }

  private void scrollTo(double row) {
    scrolling = true;
    down.setValue(Math.max(0, Math.min(row, down.getMax())));
    scrolling = false;
    requestLayout();
  }

  private void scrolled() {
    if (!scrolling) {
      following = down.getValue() >= down.getMax() - 0.5;
      requestLayout();
    }
  }

  private void resized() {
    sizes = null;
    shown.forEach(StoryRow::hide);
    requestLayout();
  }

  private StoryRow.Sizes sizes() {
    int digits = lines == null ? 3 : 4;
    boolean several = lines != null && lines.log().threadCount() > 1;
    int names = several ? Math.min(LONGEST_THREAD, lines.longestName()) : 0;
    if (sizes == null || sizes.names() != names) {
      sizes = StoryRow.Sizes.of(look.size(), digits, names);
    }
    return sizes;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    clip.setWidth(width);
    clip.setHeight(height);
    double bar = Math.rint(look.size() * 0.75);
    int room = visibleRows();
    scrolling = true;
    down.setMin(0);
    down.setMax(Math.max(0, rows.size() - room));
    down.setVisibleAmount(rows.size() == 0 ? 1 : (double) room * down.getMax() / rows.size());
    down.setUnitIncrement(1);
    down.setBlockIncrement(room);
    if (unseen && height >= 1) {
      unseen = false;
      bringIntoView(rows.place(selected));
    }
    if (following || down.getValue() > down.getMax()) {
      down.setValue(down.getMax());
    }
    scrolling = false;
    down.setVisible(rows.size() > room);
    down.resizeRelocate(width - bar, 0, bar, height);
    double watchWidth = watch == null ? 0 : Math.rint((width - bar) * watchShare);
    for (Pane layer : List.of(backs, content)) {
      layer.resizeRelocate(0, 0, width, height);
    }
    gutter.resizeRelocate(0, 0, sizes().gutter() - sizes().charWidth() * 0.5, height);
    watches.setVisible(watchWidth > 0);
    watches.resizeRelocate(width - bar - watchWidth, 0, watchWidth + bar, height);
    double inSight = width - bar - watchWidth;
    layoutAcross(fill(room + 1, width, inSight), inSight, bar);
  }

  private void layoutAcross(double widest, double room, double bar) {
    boolean needed = widest > room + 1;
    across.setVisible(needed);
    across.setMax(Math.max(0, widest - room));
    across.setVisibleAmount(needed ? across.getMax() * room / widest : 1);
    across.setUnitIncrement(sizes().charWidth() * 4);
    across.setBlockIncrement(room / 2);
    if (!needed && across.getValue() != 0) {
      across.setValue(0);
    }
    across.resizeRelocate(0, getHeight() - bar, room, bar);
    content.setTranslateX(-Math.rint(across.getValue()));
  }

  private double fill(int count, double width, double inSight) {
    while (shown.size() < count) {
      StoryRow row = new StoryRow();
      shown.add(row);
      backs.getChildren().add(row.back);
      content.getChildren().addAll(row.mark, row.arrow, row.text, row.values);
      gutter.getChildren().addAll(row.number, row.thread);
      watches.getChildren().add(row.watch);
    }
    int top = top();
    int from = Math.min(anchor, selected);
    int to = Math.max(anchor, selected);
    for (int i = 0; i < shown.size(); i++) {
      StoryRow row = shown.get(i);
      int at = top + i;
      if (i >= count || at >= rows.size() || lines == null) {
        row.hide();
        continue;
      }
      int step = rows.step(at);
      Kind kind = lines.log().kind(step);
      boolean isFolded = kind == Kind.CALL && folded.test(step);
      row.show(step, lines.of(step, isFolded), kind != Kind.CALL ? "" : isFolded ? "▸" : "▾");
      row.thread(lines.log(), i == 0 ? StepLog.NONE : rows.step(at - 1), sizes().names());
      row.state(step >= from && step <= to && selected >= 0, found.apply(step));
      if (watch != null) {
        row.watch(watch.apply(step));
        row.watch.setLayoutX(sizes().charWidth());
      }
    }
    return place(width, inSight);
  }

  /** Puts the rows to their places; of deep ones the outer levels go out of sight to the left. */
  private double place(double width, double inSight) {
    double room = (inSight - sizes().gutter()) / sizes().charWidth() - LEAST_TEXT;
    int deepest = 0;
    for (StoryRow row : shown) {
      deepest = Math.max(deepest, row.step() < 0 ? 0 : row.indent());
    }
    int outer = Math.max(0, deepest - Math.max(1, (int) room / 2));
    double widest = 0;
    for (int i = 0; i < shown.size(); i++) {
      StoryRow row = shown.get(i);
      if (row.step() >= 0) {
        double y = i * sizes().height();
        widest = Math.max(widest, row.layout(sizes(), y, width, inSight, outer));
      }
    }
    return widest;
  }

  private void wheel(ScrollEvent event) {
    if (event.isShortcutDown()) {
      return;
    }
    if (event.getDeltaX() != 0 && Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
      double x = across.getValue() - event.getDeltaX();
      across.setValue(Math.max(0, Math.min(x, across.getMax())));
    } else if (event.getDeltaY() != 0) {
      double ticks = event.getDeltaY() / Math.max(1, Math.abs(event.getMultiplierY()));
      double target = down.getValue() - ticks * ROWS_A_TICK;
      down.setValue(Math.max(0, Math.min(Math.rint(target), down.getMax())));
    }
    event.consume();
  }

  /** A row with a value that is not shown says why. */
  private void moved(MouseEvent event) {
    int at = (int) (event.getY() / sizes().height());
    Line line = at >= 0 && at < shown.size() ? shown.get(at).line() : null;
    String words = line == null ? "" : line.plain();
    String why = Value.explained(words);
    tip.say(why.equals(words) ? "" : why);
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    int row = top() + (int) (event.getY() / sizes().height());
    if (event.getButton() != MouseButton.PRIMARY || row >= rows.size() || lines == null) {
      return;
    }
    StoryRow at = shown.get(Math.min(shown.size() - 1, row - top()));
    double x = event.getX() + across.getValue();
    boolean onArrow =
        at.step() >= 0
            && !at.arrow.getText().isEmpty()
            && x >= at.arrow.getLayoutX() - sizes().charWidth() * 0.5
            && x < at.text.getLayoutX();
    if (onArrow || (event.getClickCount() == 2 && !at.arrow.getText().isEmpty())) {
      onFold.accept(rows.step(row));
    } else {
      choose(row, event.isShiftDown());
    }
  }

  private void key(KeyEvent event) {
    int row = rows.place(selected);
    int page = visibleRows() - 1;
    boolean call = row >= 0 && lines.log().kind(rows.step(row)) == Kind.CALL;
    switch (event.getCode()) {
      case UP -> choose(Math.max(0, row - 1), event.isShiftDown());
      case DOWN -> choose(Math.min(rows.size() - 1, row + 1), event.isShiftDown());
      case PAGE_UP -> choose(Math.max(0, row - page), event.isShiftDown());
      case PAGE_DOWN -> choose(Math.min(rows.size() - 1, row + page), event.isShiftDown());
      case HOME -> choose(0, event.isShiftDown());
      case END -> {
        choose(rows.size() - 1, event.isShiftDown());
        followEnd();
      }
      case LEFT -> {
        if (call && !folded.test(selected)) {
          onFold.accept(selected);
        } else if (row >= 0) {
          int outer = call ? lines.log().caller(selected) : lines.log().call(selected);
          choose(rows.place(outer), false);
        }
      }
      case RIGHT -> {
        if (call && folded.test(selected)) {
          onFold.accept(selected);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
