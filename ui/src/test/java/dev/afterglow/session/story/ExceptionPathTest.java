// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where exceptions came from, with a finally or a catch on their way. */
class ExceptionPathTest {
  private static final String STATE = ShopScript.STATE;
  private final ShopScript shop = new ShopScript();
  private final StepScript script = shop.script;
  private final ExceptionCards cards = shop.cards;

  @Test
  void a_finally_on_the_way_does_not_hide_where_it_came_from() {
    shop.mainCallsHalf();
    script.line(5);
    script.call("parse", "(I)V", 99, "n", 7);
    script.thrown(99, "a.Bad", "worse");
    script.passed(6, "a.Bad", "worse", 5);
    script.line(6);
    script.thrown(5, "a.Bad", "worse");
    int end = script.thrown(2, "a.Bad", "worse");
    List<ExceptionCard.Row> rows = cards.of(end).parts().get(0).rows();
    List<String> calls = rows.stream().map(ExceptionCard.Row::call).toList();
    assertEquals(List.of("parse(n = 7)", "half(n = 7)", "main()"), calls);
    assertEquals("Shop.java:5", rows.get(1).where());
  }

  @Test
  void what_a_finally_catches_itself_does_not_hide_it_either() {
    shop.mainCallsHalf();
    script.line(5);
    script.call("parse", "(I)V", 99, "n", 7);
    script.line(99);
    script.thrown(99, "a.Bad", "worse");
    script.passed(6, "a.Bad", "worse", 5);
    script.line(6);
    script.caught(6, STATE, "shut");
    for (int i = 0; i < 2_000; i++) {
      script.line(7, "i", i);
    }
    script.thrown(5, "a.Bad", "worse");
    int end = script.thrown(2, "a.Bad", "worse");
    List<String> where =
        cards.of(end).parts().get(0).rows().stream().map(ExceptionCard.Row::where).toList();
    assertEquals(List.of("Shop.java:99", "Shop.java:5", "Shop.java:2"), where);
  }

  private List<String> places(int step) {
    return cards.of(step).parts().get(0).rows().stream().map(ExceptionCard.Row::where).toList();
  }

  @Test
  void what_is_caught_behind_a_finally_of_the_same_call_came_from_the_line_that_threw() {
    script.call("half", "(I)I", 4, "n", 7);
    script.line(5, "x", 8);
    int inner = script.passed(6, STATE, "full", 5);
    assertEquals("half throws IllegalStateException: full", cards.of(inner).heading());
    assertEquals(List.of("Shop.java:5"), places(inner), "so far");
    script.line(6, "n", 8);
    script.passed(7, STATE, "full", 5);
    script.line(7);
    int caught = script.caught(8, STATE, "full");
    assertEquals(List.of("Shop.java:5"), places(caught));
    assertEquals("half caught IllegalStateException: full", cards.of(inner).heading());
    assertEquals(
        "[Note[column=17, value=7]]",
        cards.of(caught).parts().get(0).rows().get(0).code().get(0).notes().toString());
  }

  @Test
  void a_call_that_threw_the_same_before_did_not_throw_this_one() {
    script.call("half", "(I)I", 4, "n", 7);
    script.line(1);
    script.call("parse", "(I)V", 99, "n", 7);
    script.line(99);
    script.thrown(99, "a.Bad", "worse");
    script.caught(2, "a.Bad", "worse");
    script.line(2);
    script.line(5);
    int caught = script.caught(2, "a.Bad", "worse");
    assertEquals(List.of("Shop.java:5"), places(caught));
  }

  @Test
  void what_is_caught_and_thrown_again_came_from_the_call_that_threw_it_first() {
    ExceptionCards again = shop.cards("a();\n\n  throw last;\n");
    script.call("half", "(I)I", 4, "n", 7);
    script.line(1);
    script.call("a", "()V", 99);
    script.line(99);
    script.thrown(99, "a.Bad", "worse");
    script.caught(2, "a.Bad", "worse");
    script.line(2);
    script.line(3);
    int end = script.thrown(3, "a.Bad", "worse");
    assertEquals(
        List.of("Shop.java:99", "Shop.java:1"),
        again.of(end).parts().get(0).rows().stream().map(ExceptionCard.Row::where).toList());
  }

  @Test
  void a_finally_behind_the_catch_does_not_hide_the_cause() {
    shop.mainCallsHalf();
    script.line(5);
    script.caught(6, "a.Bad", "worse");
    script.line(6, "e", "Bad: worse");
    script.line(7);
    script.passed(8, STATE, "null", 7);
    script.line(8);
    script.thrown(7, STATE, "null");
    int end = script.thrown(2, STATE, "null");
    assertEquals("Caused by Bad: worse", cards.of(end).parts().get(1).title());
  }

  @Test
  void a_statement_over_several_lines_may_name_the_cause_in_any_of_them() {
    String source = "f();\n} catch (Bad e) {\n  throw new Worse(\n      \"no\",\n      e);\n";
    script.call("half", "(I)I", 1, "n", 7);
    script.line(1);
    script.caught(2, "a.Bad", "worse");
    script.line(2, "e", "Bad: worse");
    script.line(3);
    int end = script.thrown(3, "a.Worse", "no");
    assertEquals(2, shop.cards(source).of(end).parts().size());
  }
}
