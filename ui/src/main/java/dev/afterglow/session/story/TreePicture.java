// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import java.util.List;

/**
 * What is drawn of a tree of calls at one moment: immutable. Lengths across are in characters, down
 * in levels.
 *
 * @param nodes the nodes, each behind its parent
 * @param width how wide it is
 * @param levels how many levels are drawn
 * @param calls how many calls the tree has
 * @param depth how deep the program is in it now, 0 if it has ended
 * @param maxDepth how deep it was at most
 * @param left how many calls would be left if answers were remembered
 * @param root the place of its outermost call among all, from 0
 * @param roots how many outermost calls there were
 * @param repeated the call that came most often, in words, or empty
 * @param alike whether some calls with equal arguments are not known to be equal
 * @param more whether there were more different calls than are told apart
 * @param sentence what else is to be said, such as of a stack overflow, or empty
 */
public record TreePicture(
    List<Node> nodes,
    double width,
    int levels,
    int calls,
    int depth,
    int maxDepth,
    int left,
    int root,
    int roots,
    String repeated,
    boolean alike,
    boolean more,
    String sentence) {

  /** Where on an edge the answer stands: so far from the caller, of the whole way. */
  public static final double RESULT_AT = 0.6;

  /** Nothing. */
  public static final TreePicture EMPTY =
      new TreePicture(List.of(), 0, 0, 0, 0, 0, 0, -1, 0, "", false, false, "");

  /** What became of a call. */
  public enum State {
    /** The innermost call that runs. */
    RUNNING,
    /** Waits for a call it made. */
    WAITING,
    /** Returned. */
    RETURNED,
    /** Was left by an exception. */
    THROWN,
    /** Not a call: stands for calls that are not drawn. */
    FOLDED
  }

  /**
   * A node.
   *
   * @param call its CALL step; of a folded one the call to open
   * @param parent the place of the node above, or -1
   * @param state what became of it
   * @param label what stands in it
   * @param words the call and its outcome, in full
   * @param result what it returned, for the edge; empty if nothing or not yet
   * @param same calls with equal arguments have the same number; -1 if there is no other
   * @param times how many there are of these
   * @param saved whether a memory of earlier answers would save it
   * @param open whether its children are drawn
   * @param x its middle
   * @param y its level
   * @param width its width
   */
  public record Node(
      int call,
      int parent,
      State state,
      String label,
      String words,
      String result,
      int same,
      int times,
      boolean saved,
      boolean open,
      double x,
      int y,
      double width) {
    /** Whether it is a call and not folded ones. */
    public boolean isCall() {
      return state != State.FOLDED;
    }
  }

  /** The node of a call, or null. */
  public Node node(int call) {
    for (Node node : nodes) {
      if (node.call() == call && node.isCall()) {
        return node;
      }
    }
    return null;
  }

  /** Whether there is no tree. */
  public boolean isEmpty() {
    return nodes.isEmpty();
  }
}
