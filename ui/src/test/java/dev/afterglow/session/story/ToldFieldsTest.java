// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Fields that an exception's steps tell: of which moments they are true. */
class ToldFieldsTest {
  private static final String BAD = "java.lang.ArithmeticException";

  private final ShopScript shop = new ShopScript();
  private final StepScript script = shop.script;

  private String told(int moment, String name) {
    return Moment.thrown(shop.log, moment).value(name).text();
  }

  @Test
  void what_the_end_of_a_call_tells_was_so_on_its_line() {
    script.callOn(true, "per", "(I)I", 6, "n", 4);
    int line = script.line(6);
    script.call("inner", "()V", 9);
    script.line(9, "this.size", 5);
    script.ret(9);
    script.thrown(6, BAD, "/ by zero", "this.size", 0, "Shop.total", 7);
    assertEquals("0", told(line, "this.size"));
    assertEquals("7", told(line, "Shop.total"));
    assertNull(Moment.thrown(shop.log, line).value("message"));
    assertNull(Moment.before(shop.log, line).value("this.size"));
  }

  @Test
  void what_changed_since_is_not_taken_for_what_it_was() {
    script.callOn(true, "per", "(I)I", 6, "n", 4);
    int before = script.line(5, "this.size", 3);
    int line = script.line(6);
    script.line(7, "this.size", 0);
    script.thrown(6, BAD, "/ by zero", "this.size", 0);
    assertNull(Moment.thrown(shop.log, before).value("this.size"));
    assertEquals("3", told(line, "this.size"));
  }

  @Test
  void a_catch_tells_them_for_what_comes_before_and_behind() {
    script.callOn(true, "per", "(I)I", 6, "n", 4);
    int line = script.line(6);
    script.caught(7, BAD, "/ by zero", "this.size", 0, "this.open", true);
    script.line(8, "this.open", false);
    int again = script.line(6);
    script.caught(7, BAD, "/ by zero");
    assertEquals("true", told(line, "this.open"));
    assertEquals("0", told(again, "this.size"));
    assertEquals("false", told(again, "this.open"));
  }
}
