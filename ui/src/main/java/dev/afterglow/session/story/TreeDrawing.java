// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.TreePicture.Node;
import dev.afterglow.session.story.TreePicture.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses what is drawn of a tree of calls: all of a small one; of a large one the upper levels,
 * what the user opened and the way to where the program is. The work depends on what is drawn, not
 * on how many calls there are. Lives on one thread.
 */
public final class TreeDrawing {
  /** A tree of so many calls is drawn whole. */
  static final int WHOLE = 100;

  private static final int MOST_DRAWN = 1_500;
  private static final int LEVELS = 9;
  private static final int CHILDREN = 12;
  private static final int TAIL = 5;
  private static final int LARGE = 9;
  private static final int MAX_LABEL = 22;
  private static final int MAX_RESULT = 12;

  /** A node while the tree is laid out. */
  static final class Box {
    final Box parent;
    final int call;
    final int folded;
    final List<Box> children = new ArrayList<>();
    int level;
    double x;
    double width;
    int place = -1;
    String label;

    Box(Box parent, int call, int folded) {
      this.parent = parent;
      this.call = call;
      this.folded = folded;
      level = parent == null ? 0 : parent.level + 1;
      if (parent != null) {
        parent.children.add(this);
      }
    }
  }

  private final CallTree tree;
  private final StepLog log;
  private final Set<Integer> opened = new HashSet<>();
  private final Set<Integer> closed = new HashSet<>();
  private int drawn;

  public TreeDrawing(CallTree tree) {
    this.tree = tree;
    log = tree.log();
  }

  /** Opens what is folded below a call. */
  public void open(int call) {
    closed.remove(call);
    opened.add(call);
  }

  /** Folds what is below a call. */
  public void close(int call) {
    opened.remove(call);
    closed.add(call);
  }

  /** Forgets what was opened and closed. */
  public void forget() {
    opened.clear();
    closed.clear();
  }

  /** Opens the way to a call. */
  public void reveal(int call) {
    int steps = 0;
    for (int at = log.caller(call); at != StepLog.NONE && at >= tree.root(); at = log.caller(at)) {
      open(at);
      if (++steps > MOST_DRAWN / 4) {
        return;
      }
    }
  }

  /** Draws the tree as it is now. */
  public TreePicture draw() {
    if (tree.root() == StepLog.NONE) {
      return TreePicture.EMPTY;
    }
    List<Box> boxes = choose();
    for (Box box : boxes) {
      box.label = label(box, boxes.size());
      box.width = box.label.length() + (box.folded > 0 ? 1.5 : 2.2);
    }
    TreeLayout layout = new TreeLayout();
    double width = layout.place(boxes.get(0));
    return picture(boxes, width, layout.levels());
  }

  private List<Box> choose() {
    Box top = new Box(null, tree.root(), 0);
    drawn = 1;
    Deque<Box> queue = new ArrayDeque<>(List.of(top));
    int focus = focus();
    while (!queue.isEmpty()) {
      Box box = queue.remove();
      int below = tree.below(box.call);
      if (below == 0) {
        continue;
      }
      if (expands(box)) {
        expand(box, queue);
      } else if (focus > box.call && isBelow(focus, box.call)) {
        tail(box, focus, below, queue);
      } else {
        new Box(box, box.call, below);
        drawn++;
      }
    }
    List<Box> boxes = new ArrayList<>();
    collect(top, boxes);
    return boxes;
  }

  private static void collect(Box top, List<Box> into) {
    Deque<Box> stack = new ArrayDeque<>(List.of(top));
    while (!stack.isEmpty()) {
      Box box = stack.pop();
      into.add(box);
      for (int i = box.children.size() - 1; i >= 0; i--) {
        stack.push(box.children.get(i));
      }
    }
  }

  /** The call that the way is shown to: where the program is, or where it came to its end. */
  private int focus() {
    if (tree.current() != StepLog.NONE) {
      return tree.current();
    }
    int end = log.end(tree.root());
    boolean thrown = end != StepLog.NONE && log.kind(end) == Kind.THROW;
    return thrown ? tree.deepest() : StepLog.NONE;
  }

  private boolean isBelow(int call, int above) {
    int end = log.end(above);
    return call > above && (end == StepLog.NONE || call < end);
  }

  private boolean expands(Box box) {
    if (closed.contains(box.call) || drawn > MOST_DRAWN) {
      return false;
    }
    boolean whole = tree.size() <= WHOLE;
    return whole || opened.contains(box.call) || (box.level < LEVELS && drawn < WHOLE * 2 / 3);
  }

  private void expand(Box box, Deque<Box> queue) {
    int most = opened.contains(box.call) ? CHILDREN * 8 : CHILDREN;
    List<Integer> children = tree.children(box.call, most + 1);
    boolean more = children.size() > most;
    int shown = more ? most : children.size();
    for (int child : children.subList(0, shown)) {
      queue.add(new Box(box, child, 0));
    }
    drawn += shown;
    if (more) {
      int first = tree.before(children.get(most));
      int rest = tree.before(box.call) + 1 + tree.below(box.call) - first;
      new Box(box, box.call, rest);
      drawn++;
    }
  }

