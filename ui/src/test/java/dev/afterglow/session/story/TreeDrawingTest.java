// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.TreePicture.Node;
import dev.afterglow.session.story.TreePicture.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is drawn of large trees. */
class TreeDrawingTest {
  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Main");
  private CallTree tree;
  private TreeDrawing drawing;

  @BeforeEach
  void makeTree() {
    tree = new CallTree(log, List.of(0), key -> Optional.empty());
    drawing = new TreeDrawing(tree);
  }

  private int enter(int n) {
    return script.call("f", "(I)I", 1, "n", n);
  }

  /** Draws, and checks that each call is drawn or counted as folded, and that nothing overlaps. */
  private TreePicture draw() {
    tree.update();
    TreePicture picture = drawing.draw();
    int calls = 0;
    Map<Integer, Double> ends = new HashMap<>();
    for (int i = 0; i < picture.nodes().size(); i++) {
      Node node = picture.nodes().get(i);
      assertTrue(node.parent() < i, "a node stands behind its parent");
      calls += node.isCall() ? 1 : number(node.label());
      double left = node.x() - node.width() / 2;
      assertTrue(left >= ends.getOrDefault(node.y(), -1e-6), "no overlap at level " + node.y());
      ends.put(node.y(), left + node.width());
      assertTrue(left + node.width() <= picture.width() + 1e-6);
    }
    assertEquals(tree.size(), calls, "all calls are drawn or counted");
    return picture;
  }

  private static int number(String label) {
    assertTrue(label.endsWith(" folded"), label);
    return Integer.parseInt(label.substring(0, label.indexOf(' ')).replace(",", ""));
  }

  private static List<String> labels(TreePicture picture) {
    return picture.nodes().stream().map(Node::label).toList();
  }

  @Test
  void a_node_with_a_masked_argument_says_why() {
    script.call("f", "(Ljava/lang/String;)I", 1, "token", StepLog.Value.MASKED);
    String words = draw().nodes().get(0).words();
    assertTrue(words.contains("token = •••") && words.contains("--show-secrets"), words);
  }

  private static Node folded(TreePicture picture) {
    return picture.nodes().stream().filter(node -> !node.isCall()).findFirst().orElseThrow();
  }

  @Test
  void a_hundred_calls_are_drawn_in_full() {
    for (int n = 100; n > 0; n--) {
      enter(n);
    }
    assertEquals(100, draw().nodes().size());
  }

  @Test
  void levels_are_folded_and_the_running_end_is_seen() {
    for (int n = 10_000; n > 0; n--) {
      enter(n);
    }
    TreePicture picture = draw();
    assertEquals("9,995 calls folded", folded(picture).label());
    assertEquals(List.of("f(2)", "f(1)"), labels(picture).subList(4, 6));
    assertEquals(State.RUNNING, picture.nodes().get(5).state());
    drawing.open(folded(picture).call());
    TreePicture more = draw();
    assertEquals(State.RUNNING, more.nodes().get(more.nodes().size() - 1).state());
    assertTrue(labels(more).contains("(9992)"), "further levels are seen");
    drawing.forget();
    assertEquals(labels(picture), labels(draw()));
  }

  @Test
  void an_argument_that_looks_alike_in_all_nodes_is_left_out() {
    String full = "[[5, 3, 4, 6], [0, 0, 0, %d]]";
    script.call("solve", "([[II)Z", 1, "board", full.formatted(0), "cell", 0);
    for (int cell = 1; cell < 4; cell++) {
      script.call("solve", "([[II)Z", 1, "board", full.formatted(cell), "cell", cell);
    }
    assertEquals(List.of("solve(0)", "solve(1)", "solve(2)", "solve(3)"), labels(draw()));
  }

  @Test
  void an_argument_that_is_cut_stays_if_the_others_do_not_tell_calls_apart() {
    script.call("sort", "([II)V", 1, "a", "[3, 1, 2, 9, 8, 7]", "left", 0);
    script.call("sort", "([II)V", 1, "a", "[5, 1, 9]", "left", 1);
    script.call("sort", "([II)V", 1, "a", "[4, 1, 7]", "left", 1);
    script.call("sort", "([II)V", 1, "a", "[4, 1, 7, 100, 3, 2]", "left", 1);
    assertEquals(
        List.of("sort([3, …], 0)", "sort([5, 1, 9], 1)", "sort([4, 1, 7], 1)", "sort([4, …], 1)"),
        labels(draw()));
  }

  @Test
  void numbers_that_tell_calls_apart_stand_without_the_arrays() {
    script.call("sort", "([I[III)V", 1, "a", "[3, 1, 2, 9]", "aux", "[0, 0, 0]", "lo", 0, "hi", 3);
    script.call("sort", "([I[III)V", 1, "a", "[3, 1, 2, 9]", "aux", "[0, 0, 0]", "lo", 0, "hi", 1);
    script.call("sort", "([I[III)V", 1, "a", "[1, 3, 2, 9]", "aux", "[3, 1, 0]", "lo", 2, "hi", 3);
    assertEquals(List.of("sort(0, 3)", "sort(0, 1)", "sort(2, 3)"), labels(draw()));
  }

