// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.TreePicture.Node;
import dev.afterglow.session.story.TreePicture.State;
import dev.afterglow.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree and how it is drawn while it is small. */
class CallTreeTest {
  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Main");
  private String source = "";
  private CallTree tree;

  private TreePicture draw() {
    if (tree == null) {
      Recursions recursions = new Recursions(log);
      recursions.update();
      List<Integer> methods = recursions.groups().get(0).methods();
      SourceText text = SourceText.of("Main.java", source);
      tree = new CallTree(log, methods, key -> isMain(key) ? Optional.of(text) : Optional.empty());
    }
    tree.update();
    return new TreeDrawing(tree).draw();
  }

  private static boolean isMain(FileKey key) {
    return key.equals(new FileKey("Main.java"));
  }

  private static Map<String, State> states(TreePicture picture) {
    Map<String, State> states = new TreeMap<>();
    picture.nodes().forEach(node -> states.put(node.label(), node.state()));
    return states;
  }

  private static List<String> labels(TreePicture picture) {
    return picture.nodes().stream().map(Node::label).toList();
  }

  private static Node labelled(TreePicture picture, String label) {
    return picture.nodes().stream()
        .filter(node -> node.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private void enterFib(int n) {
    script.call("fib", "(I)I", 5, "n", n);
  }

  private int enter(String name, int n) {
    return script.call(name, "(I)I", 1, "n", n);
  }

  @Test
  void calls_run_wait_return_and_throw() {
    script.call("main", "()V", 12);
    enter("f", 4);
    enter("f", 3);
    script.ret(1, 7);
    enter("f", 2);
    script.thrown(1, "java.lang.IllegalStateException", "no");
    enter("f", 1);
    enter("f", 0);
    TreePicture picture = draw();
    assertEquals(
        Map.of(
            "f(4)", State.WAITING,
            "f(3)", State.RETURNED,
            "f(2)", State.THROWN,
            "f(1)", State.WAITING,
            "f(0)", State.RUNNING),
        states(picture));
    assertEquals("7", labelled(picture, "f(3)").result());
    assertEquals("", labelled(picture, "f(2)").result());
    assertEquals("f(n = 2) throws IllegalStateException", labelled(picture, "f(2)").words());
    assertEquals(5, picture.calls());
    assertEquals(3, picture.depth());
    assertEquals(3, picture.maxDepth());
    script.ret(1, 1);
    script.ret(1, 1);
    script.ret(1, 1);
    assertEquals(0, draw().depth());
    assertFalse(states(draw()).containsValue(State.RUNNING));
  }

  @Test
  void methods_in_between_are_no_nodes_and_mutual_calls_carry_names() {
    enter("isEven", 2);
    script.call("trace", "()V", 30);
    script.ret(30);
    enter("isOdd", 1);
    enter("isEven", 0);
    TreePicture picture = draw();
    assertEquals(
        List.of("isEven(2)", "isOdd(1)", "isEven(0)"),
        picture.nodes().stream().map(Node::label).toList());
    assertEquals(List.of(-1, 0, 1), picture.nodes().stream().map(Node::parent).toList());
  }

  @Test
  void nodes_name_the_class_where_several_have_the_method() {
    script.callOf("a.Expr$Add", "eval", "(I)I", 1, "x", 3);
    script.callOf("a.Expr$Num", "eval", "(I)I", 2, "x", 3);
    script.callOf("a.Expr$Add", "eval", "(I)I", 1, "x", 3);
    assertEquals(
        List.of("Expr.Add.eval(3)", "Expr.Num.eval(3)", "Expr.Add.eval(3)"), labels(draw()));
  }

  @Test
  void nodes_show_the_arguments_that_differ() {
    for (int n = 2; n >= 0; n--) {
      script.call("find", "([III)I", 1, "all", "[1, 2]", "n", n, "wanted", 9);
    }
    assertEquals(
        List.of("find(2)", "find(1)", "find(0)"),
        draw().nodes().stream().map(Node::label).toList());
  }

  @Test
  void an_array_does_not_hide_the_numbers_behind_it() {
    for (int n = 0; n < 2; n++) {
      script.call("quick", "([III)V", 1, "a", "[" + n + ", 28, 19, 96, 5]", "lo", n, "hi", 23 + n);
    }
    assertEquals("quick(0, 23)", draw().nodes().get(0).label());
  }

  @Test
  void the_latest_outermost_call_is_shown_until_one_is_chosen() {
    script.call("main", "()V", 12);
    script.fib(3);
    assertEquals(5, draw().calls());
    script.fib(4);
    int inside = log.size() - 2;
    TreePicture picture = draw();
    assertEquals(9, picture.calls());
    assertEquals(2, picture.roots());
    tree.chooseRoot(0);
    script.fib(5);
    assertEquals(5, draw().calls());
    assertEquals(0, draw().root());
    assertTrue(tree.chooseRootOf(log.call(inside)));
    assertEquals(9, draw().calls());
    tree.chooseRoot(2);
    script.fib(6);
    assertEquals(25, draw().calls(), "the last one means the latest");
    assertFalse(tree.chooseRootOf(0), "main is in no tree");
  }

  @Test
  void an_outermost_call_with_nothing_below_does_not_push_a_tree_away() {
    script.call("main", "()V", 12);
    script.fib(4);
    assertEquals(9, draw().calls());
    enterFib(3);
    assertEquals(9, draw().calls(), "it has not called itself yet");
    enterFib(1);
    assertEquals(List.of("fib(3)", "fib(1)"), labels(draw()));
    script.ret(1, 1);
    script.ret(1, 1);
    script.fib(0);
    script.fib(1);
    TreePicture picture = draw();
    assertEquals(List.of("fib(3)", "fib(1)"), labels(picture));
    assertEquals(1, picture.root());
    assertEquals(4, picture.roots());
  }

  @Test
  void of_outermost_calls_with_nothing_below_the_latest_is_shown() {
    script.fib(0);
    script.fib(2);
    script.fib(1);
    assertEquals(3, draw().calls());
    script.fib(3);
    assertEquals(3, draw().root());
  }

  @Test
  void closely_followed_each_outermost_call_is_seen_until_the_program_is_left_alone() {
    script.fib(4);
    draw();
    tree.followClosely(true);
    assertEquals(9, draw().calls(), "nothing runs");
    enterFib(1);
    assertEquals(List.of("fib(1)"), labels(draw()), "seen as it begins");
    script.ret(1, 1);
    assertEquals(List.of("fib(1)"), labels(draw()), "it stays: trees do not come and go");
    tree.followClosely(false);
    assertEquals(9, draw().calls());
    enterFib(0);
    assertEquals(9, draw().calls());
    tree.followClosely(true);
    assertEquals(List.of("fib(0)"), labels(draw()), "what runs when one begins to look");
    tree.followClosely(false);
    assertEquals(List.of("fib(0)"), labels(draw()), "as long as it runs");
    script.ret(1, 0);
    assertEquals(9, draw().calls());
  }

  @Test
  void an_outermost_call_that_was_asked_for_stays() {
    script.fib(4);
    script.fib(0);
    assertEquals(0, draw().root());
    tree.chooseRoot(1);
    assertEquals(List.of("fib(0)"), labels(draw()));
    script.fib(1);
    assertEquals(2, draw().root(), "the last one gives way to later ones");
    tree.chooseRoot(1);
    script.fib(5);
    assertEquals(1, draw().root());
    tree.followAgain();
    assertEquals(15, draw().calls());
    script.fib(3);
    assertEquals(4, draw().root());
  }

  @Test
  void a_step_chosen_in_the_shown_tree_does_not_hold_it() {
    script.fib(4);
    script.fib(0);
    draw();
    assertTrue(tree.chooseRootOf(0));
    script.fib(5);
    assertEquals(2, draw().root());
  }

  @Test
  void calls_whose_end_was_not_recorded_have_ended_when_their_caller_goes_on() {
    enter("f", 3);
    int inner = enter("f", 2);
    enter("f", 1);
    // Both end, but nobody says so: the caller is told of next.
    StepScript behind = new StepScript(log, "Main");
    StepLog.Method f = log.method(0);
    log.add(StepLog.Kind.LINE, log.thread(0), f, 1, 0, 0, List.of());
    int last = log.addCall(log.thread(0), f, 1, 0, StepScript.values("n", 9));
    TreePicture picture = draw();
    assertEquals(0, picture.node(last).parent());
    assertEquals(State.RUNNING, picture.node(last).state());
    assertEquals(State.RETURNED, picture.node(inner).state());
    assertEquals(2, draw().depth());
    behind.call("f", "(I)I", 1, "n", 8);
    assertEquals(0, draw().depth(), "another outermost call of this thread ends the first");
  }

  @Test
  void another_threads_calls_are_a_tree_of_their_own() {
    StepScript other = new StepScript(log, "Main", 2);
    enter("f", 2);
    enter("f", 1);
    other.call("f", "(I)I", 1, "n", 7);
    script.ret(1, 1);
    other.call("f", "(I)I", 1, "n", 6);
    assertEquals(List.of("f(7)", "f(6)"), draw().nodes().stream().map(Node::label).toList());
    tree.chooseRoot(0);
    assertEquals(List.of("f(2)", "f(1)"), draw().nodes().stream().map(Node::label).toList());
  }

  @Test
  void equal_calls_are_counted_and_a_memory_leaves_one_of_each() {
    script.fib(6);
    TreePicture picture = draw();
    assertEquals(25, picture.calls());
    assertEquals(7, picture.left(), "fib(6) to fib(0)");
    Node two = labelled(picture, "(2)");
    assertEquals(5, two.times());
    assertEquals("fib(n = 2) = 1\n5 times, same answer", two.words());
    assertEquals("fib(1): 8 times, same answer", picture.repeated());
    assertFalse(picture.alike());
    assertEquals(-1, labelled(picture, "fib(6)").same());
    assertEquals(18, picture.nodes().stream().filter(Node::saved).count());
  }

  @Test
  void a_call_that_repeats_its_waiting_caller_is_not_saved() {
    enter("f", 5);
    enter("f", 5);
    enter("f", 5);
    assertEquals(3, draw().left(), "there is no answer to remember yet");
  }

  @Test
  void different_answers_are_only_alike() {
    enter("f", 2);
    for (int answer : new int[] {1, 2}) {
      enter("f", 1);
      script.ret(1, answer);
    }
    TreePicture picture = draw();
    assertTrue(picture.alike());
    assertEquals(
        "f(1): 2 times, not always the same answer: only alike, not equal", picture.repeated());
  }

  @Test
  void an_exception_is_no_answer() {
    enter("f", 2);
    enter("f", 1);
    script.ret(1, 3);
    enter("f", 1);
    script.thrown(1, "java.lang.RuntimeException", "null");
    assertEquals("f(1): 2 times, only alike, not equal: not all returned", draw().repeated());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "return f(n - 1) + f(n - 2); | false",
        "int x = n; x += 2; x++; --x; boolean b = x <= n && x != 2 && n >= x; | false",
        "x = x << 2; // total = 3 | false",
        "String s = 'total = 1'; | false",
        "return ONE.add(f(1)).add(x.add(n)); | false",
        "return Math.max(n, f(1)) + s.charAt(Integer.parseInt('1')); | false",
        "String t = new StringBuilder(s).append(x).reverse().toString(); | false",
        "if (n < 0) throw new IllegalArgumentException('n'); | false",
        "return n < 2 ? n : LATER.size() + later(n) + new Pair(n, x).left(); | false",
        "x = LIMITS.get(n) + List.of(n, 2).size(); | false",
        "W.write('a'); | true",
        "Files.writeString(Path.of('o.txt'), 'x'); | true",
        "LOG.fine('c'); | true",
        "x = R.nextInt(); | true",
        "x = (int) (Math.random() * n); | true",
        "x = new Random().nextInt(n); | true",
        "write(n); | true",
        "boolean fresh = all().add(n); | true",
        "notes().append(n); | true",
        "System.out.println(n); | true",
        "out.printf('%d', n); | true",
        "total = n; | true",
        "total <<= n; | true",
        "total++; | true",
        "return --total; | true",
        "int b = known[n] = x; | true",
        "known[a[n]][x + 1] += 1; | true",
        "this.count = n; | true",
        "node.left.value = 3; | true",
        "memo.put(n, x); | true",
        "if (n > 1) seen.add(n); | true",
        "seen .addAll(all); | true"
      })
  void lines_that_print_or_change_what_others_see_make_calls_alike(String line, boolean effect) {
    String before = line.contains("ONE") ? "import java.math.BigInteger; " : "";
    String behind = "\nint later(int n) {\n}\nrecord Pair(int left, int right) {}";
    source = before + "int f(int n) {\n" + line.replace('\'', '"') + "\n}" + behind;
    enter("f", 3);
    for (int i = 0; i < 2; i++) {
      enter("f", 1);
      script.line(2, "t", "\"\"", "fresh", true, "x", 1, "b", true, "s", "\"\"");
      script.ret(2, 4);
    }
    assertEquals(effect, draw().alike());
    String words =
        effect ? ", only alike, not equal: they print or change something" : ", same answer";
    assertEquals("f(1): 2 times" + words, draw().repeated());
  }

  @Test
  void what_a_helper_does_counts_for_its_callers() {
    source = "\n  total += n;\n";
    enter("f", 3);
    for (int i = 0; i < 2; i++) {
      enter("f", 1);
      enter("f", 0);
      script.call("help", "()V", 2);
      script.line(2);
      script.ret(2);
      script.ret(1, 4);
      script.ret(1, 4);
    }
    TreePicture picture = draw();
    Node deep = labelled(picture, "f(0)");
    assertEquals(
        "f(n = 0) = 4\n2 times, only alike, not equal: they print or change something",
        deep.words());
    assertTrue(picture.node(picture.nodes().get(1).call()).words().contains("only alike"));
  }

  @Test
  void steps_show_changed_fields_and_elements() {
    enter("f", 3);
    for (int i = 0; i < 2; i++) {
      enter("f", 1);
      int line = script.line(1);
      enter("f", 0);
      script.ret(1, 0);
      script.changed(line, "this.count", 4);
      script.ret(1, 1);
    }
    Map<String, String> words = new TreeMap<>();
    draw().nodes().forEach(node -> words.put(node.label(), node.words()));
    assertTrue(words.get("f(1)").endsWith("they print or change something"));
    assertTrue(words.get("f(0)").endsWith("2 times, same answer"), "its caller did it, not itself");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(I)I | 5 | true",
        "(Ljava/lang/String;)J | \"ab\" | true",
        "(Ljava/lang/String;)J | \"abcdefghij… | false",
        "(I)I | ••• | false",
        "(LNode;)I | Node(value=1) | false",
        "([I)I | [1, 2] | false",
        "(I)LNode; | 3 | false",
        "(I)V | 3 | false",
        "(II)I | 3 | false"
      })
  void only_what_is_seen_whole_is_equal(String descriptor, String argument, boolean equal) {
    script.call("f", descriptor, 1, "n", "other");
    for (int i = 0; i < 2; i++) {
      script.call("f", descriptor, 1, "n", argument);
      script.ret(1, 1);
    }
    assertEquals(!equal, draw().alike());
  }

  @Test
  void a_stack_overflow_is_a_sentence() {
    script.call("main", "()V", 12);
    int deep = 10_824;
    for (int n = -1; n >= -deep; n--) {
      script.call("down", "(I)V", 20, "n", n);
      script.line(20);
    }
    for (int i = 0; i < deep; i++) {
      script.thrown(20, "java.lang.StackOverflowError", "null");
    }
    TreePicture picture = draw();
    assertEquals("down calls itself: 10,824 deep, n = -1, -2, -3 …", picture.sentence());
    assertEquals(6, picture.nodes().size(), "three levels, the folded ones, the last two");
    Node last = picture.nodes().get(picture.nodes().size() - 1);
    assertEquals("down(-10824)", last.label());
    assertEquals(State.THROWN, last.state());
  }
}