  /** Below a call that stays folded: how much is folded, and the last calls of the way. */
  private void tail(Box box, int focus, int below, Deque<Box> queue) {
    List<Integer> last = new ArrayList<>();
    int at = focus;
    while (at != box.call && last.size() < TAIL) {
      last.add(0, at);
      at = log.caller(at);
    }
    int inTail = last.isEmpty() ? 0 : 1 + tree.below(last.get(0));
    int folded = below - inTail;
    Box above = folded > 0 ? new Box(box, box.call, folded) : box;
    for (int i = 0; i < last.size(); i++) {
      above = new Box(above, last.get(i), 0);
      drawn++;
      int beside =
          i + 1 == last.size() ? 0 : tree.below(last.get(i)) - 1 - tree.below(last.get(i + 1));
      if (beside > 0) {
        new Box(above, last.get(i), beside);
        drawn++;
      }
    }
    // What is below the last one is drawn as usual.
    queue.add(above);
  }

  private String label(Box box, int boxes) {
    if (box.folded > 0) {
      return Numbers.of(box.folded, "call") + " folded";
    }
    StringBuilder arguments = new StringBuilder();
    for (Value value : tree.differing(box.call)) {
      arguments.append(arguments.length() == 0 ? "" : ", ").append(value.text());
    }
    boolean small = boxes > LARGE && box.level > 1 && !tree.severalMethods();
    String name = small ? "" : Calls.name(log.method(box.call));
    String text = arguments.toString();
    int room = Math.max(6, MAX_LABEL - name.length());
    return name + '(' + (text.length() > room ? text.substring(0, room - 1) + "…" : text) + ')';
  }

  private TreePicture picture(List<Box> boxes, double width, int levels) {
    List<Node> nodes = new ArrayList<>(boxes.size());
    for (Box box : boxes) {
      int parent = box.parent == null ? -1 : box.parent.place;
      box.place = nodes.size();
      nodes.add(box.folded > 0 ? foldedNode(box, parent) : node(box, parent));
    }
    Repeats.Same most = tree.repeats().most();
    String repeated = "";
    boolean alike = most != null && !most.equal() && most.ended;
    if (most != null) {
      String answer =
          most.equal()
              ? ", same answer each time"
              : most.differs && most.result != null ? ", not always the same answer" : ", alike";
      repeated = most.call + ": " + Numbers.of(most.count, "time") + answer;
    }
    return new TreePicture(
        List.copyOf(nodes),
        width,
        levels,
        tree.size(),
        tree.depth(),
        tree.maxDepth(),
        tree.left(),
        tree.rootPlace(),
        tree.rootCount(),
        repeated,
        alike,
        sentence());
  }

  private Node foldedNode(Box box, int parent) {
    return new Node(
        box.call,
        parent,
        State.FOLDED,
        box.label,
        box.label + "; a click unfolds them",
        "",
        -1,
        0,
        false,
        false,
        box.x,
        box.level,
        box.width);
  }

  private Node node(Box box, int parent) {
    int call = box.call;
    int end = log.end(call);
    State state =
        end == StepLog.NONE
            ? call == tree.current() ? State.RUNNING : State.WAITING
            : log.kind(end) == Kind.THROW ? State.THROWN : State.RETURNED;
    Repeats.Same same = tree.repeats().get(tree.numberOf(call));
    boolean repeated = same != null && same.count > 1;
    List<Value> values = state == State.RETURNED ? log.values(end) : List.of();
    String result = values.isEmpty() ? "" : values.get(0).text();
    String outcome = Calls.outcome(log, call);
    String words = Calls.withNames(log, call) + (outcome.isEmpty() ? "" : " " + outcome);
    if (repeated) {
      words += "\n" + Numbers.of(same.count, "call") + inWords(same);
    }
    return new Node(
        call,
        parent,
        state,
        box.label,
        words,
        result.length() > MAX_RESULT ? result.substring(0, MAX_RESULT - 1) + "…" : result,
        repeated ? tree.numberOf(call) : -1,
        repeated ? same.count : 1,
        tree.isSaved(call),
        box.children.stream().anyMatch(child -> child.folded == 0),
        box.x,
        box.level,
        box.width);
  }

  private static String inWords(Repeats.Same same) {
    if (same.equal()) {
      return " with these arguments, same answer";
    }
    return same.differs && same.result != null
        ? " with these arguments, but not the same answer: alike, not equal"
        : " with these arguments: alike; what else they depend on or do is not known";
  }

  private String sentence() {
    int end = log.end(tree.root());
    if (end == StepLog.NONE || log.kind(end) != Kind.THROW) {
      return "";
    }
    String exception = Calls.simpleName(Calls.exception(log, end));
    if (!exception.equals("StackOverflowError")) {
      return "";
    }
    StringBuilder texts = new StringBuilder();
    List<Integer> first = new ArrayList<>(List.of(tree.root()));
    first.addAll(tree.children(tree.root(), 1));
    if (first.size() > 1) {
      first.addAll(tree.children(first.get(1), 1));
    }
    String argument = "";
    for (int call : first) {
      List<Value> differing = tree.differing(call);
      if (!differing.isEmpty()) {
        argument = differing.get(0).name();
        texts.append(texts.length() == 0 ? "" : ", ").append(Calls.cut(differing.get(0).text()));
      }
    }
    String values = argument.isEmpty() ? "" : ", " + argument + " = " + texts + " …";
    return Calls.name(log.method(tree.root()))
        + " calls itself: "
        + Numbers.exact(tree.maxDepth())
        + " deep"
        + values
        + ", until the stack was full.";
  }
}
