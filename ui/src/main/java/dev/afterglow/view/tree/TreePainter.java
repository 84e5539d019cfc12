// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.tree;

import dev.afterglow.session.story.TreePicture;
import dev.afterglow.session.story.TreePicture.Node;
import dev.afterglow.session.story.TreePicture.State;
import dev.afterglow.view.look.Look;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * Draws nodes and edges. Shapes tell states: a pill returned, a box waits, a box with a double
 * outline runs, a box with cut corners was left by an exception.
 */
final class TreePainter {
  /** Marks of equal calls: of one colour, told apart by shape. */
  private static final String MARKS = "●▲■◆★✚▼◐";

  private static final double[] SOLID = {};
  private static final double[] DASHES = {4, 3};
  private static final double[] FINE_DASHES = {3, 3};
  private static final double FADED = 0.28;
  private static final double SMALLEST_TEXT = 4;

  /** From one level to the next, in text sizes: so much if there is room, so little if not. */
  private static final double WIDE = 4.4;

  private static final double NARROW = 2.9;
  private static final double TOP = 0.8;
  private static final double MOST_ACROSS = 1.7;

  private final TreeColours colours;
  private final double size;
  private final double charWidth;
  private final double height;
  private final Font normal;
  private final Font bold;
  private final Font small;
  private double level;
  private double across = 1;

  /** What part of the tree is seen, and how. */
  record View(
      double scale,
      double left,
      double top,
      double width,
      double height,
      int selected,
      boolean remembered) {}

  TreePainter(Look look) {
    colours = TreeColours.of(look.theme());
    size = look.size() * 0.95;
    normal = Font.font(Look.MONO, size);
    bold = Font.font(Look.MONO, FontWeight.BOLD, size);
    small = Font.font(Look.MONO, size * 0.78);
    Text probe = new Text("MMMMMMMMMM");
    probe.setFont(normal);
    charWidth = probe.getLayoutBounds().getWidth() / 10;
    level = size * WIDE;
    height = size * 1.65;
  }

  /** The text's size in pixels where nothing is enlarged. */
  double textSize() {
    return size;
  }

  /** Puts nodes as far apart as the room allows, levels so many times farther if it may be. */
  void stretch(TreePicture picture, double width, double room, double farther) {
    int levels = picture.levels();
    double each = levels < 2 ? room : (room - height * 2 * TOP) / (levels - 1);
    level = Math.max(size * NARROW, Math.min(size * WIDE * farther, each));
    across = Math.max(1, Math.min(MOST_ACROSS, width / Math.max(1, picture.width() * charWidth)));
  }

  double width(TreePicture picture) {
    return picture.width() * charWidth * across;
  }

  double height(TreePicture picture) {
    return picture.levels() == 0 ? 0 : (picture.levels() - 1) * level + height * 2 * TOP;
  }

  double x(Node node) {
    return node.x() * charWidth * across;
  }

  double y(Node node) {
    return node.y() * level + height * TOP;
  }

  double nodeWidth(Node node) {
    return node.width() * charWidth;
  }

  double nodeHeight() {
    return height;
  }

  void paint(GraphicsContext g, TreePicture picture, View view) {
    g.setFill(colours.ground());
    g.fillRect(0, 0, view.width(), view.height());
    g.save();
    g.translate(view.left(), view.top());
    g.scale(view.scale(), view.scale());
    boolean texts = size * view.scale() >= SMALLEST_TEXT;
    int same = sameAs(picture, view.selected());
    for (Node node : picture.nodes()) {
      if (node.parent() >= 0) {
        edge(g, picture.nodes().get(node.parent()), node, view, texts);
      }
    }
    for (Node node : picture.nodes()) {
      if (isSeen(node, view)) {
        node(g, picture, node, view, texts, same);
      }
    }
    g.restore();
  }

  private static int sameAs(TreePicture picture, int call) {
    Node node = picture.node(call);
    return node == null ? -1 : node.same();
  }

  private boolean isSeen(Node node, View view) {
    double x = view.left() + x(node) * view.scale();
    double y = view.top() + y(node) * view.scale();
    double half = (nodeWidth(node) / 2 + charWidth * 4) * view.scale();
    double tall = height * 1.5 * view.scale();
    return x + half > 0 && x - half < view.width() && y + tall > 0 && y - tall < view.height();
  }

  private void edge(GraphicsContext g, Node from, Node to, View view, boolean texts) {
    double y1 = y(from) + height / 2;
    double y2 = y(to) - height / 2;
    double left = view.left() + Math.min(x(from), x(to)) * view.scale();
    double right = view.left() + Math.max(x(from), x(to)) * view.scale();
    if (right < 0
        || left > view.width()
        || view.top() + y2 * view.scale() < 0
        || view.top() + y1 * view.scale() > view.height()) {
      return;
    }
    boolean path = to.state() == State.RUNNING || to.state() == State.WAITING;
    g.setGlobalAlpha(view.remembered() && to.saved() ? FADED : 1);
    g.setStroke(path ? colours.path() : colours.edge());
    g.setLineWidth(path ? 3 : 1.2);
    g.setLineDashes(to.isCall() ? SOLID : FINE_DASHES);
    g.strokeLine(x(from), y1, x(to), y2);
    g.setLineDashes(SOLID);
    if (texts && !to.result().isEmpty()) {
      double x = x(from) + (x(to) - x(from)) * TreePicture.RESULT_AT;
      double y = y1 + (y2 - y1) * 0.52;
      double w = to.result().length() * charWidth + 4;
      g.setFill(colours.ground());
      g.fillRect(x - w / 2, y - size * 0.58, w, size * 1.16);
      text(g, normal, colours.result(), to.result(), x, y);
    }
    g.setGlobalAlpha(1);
  }

