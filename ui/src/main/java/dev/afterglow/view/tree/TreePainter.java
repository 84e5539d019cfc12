// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.tree;

import dev.afterglow.session.story.TreePicture;
import dev.afterglow.session.story.TreePicture.Node;
import dev.afterglow.session.story.TreePicture.State;
import dev.afterglow.view.look.Look;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
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

  private final TreeColours colours;
  private final double size;
  private final double charWidth;
  private final double level;
  private final double height;

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
    Text probe = new Text("MMMMMMMMMM");
    probe.setFont(Font.font(Look.MONO, size));
    charWidth = probe.getLayoutBounds().getWidth() / 10;
    level = size * 4.4;
    height = size * 1.8;
  }

  double width(TreePicture picture) {
    return picture.width() * charWidth;
  }

  double height(TreePicture picture) {
    return picture.levels() == 0 ? 0 : (picture.levels() - 1) * level + height * 1.5;
  }

  double x(Node node) {
    return node.x() * charWidth;
  }

  double y(Node node) {
    return node.y() * level + height * 0.75;
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
        node(g, node, view, texts, same);
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
    if (!isSeen(from, view) && !isSeen(to, view)) {
      return;
    }
    boolean path = to.state() == State.RUNNING || to.state() == State.WAITING;
    g.setGlobalAlpha(view.remembered() && to.saved() ? FADED : 1);
    g.setStroke(path ? colours.path() : colours.edge());
    g.setLineWidth(path ? 2.2 : 1.2);
    g.setLineDashes(to.isCall() ? SOLID : FINE_DASHES);
    double y1 = y(from) + height / 2;
    double y2 = y(to) - height / 2;
    g.strokeLine(x(from), y1, x(to), y2);
    g.setLineDashes(SOLID);
    if (texts && !to.result().isEmpty()) {
      font(g, false, 0.88);
      g.setFill(colours.result());
      boolean rightwards = x(to) > x(from) + charWidth;
      boolean leftwards = x(to) < x(from) - charWidth;
      g.setTextAlign(leftwards ? TextAlignment.RIGHT : TextAlignment.LEFT);
      double middle = x(from) + (x(to) - x(from)) * 0.62;
      double aside = leftwards ? -charWidth * 0.6 : charWidth * (rightwards ? 0.6 : 0.5);
      g.fillText(to.result(), middle + aside, y1 + (y2 - y1) * 0.5);
    }
    g.setGlobalAlpha(1);
  }

  private void node(GraphicsContext g, Node node, View view, boolean texts, int same) {
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
      g.setTextAlign(TextAlignment.CENTER);
      font(g, node.state() == State.RUNNING, node.isCall() ? 1 : 0.9);
      g.setFill(node.isCall() ? colours.text() : colours.muted());
      g.fillText(node.label(), x + w / 2, y + height / 2);
      if (node.same() >= 0 && node.isCall()) {
        badge(g, node, x + w, y);
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

  /** The mark that equal calls share, and how many there are of them. */
  private void badge(GraphicsContext g, Node node, double right, double top) {
    String text =
        MARKS.charAt(Math.floorMod(node.same(), MARKS.length())) + " " + node.times() + "×";
    font(g, false, 0.72);
    double w = text.length() * charWidth * 0.72 + 5;
    double h = size * 0.95;
    double x = right - w * 0.55;
    double y = top - h * 0.72;
    g.setFill(colours.ground());
    g.fillRoundRect(x, y, w, h, h, h);
    g.setStroke(colours.selected());
    g.setLineWidth(0.8);
    g.strokeRoundRect(x, y, w, h, h, h);
    g.setFill(colours.selected());
    g.fillText(text, x + w / 2, y + h / 2);
  }

  private void font(GraphicsContext g, boolean bold, double times) {
    g.setFont(Font.font(Look.MONO, bold ? FontWeight.BOLD : FontWeight.NORMAL, size * times));
    g.setTextBaseline(VPos.CENTER);
  }
}
