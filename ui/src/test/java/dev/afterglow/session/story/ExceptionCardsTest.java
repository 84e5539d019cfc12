// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.StepLog;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExceptionCardsTest {
  private static final String STATE = ShopScript.STATE;
  private static final String OVERFLOW = "java.lang.StackOverflowError";
  private final ShopScript shop = new ShopScript();
  private final StepLog log = shop.log;
  private final StepScript script = shop.script;
  private final ExceptionCards cards = shop.cards;

  @Test
  void each_call_has_its_line_with_the_values_below_the_names() {
    shop.mainCallsHalf();
    script.line(5);
    script.thrown(5, STATE, "full");
    int end = script.thrown(2, STATE, "full");
    assertEquals(List.of(end), ExceptionCards.last(log));
    assertEquals(
        """
        main was left by IllegalStateException: full

          Shop.java:5  half(n = 7)
            try { x = 0x1L + n; parse(n); }
                             └ 7
          Shop.java:2  main()
            return half(this.sum) / "n".length();
                             └ 7
        """,
        String.join("\n", cards.of(end).text()) + "\n");
    assertEquals(end, cards.of(end - 1).step(), "the card of a call is that of the outermost one");
  }

  @Test
  void an_exception_on_its_way_is_told_with_the_calls_that_it_may_leave() {
    script.call("main", "()I", 1);
    script.line(1, "this.sum", 7);
    script.line(2);
    script.call("half", "(I)I", 4, "n", 7);
    int line = script.line(5);
    String around =
        """
          Shop.java:2  main()
            return half(this.sum) / "n".length();
                             └ 7
        """;
    String half =
        """
        half throws IllegalStateException: full

          Shop.java:5  half(n = 7)
            try { x = 0x1L + n; parse(n); }
                             └ 7
        """;
    ExceptionCard in = cards.thrownBy(line, "IllegalStateException: full");
    assertEquals(half + around, String.join("\n", in.text()) + "\n", "a finally comes first");
    int step = script.thrown(5, STATE, "full");
    assertEquals(half + around, String.join("\n", cards.of(step).text()) + "\n");
    script.caught(2, STATE, "full");
    assertEquals("main caught IllegalStateException: full", cards.of(step).heading());
  }

  @Test
  void a_variable_called_message_is_not_that_of_an_exception_that_was_caught() {
    script.call("half", "(I)I", 4, "n", 7, "message", "\"order 17\"");
    script.line(5, "x", 8);
    script.caught(6, "a.Bad", "worse");
    Moment moment = Moment.before(log, script.line(6));
    assertEquals("\"order 17\"", moment.value("message").text());
    assertEquals(Set.of("n", "message", "x"), moment.all().keySet());
  }

  @Test
  void what_was_caught_and_passed_on_is_the_cause() {
    shop.mainCallsHalf();
    script.line(5);
    script.call("parse", "(I)V", 99, "n", 7);
    script.line(99);
    script.thrown(99, "a.Bad", "worse");
    script.caught(6, "a.Bad", "worse");
    script.line(6, "e", "Bad: worse");
    script.line(7);
    script.thrown(7, STATE, "null");
    int end = script.thrown(2, STATE, "null");
    ExceptionCard card = cards.of(end);
    assertEquals("Caused by Bad: worse", card.parts().get(1).title());
    List<String> calls = card.parts().get(1).rows().stream().map(ExceptionCard.Row::call).toList();
    assertEquals(List.of("parse(n = 7)", "half(n = 7)", "… 1 more as above"), calls);
    ExceptionCard.Row inner = card.parts().get(0).rows().get(0);
    assertEquals("throw new IllegalStateException(e);", inner.code().get(0).text());
    assertEquals(List.of(new ExceptionCard.Note(32, "Bad: worse")), inner.code().get(0).notes());
  }

  @Test
  void what_comes_out_of_a_call_as_another_exception_is_the_cause() {
    shop.mainCallsHalf();
    script.line(5);
    script.call("<clinit>", "()V", 99);
    script.thrown(99, "a.Bad", "worse");
    script.thrown(5, "java.lang.ExceptionInInitializerError", "null");
    int end = script.thrown(2, "java.lang.ExceptionInInitializerError", "null");
    assertEquals("Caused by Bad: worse", cards.of(end).parts().get(1).title());
    assertEquals("… 2 more as above", cards.of(end).parts().get(1).rows().get(1).call());
  }

  @Test
  void what_another_thread_threw_is_the_cause_if_the_message_says_so() {
    script.call("main", "()I", 1);
    script.line(2);
    StepScript worker = new StepScript(log, "Shop", 9);
    worker.call("half", "(I)I", 4, "n", 3);
    worker.line(5);
    worker.thrown(5, "a.Bad", "worse");
    int end = script.thrown(2, "java.util.concurrent.ExecutionException", "a.Bad: worse");
    ExceptionCard card = cards.of(end);
    assertEquals("main in thread 1 was left by ExecutionException: a.Bad: worse", card.heading());
    assertEquals("Caused by Bad: worse in thread 9", card.parts().get(1).title());
    assertEquals(1, card.parts().get(1).rows().size());
  }

  @Test
  void an_exception_that_was_only_caught_before_is_no_cause() {
    shop.mainCallsHalf();
    script.line(5);
    script.caught(6, "a.Bad", "worse");
    script.line(6, "e", "Bad: worse");
    script.line(5);
    script.thrown(5, STATE, "null");
    int end = script.thrown(2, STATE, "null");
    assertEquals(1, cards.of(end).parts().size());
  }

  @Test
  void a_caught_exception_ends_where_it_was_caught() {
    shop.mainCallsHalf();
    script.line(5);
    int thrown = script.thrown(5, "a.Bad", "worse");
    int caught = script.caught(2, "a.Bad", "worse");
    ExceptionCard card = cards.of(thrown);
    assertEquals(caught, card.step());
    assertEquals("main caught Bad: worse", card.heading());
    assertEquals(2, card.parts().get(0).rows().size());
    assertEquals(List.of(), ExceptionCards.last(log));
  }

  @Test
  void values_are_those_of_the_line_that_threw_not_of_the_finally_behind_it() {
    shop.mainCallsHalf();
    script.line(5);
    script.passed(7, STATE, "full", 5);
    script.line(7, "n", 8);
    script.thrown(5, STATE, "full");
    int end = script.thrown(2, STATE, "full");
    assertEquals(
        "[Note[column=17, value=7]]",
        cards.of(end).parts().get(0).rows().get(0).code().get(0).notes().toString());
  }

  @Test
  void a_loops_variable_has_no_value_before_it_is_set() {
    assertFalse(SourceNames.of("for (String v : words) {").containsKey("v"));
    assertTrue(SourceNames.of("f(a ? b : c)").containsKey("b"));
  }

  private String notes(String line, int step, String... set) {
    return SourceNames.notes(line, Moment.behind(log, step), Set.of(set), Receiver.UNKNOWN)
        .toString();
  }

  @Test
  void what_a_line_declares_is_told_only_if_the_line_has_set_it() {
    script.call("main", "()I", 1);
    int step = script.line(2, "v", "old");
    String told = "[Note[column=25, value=old]]";
    assertEquals("[]", notes("for (String v : words) f(v);", step));
    assertEquals(told, notes("for (String v : words) f(v);", step, "v"));
    String message = "[Note[column=22, value=old]]";
    assertEquals(message, notes("new Bad(\"wrong v: \" + v);", step), "a text declares nothing");
    assertEquals(message, notes("new Bad(\"wrong v->\" + v);", step));
    assertEquals("[]", notes("while (!done) { int v = f(); g(v); }", step));
    assertEquals("[Note[column=16, value=old]]", notes("for (int v = 0; v < 3; v++) f(v);", step));
    assertEquals("[Note[column=9, value=old]]", notes("else v = v + 1;", step));
  }

  @Test
  void the_variable_of_a_loop_on_one_line_is_the_one_that_the_line_set_last() {
    ExceptionCards loop = shop.cards("\n\nfor (int v : all) f(v / 0);\n");
    script.call("main", "()I", 1);
    script.line(3, "v", 4);
    script.line(3);
    int next = script.thrown(3, STATE, "changed meanwhile");
    assertEquals("[]", loop.of(next).parts().get(0).rows().get(0).code().get(0).notes() + "");
    script.call("main", "()I", 1);
    script.line(3, "v", 4);
    script.line(3, "v", 5);
    int body = script.thrown(3, STATE, "body");
    assertEquals(
        "[Note[column=20, value=5]]",
        loop.of(body).parts().get(0).rows().get(0).code().get(0).notes().toString());
  }

  @Test
  void a_stack_overflow_is_a_sentence() {
    script.call("main", "()I", 1);
    int deep = 10_824;
    for (int i = 0; i < deep; i++) {
      script.call(i % 2 == 0 ? "even" : "odd", "(I)I", 4, "same", 1, "n", -i);
    }
    // What is left of the stack did not suffice to tell how the innermost calls ended.
    script.silent();
    script.silent();
    for (int i = 2; i < deep; i++) {
      script.thrown(4, OVERFLOW, "null");
    }
    ExceptionCard card = cards.of(script.thrown(2, OVERFLOW, "null"));
    assertEquals("even and odd call each other: 10,824 deep, n = 0, -2, -4 …", card.sentence());
    List<String> calls = card.parts().get(0).rows().stream().map(ExceptionCard.Row::call).toList();
    assertEquals("… 2 more calls", calls.get(0));
    assertEquals("odd(same = 1, n = -10821)", calls.get(1));
    assertEquals("… 10,816 more calls", calls.get(5));
    assertEquals("main()", calls.get(8));
    assertEquals(9, calls.size());
  }

  private static final String PLACES =
      """
      class Shop {
        static void main() {
          Shop shop = new Shop();
          shop.size();
        }
        int size() {
          return this.name.length() + all.next.next.count;
        }
        static void check(int age, String who) {
          throw new IllegalArgumentException(
              "age of " + who // the name
                  + " is " + age);
        }
        static int both(String a, String b) {
          int sum =
              add(
                  parse(a),
                  parse(b));
          return sum;
        }
      }
      """;

  private final ExceptionCards places = shop.cards(PLACES);

  private String innermost(int step) {
    List<String> text = places.of(step).text();
    int end = text.indexOf("  Shop.java:4  main()");
    return String.join("\n", text.subList(3, end < 0 ? text.size() : end)) + "\n";
  }

  private int sizeFails(String shop, boolean receiver) {
    script.call("main", "()V", 3);
    script.line(3, "shop", shop);
    script.line(4);
    script.callOn(receiver, "size", "()I", 7);
    script.line(7);
    script.thrown(7, "java.lang.NullPointerException", "null");
    return script.thrown(4, "java.lang.NullPointerException", "null");
  }

  @Test
  void fields_of_the_object_are_those_that_the_callers_variable_shows() {
    assertEquals(
        """
            return this.name.length() + all.next.next.count;
                        │               │   └ null
                        │               └ Node{count=1, next=null}
                        └ null
        """,
        innermost(sizeFails("Shop{name=null, all=Node{count=1, next=null}}", true)));
  }

  @Test
  void a_method_called_on_the_same_object_has_its_fields() {
    script.call("main", "()V", 3);
    script.line(4, "shop", "Shop{name=null}");
    script.callOn(true, "all", "()I", 8);
    script.line(8);
    script.callOn(true, "size", "()I", 7);
    script.line(7);
    script.thrown(7, STATE, "null");
    script.thrown(8, STATE, "null");
    int end = script.thrown(4, STATE, "null");
    String source =
        "class Shop {\n\n\nshop.all();\n\n\nreturn name.length();\nreturn 1 + size();\n}\n";
    ExceptionCard.Row row = shop.cards(source).of(end).parts().get(0).rows().get(0);
    assertEquals("[Note[column=7, value=null]]", row.code().get(0).notes().toString());
  }

  @Test
  void of_an_object_that_is_not_told_nothing_is_said() {
    String alone = "    return this.name.length() + all.next.next.count;\n";
    assertEquals(alone, innermost(sizeFails("Shop{nam…", true)));
    assertEquals(alone, innermost(sizeFails("Shop{name=null, all=null}", false)), "no receiver");
  }

  @Test
  void which_object_it_was_must_be_clear_from_the_callers_line() {
    int step = script.call("main", "()V", 3, "shop", "Shop{name=null}", "this.name", "\"mine\"");
    Moment moment = Moment.behind(log, step);
    assertEquals(
        "null",
        Receiver.of("return shop.size();", "size", moment, true, () -> Receiver.UNKNOWN)
            .field("name"));
    String mine = "\"mine\"";
    assertEquals(
        mine,
        Receiver.of("return size() + 1;", "size", moment, true, () -> Receiver.UNKNOWN)
            .field("name"));
    assertEquals(
        mine,
        Receiver.of("this.size();", "size", moment, true, () -> Receiver.UNKNOWN).field("name"));
    for (String line :
        List.of(
            "shop.size() + other.size()",
            "of(shop).size()",
            "a.shop.size()",
            "all.forEach(Shop::size)",
            "new size()",
            "shops[0].size()")) {
      assertEquals(
          null,
          Receiver.of(line, "size", moment, true, () -> Receiver.UNKNOWN).field("name"),
          line);
    }
    assertEquals(
        null, Receiver.of("size()", "size", moment, false, () -> Receiver.UNKNOWN).field("name"));
  }

  @Test
  void a_statement_over_several_lines_is_shown_whole() {
    script.call("check", "(ILjava/lang/String;)V", 10, "age", -1, "who", "\"Ann\"");
    script.line(10);
    assertEquals(
        """
            throw new IllegalArgumentException(
                "age of " + who
                            └ "Ann"
                    + " is " + age);
                               └ -1
        """,
        innermost(script.thrown(10, STATE, "age")));
  }

  @Test
  void the_line_that_threw_stands_out_in_its_statement() {
    script.call("both", "(II)I", 15, "a", "\"1\"", "b", "\"x\"");
    script.line(15);
    script.line(18);
    assertEquals(
        """
            int sum =
                add(
                    parse(a),
                          └ "1"
          ▸         parse(b));
                          └ "x"
        """,
        innermost(script.thrown(18, STATE, "x")));
  }

  @Test
  void a_lambdas_parameter_is_no_field() {
    int step = script.call("main", "()V", 3, "this.v", 7);
    assertEquals("[]", notes("all.map(v -> v.size());", step));
    assertEquals("[Note[column=0, value=7]]", notes("v.size();", step));
  }
}