  private static void text(
      GraphicsContext g, Font font, Color colour, String text, double x, double y) {
    g.setFont(font);
    g.setFill(colour);
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.CENTER);
    g.fillText(text, x, y);
  }

  private void node(
      GraphicsContext g, TreePicture picture, Node node, View view, boolean texts, int same) {
    double w = nodeWidth(node);
    double x = x(node) - w / 2;
    double y = y(node) - height / 2;
    boolean faded = view.remembered() && node.saved();
    g.setGlobalAlpha(faded ? FADED : 1);
    shape(g, node, x, y, w, faded);
    boolean equal = same >= 0 && node.same() == same;
    if (node.isCall() && (node.call() == view.selected() || equal)) {
      g.setStroke(colours.selected());
      g.setLineWidth(node.call() == view.selected() ? 2.4 : 1.4);
      double corner = corner(node.state()) + 4;
      g.strokeRoundRect(x - 3.5, y - 3.5, w + 7, height + 7, corner, corner);
    }
    if (texts) {
      Font font = node.state() == State.RUNNING ? bold : normal;
      Color colour = node.isCall() ? colours.text() : colours.muted();
      text(g, font, colour, node.label(), x + w / 2, y + height / 2);
      if (node.same() >= 0 && node.isCall()) {
        boolean leftwards = node.parent() >= 0 && x(picture.nodes().get(node.parent())) > x(node);
        badge(g, node, leftwards ? x : x + w, y, leftwards);
      }
    }
    g.setGlobalAlpha(1);
  }

  private double corner(State state) {
    return switch (state) {
      case RETURNED, FOLDED -> height;
      default -> height * 0.3;
    };
  }

  private void shape(GraphicsContext g, Node node, double x, double y, double w, boolean faded) {
    State state = node.state();
    if (state == State.THROWN) {
      cutCorners(g, x, y, w);
      return;
    }
    double corner = corner(state);
    switch (state) {
      case RUNNING -> g.setFill(colours.running());
      case WAITING -> g.setFill(colours.waiting());
      case FOLDED -> g.setFill(colours.ground());
      default -> g.setFill(colours.returned());
    }
    g.fillRoundRect(x, y, w, height, corner, corner);
    boolean path = state == State.RUNNING || state == State.WAITING;
    g.setStroke(path ? colours.path() : colours.returnedLine());
    g.setLineWidth(state == State.RUNNING ? 2.4 : path ? 1.8 : 1.1);
    g.setLineDashes(state == State.FOLDED || faded ? DASHES : SOLID);
    g.strokeRoundRect(x, y, w, height, corner, corner);
    g.setLineDashes(SOLID);
    if (state == State.RUNNING) {
      g.setLineWidth(1);
      g.strokeRoundRect(x - 3, y - 3, w + 6, height + 6, corner + 3, corner + 3);
    }
  }

  private void cutCorners(GraphicsContext g, double x, double y, double w) {
    double cut = height * 0.3;
    double[] xs = {x + cut, x + w - cut, x + w, x + w, x + w - cut, x + cut, x, x};
    double[] ys = {
      y, y, y + cut, y + height - cut, y + height, y + height, y + height - cut, y + cut
    };
    g.setFill(colours.thrown());
    g.fillPolygon(xs, ys, xs.length);
    g.setStroke(colours.thrownLine());
    g.setLineWidth(1.8);
    g.strokePolygon(xs, ys, xs.length);
  }

  /** The mark that equal calls share, and how many there are of them: where no edge arrives. */
  private void badge(GraphicsContext g, Node node, double corner, double top, boolean left) {
    String mark = MARKS.substring(node.same() % MARKS.length()).substring(0, 1);
    String text = node.label().endsWith(")") ? mark + node.times() : mark;
    double w = text.length() * charWidth * 0.78 + 4;
    double h = size * 0.86;
    double x = left ? corner - charWidth * 0.6 : corner - w + charWidth * 0.6;
    double y = top - h * 0.62;
    g.setFill(colours.ground());
    g.fillRoundRect(x, y, w, h, h, h);
    g.setStroke(colours.selected());
    g.setLineWidth(0.8);
    g.strokeRoundRect(x, y, w, h, h, h);
    text(g, small, colours.selected(), text, x + w / 2, y + h / 2);
  }

  /** Draws a call of a state without words, for the legend. */
  void sample(GraphicsContext g, State state, double width, double height) {
    g.clearRect(0, 0, width, height);
    g.save();
    double times = 0.6;
    g.translate((width - this.height * 1.5 * times) / 2, (height - this.height * times) / 2);
    g.scale(times, times);
    Node node = new Node(0, -1, state, "", "", "", -1, 1, false, false, 0, 0, 0);
    shape(g, node, 0, 0, this.height * 1.5, false);
    g.restore();
  }
}
