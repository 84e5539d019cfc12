// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.tree;

import dev.afterglow.session.story.TreePicture;
import dev.afterglow.session.story.TreePicture.Node;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.PlaceTip;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * Draws a tree of calls, to be moved with the mouse and enlarged with the wheel. It shows all of it
 * where that is readable, else where the program is, and when that has ended all of it, until the
 * user takes over.
 */
final class TreeCanvas extends Region {
  /** The smallest text, in pixels, that the tree is drawn with by itself. */
  private static final double READABLE = 10;

  /** The lowest nodes, in pixels, of a tree that is shown as a whole by itself. */
  private static final double SEEN = 2;

  /**
   * How much farther apart than usual the levels of a small picture are, so that it has a shape.
   */
  private static final double FARTHEST = 4;

  private static final double LARGEST = 3;
  private static final double SMALLEST = 0.08;
  private static final double MARGIN = 8;
  private static final double DRAG = 4;

  private final Look look;
  private final Canvas canvas = new Canvas();
  private final PlaceTip tip = new PlaceTip(this);
  private TreePicture picture = TreePicture.EMPTY;
  private TreePainter painter;
  private boolean remembered;
  private boolean byHand;
  private boolean whole;
  private boolean ended;
  private double scale = 1;
  private double left;
  private double top;
  private int selected = -1;
  private double pressX;
  private double pressY;
  private boolean dragged;
  private Consumer<Node> onChoose = node -> {};
  private Consumer<Node> onFold = node -> {};

