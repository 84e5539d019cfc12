// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.story.TreeChoice.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the nodes of a tree to their places: parents over the middle of their children, subtrees as
 * close as their outlines allow (Reingold and Tilford).
 */
final class TreeLayout {
  private static final double GAP = 1.6;

  /**
   * The outline of a subtree, by level below its top: left and right ends from the top's middle.
   */
  private static final class Outline {
    final List<Double> left = new ArrayList<>();
    final List<Double> right = new ArrayList<>();
  }

  private int levels;

  /**
   * Places a tree.
   *
   * @return its width
   */
  double place(Box top) {
    Outline outline = shape(top);
    double least = 0;
    double most = 0;
    for (int i = 0; i < outline.left.size(); i++) {
      least = Math.min(least, outline.left.get(i));
      most = Math.max(most, outline.right.get(i));
    }
    levels = outline.left.size();
    move(top, -least);
    return most - least;
  }

  int levels() {
    return levels;
  }

  /** Leaves in each child its middle, counted from its parent's. */
  private Outline shape(Box box) {
    List<Outline> outlines = new ArrayList<>();
    for (Box child : box.children) {
      outlines.add(shape(child));
    }
    Outline all = new Outline();
    for (int i = 0; i < outlines.size(); i++) {
      Outline next = outlines.get(i);
      double shift = 0;
      int common = Math.min(all.left.size(), next.left.size());
      for (int level = 0; level < common; level++) {
        shift = Math.max(shift, all.right.get(level) + GAP - next.left.get(level));
      }
      box.children.get(i).x = shift;
      for (int level = 0; level < next.left.size(); level++) {
        double left = next.left.get(level) + shift;
        double right = next.right.get(level) + shift;
        if (level < all.left.size()) {
          all.left.set(level, Math.min(all.left.get(level), left));
          all.right.set(level, Math.max(all.right.get(level), right));
        } else {
          all.left.add(left);
          all.right.add(right);
        }
      }
    }
    double middle =
        box.children.isEmpty()
            ? 0
            : (box.children.get(0).x + box.children.get(box.children.size() - 1).x) / 2;
    for (Box child : box.children) {
      child.x -= middle;
    }
    for (int level = 0; level < all.left.size(); level++) {
      all.left.set(level, all.left.get(level) - middle);
      all.right.set(level, all.right.get(level) - middle);
    }
    all.left.add(0, -box.space / 2);
    all.right.add(0, box.space / 2);
    return all;
  }

  private static void move(Box top, double by) {
    List<Box> open = new ArrayList<>(List.of(top));
    top.x = by;
    while (!open.isEmpty()) {
      Box box = open.remove(open.size() - 1);
      for (Box child : box.children) {
        child.x += box.x;
        open.add(child);
      }
    }
  }
}
