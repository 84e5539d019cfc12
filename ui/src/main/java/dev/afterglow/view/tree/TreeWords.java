// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.tree;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.story.TreePicture;
import dev.afterglow.session.story.TreePicture.Node;

/** What is said below the tree. */
final class TreeWords {
  private TreeWords() {}

  /**
   * One sentence: of an overflow, of the memory, of the chosen call, or of what came most often.
   */
  static String of(TreePicture picture, int selected, boolean remembered) {
    if (!picture.sentence().isEmpty()) {
      return picture.sentence();
    }
    if (remembered && !picture.more() && picture.left() == picture.calls()) {
      return picture.calls() == 1
          ? "A memory of answers would save no call here."
          : "A memory of answers would save none of the "
              + Numbers.of(picture.calls(), "call")
              + ".";
    }
    if (remembered) {
      String left =
          (picture.more() ? "If answers were remembered, at most " : "If answers were remembered, ")
              + Numbers.exact(picture.left())
              + " of "
              + Numbers.of(picture.calls(), "call")
              + " would be left";
      return picture.alike()
          ? left + ", if equal arguments meant equal calls; here some are only alike."
          : left + ".";
    }
    Node node = picture.node(selected);
    if (node != null) {
      return node.words().replace("\n", ": ");
    }
    return picture.repeated();
  }

  /** Calls, depth and where the program is. */
  static String numbers(TreePicture picture) {
    String calls = Numbers.of(picture.calls(), "call");
    return picture.depth() > 0
        ? calls
            + " so far · depth "
            + Numbers.exact(picture.depth())
            + " of "
            + Numbers.exact(picture.maxDepth())
            + " so far"
        : calls
            + " · "
            + Numbers.exact(picture.maxDepth())
            + " deep"
            + (picture.sentence().isEmpty() ? "" : " · then the stack was full");
  }
}
