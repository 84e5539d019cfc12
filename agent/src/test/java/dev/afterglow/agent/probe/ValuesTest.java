// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as texts, and what of a text is marked as new. */
class ValuesTest {
  /** An object of the program. */
  static class Node {
    int value;
    String password = "hunter2";
    Node next;

    Node(int value) {
      this.value = value;
    }

    @Override
    public String toString() {
      return "node " + value;
    }
  }

  record Point(int x, Node at) {}

  /** A collection of the program's: nothing of it may be asked. */
  static class Own extends ArrayList<String> {
    @Override
    public int size() {
      throw new AssertionError("asked");
    }
  }

  private static String text(Object value) {
    StringBuilder out = new StringBuilder();
    Values.render(out, value, Words.OPEN, 0);
    return out.toString();
  }

  @AfterEach
  void reset() {
    Values.choose(true, false, null, null);
  }

  @Test
  void strings_and_characters_are_escaped_and_cut() {
    assertEquals("\"a\\\"b\\n\\u0007\"", text("a\"b\n\u0007"));
    assertEquals('"' + "x".repeat(60) + "…\"", text("x".repeat(61)));
    assertEquals("[\"" + "x".repeat(24) + "…\"]", text(new String[] {"x".repeat(25)}));
    assertEquals("'\\''", text('\''));
  }

  @Test
  void arrays_and_collections_show_their_first_elements_and_how_many_more() {
    assertEquals("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, … 2 more]", text(ints(12)));
    List<Integer> list = new ArrayList<>();
    for (int i : ints(12)) {
      list.add(i);
    }
    assertEquals("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, … 2 more]", text(list));
    assertEquals("{\"a\"=[1, 2]}", text(Collections.singletonMap("a", List.of(1, 2))));
    assertEquals("[[1], [2, 3]]", text(new int[][] {{1}, {2, 3}}));
    assertTrue(text(new String[] {"x".repeat(24)}).length() < 40);
    assertTrue(text(Collections.nCopies(10, 1).toArray()).length() < 40);
  }

  private static int[] ints(int count) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i + 1);
    return all;
  }

  @Test
  void an_anonymous_object_has_the_name_of_its_class_as_in_the_panes() {
    assertEquals("ValuesTest$1", text(new Object() {}));
    assertEquals("ValuesTest.Outer$1", text(new Outer().inside));
    class Local {}
    assertEquals("Local", text(new Local()));
  }

  /** Has an anonymous class inside. */
  static class Outer {
    final Object inside = new Object() {};
  }

  @Test
  void entries_of_maps_are_a_key_and_a_value() {
    Map<String, Integer> ages = new TreeMap<>(Map.of("Ann", 7));
    assertEquals("\"Ann\"=7", text(ages.entrySet().iterator().next()));
    assertEquals("\"Ann\"=7", text(Map.entry("Ann", 7)));
  }

  @Test
  void objects_show_their_fields_one_level_deep_and_circles_end() {
    Node node = new Node(1);
    node.next = new Node(2);
    node.next.next = node;
    assertEquals("Node{value=1, password=•••, next=Node}", text(node));
    assertEquals("Point[x=3, at=Node]", text(new Point(3, node)));
    Object[] circle = {null};
    circle[0] = circle;
    assertEquals("[[[Object[1]]]]", text(circle));
    List<Object> own = new ArrayList<>();
    own.add(own);
    assertTrue(text(own).length() < 40, text(own));
  }

  @Test
  void secrets_are_masked_by_the_name_of_the_variable_the_field_and_the_key() {
    StringBuilder out = new StringBuilder();
    Values.render(out, "hunter2", Words.SECRET, 0);
    assertEquals("•••", out.toString());
    assertEquals("{\"db.password\"=•••}", text(Map.of("db.password", "hunter2")));
    assertEquals("{\"key\"=3}", text(Map.of("key", 3)), "how often a word came");
    assertEquals(Words.SECRET, Words.secrecy("DB_PASSWORD"));
    assertEquals(Words.KEY, Words.secrecy("apiKey"));
    assertEquals(Words.OPEN, (byte) (Words.secrecy("monkey") | Words.secrecy("tokenizer")));
    assertTrue(Words.hides(Words.KEY, "hunter2") && Words.hides(Words.KEY, new byte[16]));
    assertFalse(Words.hides(Words.KEY, 5), "a key of a search tree");
    assertTrue(Words.hides(Words.SECRET, 5));
    assertFalse(Words.hides(Words.secrecy("passwordOk"), true));
    assertFalse(Words.hides(Words.secrecy("tokenCount"), 5));
    assertFalse(Words.hides(Words.secrecy("tokens"), 5));
    assertTrue(Words.hides(Words.secrecy("tokens"), new String[] {"t-1"}));
    assertTrue(Words.hides(Words.secrecy("passwordCount"), "hunter2"));
  }

  @Test
  void secrets_are_shown_if_it_is_asked_for() {
    Words.showSecrets(true);
    try {
      StringBuilder out = new StringBuilder();
      Values.render(out, "hunter2", Words.SECRET, 0);
      assertEquals("\"hunter2\"", out.toString());
      assertEquals("{\"db.password\"=\"hunter2\"}", text(Map.of("db.password", "hunter2")));
      assertFalse(text(new Node(1)).contains("•••"), text(new Node(1)));
    } finally {
      Words.showSecrets(false);
    }
  }

  @Test
  void nothing_of_the_program_runs_unless_it_is_asked_for() {
    assertEquals("Own", text(new Own()));
    assertEquals("Node{value=1, password=•••, next=null}", text(new Node(1)));
    Values.choose(true, true, null, null);
    assertEquals("node 1", text(new Node(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[1, 2]; [«0», 1, 2]",
        "[1, 2]; [1, «9», 2]",
        "[1, 2]; [1, 2, «3»]",
        "[]; [«1»]",
        "[1, 2, 3]; [2, 3]",
        "[1, 2, 3]; [1, «7», 3]",
        "[1, 2, 3]; [2, 3, «1»]",
        "[1, 2, 3]; [«2, 1», 3]",
        "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]; [«0», 1, 2, 3, 4, 5, 6, 7, 8, 9, … 1 more]",
        "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, … 3 more]; [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … 2 more]",
        "{\"a\"=1, \"c\"=2}; {\"a\"=1, «\"b, {\"=3», \"c\"=2}",
        "Node{value=1, next=Node}; Node{«value=2», next=Node}",
        "\"[1]\"; \"[2]\"",
        "[[0, 0], [0, 0]]; [[0, 0], «[0, 1]»]",
      })
  void of_a_list_what_came_is_marked_and_not_what_moved(String before, String now) {
    assertEquals(now, marked(before, now, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"[1, 2, 3, 4]; [1, «1, 2, 3»]", "[1, 2, 3]; [«2, 3, 1»]", "[1, 2]; [1, «5»]"})
  void of_an_array_the_places_that_changed_are_marked(String before, String now) {
    assertEquals(now, marked(before, now, true));
  }

  private static String marked(String before, String now, boolean inPlace) {
    String plain = now.replace("«", "").replace("»", "");
    long marked = Elements.difference(before, plain, inPlace);
    int from = (int) (marked >>> 32);
    int to = (int) marked;
    return to == 0
        ? plain
        : plain.substring(0, from) + '«' + plain.substring(from, to) + '»' + plain.substring(to);
  }
}