  @Test
  void objects_are_shown_without_the_objects_they_hold() {
    script.call("sum", "(LNode;)I", 1, "n", "Node{key=50, left=Node, right=null}");
    script.call("sum", "(LNode;)I", 1, "n", "Node{left=null, right=null}");
    script.ret(1, "Pair[first=1, second=Node]");
    script.call("sum", "(LNode;)I", 1, "n", "[Node, Node]");
    TreePicture picture = draw();
    assertEquals(List.of("sum(Node{key=50…})", "sum(Node)", "sum([Node, Node])"), labels(picture));
    assertEquals("Pair[first…]", picture.nodes().get(1).result());
  }

  @Test
  void a_board_that_looks_otherwise_in_one_call_only_is_left_out() {
    script.call("fill", "([[CII)V", 1, "g", "[['.', '.'], ['.', '#']]", "row", 0, "col", 0);
    for (int i = 1; i < 10; i++) {
      script.call("fill", "([[CII)V", 1, "g", "[['*', '.'], ['.', '#']]", "row", i % 4, "col", i);
      script.ret(1);
    }
    script.call("fill", "([[CII)V", 1, "g", "[['*', '*'], ['.', '#']]", "row", 0, "col", 0);
    script.ret(1);
    List<String> labels = draw().nodes().stream().map(Node::label).toList();
    assertEquals(List.of("fill(0, 0)", "fill(1, 1)"), labels.subList(0, 2));
  }

  @Test
  void siblings_are_folded_and_opened_in_steps() {
    enter(0);
    List<Integer> children = new ArrayList<>();
    for (int n = 1; n <= 1_985; n++) {
      children.add(enter(n));
      if (n < 1_985) {
        script.ret(1, n);
      }
    }
    TreePicture picture = draw();
    assertEquals("1,972 calls folded", folded(picture).label());
    assertNotNull(picture.node(children.get(1_984)), "the one that runs is seen");
    assertNull(picture.node(children.get(50)));
    drawing.open(folded(picture).call());
    assertNotNull(draw().node(children.get(50)));
    drawing.open(folded(picture).call());
    assertNotNull(draw().node(children.get(150)));
    drawing.reveal(children.get(1_000));
    assertNotNull(draw().node(children.get(1_000)));
    drawing.close(tree.root());
    assertEquals(4, draw().nodes().size(), "the outermost, the folded, the revealed, the running");
  }

  @Test
  void a_folded_call_says_how_many_it_hides_and_opens_again() {
    script.fib(7);
    TreePicture whole = draw();
    int call = whole.nodes().get(1).call();
    drawing.close(call);
    TreePicture folded = draw();
    assertEquals("24 calls folded", folded(folded).label(), "fib(6) makes 25 calls with itself");
    assertEquals(call, folded(folded).call());
    drawing.open(call);
    assertEquals(whole.nodes().size(), draw().nodes().size());
  }

  @Test
  void any_tree_is_drawn_wholly_or_counted_whatever_is_opened_and_closed() {
    Random random = new Random(4);
    List<Integer> calls = new ArrayList<>();
    calls.add(enter(0));
    int depth = 1;
    for (int i = 0; i < 30_000; i++) {
      // Long branches and bushes in turn.
      boolean down = random.nextInt(100) < (i / 500 % 2 == 0 ? 60 : 40);
      if (down || depth == 1) {
        calls.add(enter(random.nextInt(50)));
        depth++;
      } else {
        script.ret(1, random.nextInt(3));
        depth--;
      }
      if (i % 250 == 0) {
        int call = calls.get(random.nextInt(calls.size()));
        switch (random.nextInt(4)) {
          case 0 -> drawing.close(call);
          case 1 -> drawing.reveal(call);
          case 2 -> drawing.forget();
          default -> {
            Node any = draw().nodes().get(random.nextInt(draw().nodes().size()));
            drawing.open(any.call());
          }
        }
        TreePicture picture = draw();
        assertTrue(picture.nodes().size() < 1_600, "bounded: " + picture.nodes().size());
        assertNotNull(picture.node(tree.current()), "the call that runs is seen");
      }
    }
  }

  @Test
  void a_revealed_call_is_seen_wherever_it_is() {
    int deep = 0;
    for (int n = 3_000; n > 0; n--) {
      int call = enter(n);
      deep = n == 1_500 ? call : deep;
    }
    for (int n = 3_000; n > 0; n--) {
      script.ret(1, n);
    }
    tree.update();
    drawing.reveal(deep);
    assertEquals("f(1500)", draw().node(deep).label());
  }
}