  TreeCanvas(Look look) {
    this.look = look;
    painter = new TreePainter(look);
    setId("tree");
    getStyleClass().add("tree-canvas");
    getChildren().add(canvas);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    look.sizeProperty().addListener((property, before, now) -> restyle());
    look.themeProperty().addListener((property, before, now) -> restyle());
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void restyle() {
    painter = new TreePainter(look);
    draw();
  }

  /** Called with a call that the user chose. */
  void onChoose(Consumer<Node> listener) {
    onChoose = listener;
  }

  /** Called with what the user wants folded, or unfolded. */
  void onFold(Consumer<Node> listener) {
    onFold = listener;
  }

  /** Draws a picture. */
  void paint(TreePicture next, boolean fadeSaved) {
    picture = next;
    remembered = fadeSaved;
    draw();
  }

  TreePicture picture() {
    return picture;
  }

  /** Marks a call as chosen. */
  void select(int call) {
    selected = call;
    draw();
  }

  int selected() {
    return selected;
  }

  /** Shows all of the tree from now on. */
  void fit() {
    byHand = false;
    whole = true;
    draw();
  }

  /** Says whether the program has ended, so that there is nothing to be followed. */
  void ended(boolean over) {
    if (ended != over) {
      ended = over;
      draw();
    }
  }

  /** Follows the program again. */
  void follow() {
    byHand = false;
    whole = false;
    draw();
  }

  void zoom(double factor) {
    zoom(factor, getWidth() / 2, getHeight() / 2);
  }

  private void zoom(double factor, double x, double y) {
    double next = Math.max(SMALLEST, Math.min(LARGEST, scale * factor));
    left = x - (x - left) * next / scale;
    top = y - (y - top) * next / scale;
    scale = next;
    byHand = true;
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    drawNow();
  }

  /** Draws with the next frame, however much happens until then. */
  private void draw() {
    requestLayout();
  }

  private void drawNow() {
    if (getWidth() < 2 || getHeight() < 2) {
      return;
    }
    if (!byHand) {
      place();
    }
    painter.paint(
        canvas.getGraphicsContext2D(),
        picture,
        new TreePainter.View(scale, left, top, getWidth(), getHeight(), selected, remembered));
  }

  private void place() {
    double across = getWidth() - 2 * MARGIN;
    double down = getHeight() - 2 * MARGIN;
    painter.stretch(picture, across, down, 1);
    double width = painter.width(picture);
    double fits =
        Math.min(across / Math.max(1, width), down / Math.max(1, painter.height(picture)));
    double readable = Math.min(1, READABLE / painter.textSize());
    boolean all = whole || (ended && fits * painter.nodeHeight() >= SEEN);
    scale = Math.max(all ? SMALLEST : readable, Math.min(1.1, fits));
    if (scale < readable) {
      painter.stretch(picture, across, down / scale, Math.min(FARTHEST, readable / scale));
    }
    double height = painter.height(picture);
    left = (getWidth() - width * scale) / 2;
    top = MARGIN;
    if (fits < scale) {
      Node focus = focus();
      double x = focus == null ? width / 2 : painter.x(focus);
      double y = focus == null ? 0 : painter.y(focus);
      left =
          width * scale <= getWidth() ? left : keep(getWidth() / 2 - x * scale, width, getWidth());
      top =
          height * scale <= getHeight()
              ? top
              : keep(getHeight() * 0.66 - y * scale, height, getHeight());
    }
  }

  private double keep(double start, double length, double room) {
    return Math.min(MARGIN, Math.max(start, room - MARGIN - length * scale));
  }

  /** The call that runs, or that came last on the way to an exception. */
  private Node focus() {
    Node focus = null;
    for (Node node : picture.nodes()) {
      if (node.state() == TreePicture.State.RUNNING) {
        return node;
      }
      if (focus == null) {
        focus = node;
      }
    }
    return focus;
  }

  private Node at(double x, double y) {
    for (Node node : picture.nodes()) {
      double dx = Math.abs((x - left) / scale - painter.x(node));
      double dy = Math.abs((y - top) / scale - painter.y(node));
      if (dx <= painter.nodeWidth(node) / 2 && dy <= painter.nodeHeight() / 2 + 2) {
        return node;
      }
    }
    return null;
  }

  /** How large the text is on the canvas, for tests. */
  double textSize() {
    return painter.textSize() * scale;
  }

  /** Where a node is on the canvas, for tests: its middle. */
  double[] middle(Node node) {
    return new double[] {left + painter.x(node) * scale, top + painter.y(node) * scale};
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0 && !event.isShortcutDown()) {
      zoom(event.getDeltaY() > 0 ? 1.12 : 1 / 1.12, event.getX(), event.getY());
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    pressX = event.getX();
    pressY = event.getY();
    dragged = false;
  }

  private void dragged(MouseEvent event) {
    double dx = event.getX() - pressX;
    double dy = event.getY() - pressY;
    if (dragged || Math.hypot(dx, dy) > DRAG) {
      dragged = true;
      byHand = true;
      left += dx;
      top += dy;
      pressX = event.getX();
      pressY = event.getY();
      draw();
    }
  }

  private void released(MouseEvent event) {
    Node node = dragged ? null : at(event.getX(), event.getY());
    if (node == null) {
      return;
    }
    if (!node.isCall() || event.getClickCount() == 2) {
      onFold.accept(node);
    } else {
      choose(node);
    }
  }

  private void choose(Node node) {
    select(node.call());
    setAccessibleText(node.words());
    onChoose.accept(node);
  }

  private void moved(MouseEvent event) {
    Node node = at(event.getX(), event.getY());
    tip.say(node == null ? "" : node.words());
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case UP, DOWN, LEFT, RIGHT -> step(event);
      case PLUS, ADD, EQUALS -> zoom(1.2);
      case MINUS, SUBTRACT -> zoom(1 / 1.2);
      case ENTER -> {
        Node node = picture.node(selected);
        if (node != null) {
          onFold.accept(node);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(KeyEvent event) {
    Node from = picture.node(selected);
    if (from == null) {
      if (!picture.isEmpty()) {
        choose(picture.nodes().get(0));
      }
      return;
    }
    int place = picture.nodes().indexOf(from);
    Node to = null;
    for (int i = 0; i < picture.nodes().size(); i++) {
      Node node = picture.nodes().get(i);
      boolean sibling = node.parent() == from.parent() && node.isCall();
      switch (event.getCode()) {
        case UP -> to = i == from.parent() ? node : to;
        case DOWN -> to = to == null && node.parent() == place && node.isCall() ? node : to;
        case LEFT -> to = sibling && i < place ? node : to;
        default -> to = to == null && sibling && i > place ? node : to;
      }
    }
    if (to != null) {
      choose(to);
    }
  }
}
