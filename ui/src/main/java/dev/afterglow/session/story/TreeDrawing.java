// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.TreeChoice.Box;
import dev.afterglow.session.story.TreePicture.Node;
import dev.afterglow.session.story.TreePicture.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Draws a tree of calls as it is at one moment, with what the user folded. Lives on one thread. */
public final class TreeDrawing {
  private static final int FIRST = 3;

  private final CallTree tree;
  private final StepLog log;
  private final TreeChoice choice;

  public TreeDrawing(CallTree tree) {
    this.tree = tree;
    log = tree.log();
    choice = new TreeChoice(tree);
  }

  /** Opens what is folded below a call, or more of it. */
  public void open(int call) {
    choice.open(call);
  }

  /** Folds what is below a call. */
  public void close(int call) {
    choice.close(call);
  }

  /** Forgets what was opened, closed and revealed. */
  public void forget() {
    choice.forget();
  }

  /** Draws a call in any case. */
  public void reveal(int call) {
    choice.reveal(call);
  }

  /** Draws the tree as it is now. */
  public TreePicture draw() {
    if (tree.root() == StepLog.NONE) {
      return TreePicture.EMPTY;
    }
    List<Box> boxes = choice.choose();
    NodeLabels labels = new NodeLabels(tree, boxes);
    for (Box box : boxes) {
      box.label = labels.of(box);
      box.width = box.label.length() + 1.6;
      // The answer stands on the edge, where that is not as far from the next one.
      box.space = Math.max(box.width, (result(box).length() + 1) / TreePicture.RESULT_AT);
    }
    TreeLayout layout = new TreeLayout();
    double width = layout.place(boxes.get(0));
    return picture(boxes, width, layout.levels());
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
    if (most != null) {
      repeated =
          Calls.brief(log, most.call) + ": " + Numbers.of(most.count, "time") + inWords(most);
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
        tree.repeats().someAlike(),
        tree.repeats().full(),
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
    int end = tree.end(call);
    State state = state(call, end);
    Repeats.Same same = tree.repeats().get(tree.numberOf(call));
    boolean repeated = same != null && same.count > 1;
    String outcome = Calls.outcome(log, call);
    String words = Calls.withNames(log, call) + (outcome.isEmpty() ? "" : " " + outcome);
    if (repeated) {
      words += "\n" + Numbers.of(same.count, "time") + inWords(same);
    }
    return new Node(
        call,
        parent,
        state,
        box.label,
        Value.explained(words),
        result(box),
        repeated ? tree.numberOf(call) : -1,
        repeated ? same.count : 1,
        tree.isSaved(call),
        box.children.stream().anyMatch(child -> child.folded == 0),
        box.x,
        box.level,
        box.width);
  }

  /** What a call returned, cut; empty if it did not, or nothing. */
  private String result(Box box) {
    int end = box.folded > 0 ? StepLog.NONE : tree.end(box.call);
    if (end == StepLog.NONE || log.kind(end) != Kind.RETURN || log.valueCount(end) == 0) {
      return "";
    }
    return NodeLabels.result(log.values(end).get(0).text());
  }

  private State state(int call, int end) {
    if (end == StepLog.NONE && tree.isOpen(call)) {
      return call == tree.current() ? State.RUNNING : State.WAITING;
    }
    // An end that was not recorded: when the stack is full, the agent's own calls fail, too.
    int known = end == StepLog.NONE ? tree.end(tree.root()) : end;
    return known != StepLog.NONE && log.kind(known) == Kind.THROW ? State.THROWN : State.RETURNED;
  }

  /** What is known of calls with equal arguments. */
  private String inWords(Repeats.Same same) {
    if (same.equal()) {
      return ", same answer";
    }
    if (same.differs && same.sure) {
      return ", not always the same answer: only alike, not equal";
    }
    if (same.effects) {
      return ", only alike, not equal: they print or change something";
    }
    if (log.method(same.call).descriptor().endsWith(")V")) {
      return ", only alike: they return nothing";
    }
    return same.failed
        ? ", only alike, not equal: not all returned"
        : same.sure ? "" : ", only alike: their objects may differ";
  }

  /** Of a stack overflow: who called itself, how deep, and with which arguments it began. */
  private String sentence() {
    int end = tree.end(tree.root());
    if (end == StepLog.NONE
        || log.kind(end) != Kind.THROW
        || !Calls.exception(log, end).equals("java.lang.StackOverflowError")) {
      return "";
    }
    List<Integer> first = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (int call = tree.root(); first.size() < FIRST; ) {
      first.add(call);
      names.add(Calls.name(log.method(call)));
      List<Integer> next = tree.children(call, 1);
      if (next.isEmpty()) {
        break;
      }
      call = next.get(0);
    }
    String argument = "";
    List<String> texts = new ArrayList<>();
    for (int call : first) {
      List<Value> differing = tree.differing(call);
      if (!differing.isEmpty()
          && (argument.isEmpty() || argument.equals(differing.get(0).name()))) {
        argument = differing.get(0).name();
        texts.add(Calls.cut(differing.get(0).text()));
      }
    }
    return Calls.recursion(names, tree.maxDepth(), argument, texts);
  }
}
