// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of an object that the line of a call has just made. */
class MadeReceiverTest {
  private static final String BAD = "java.lang.ArithmeticException";

  private final ShopScript shop = new ShopScript();
  private final StepScript script = shop.script;

  private String notes(String line) {
    String source = "class Shop {\nShop(String name) {\nthis.name = name; }\n" + line + "\n";
    ExceptionCards cards = shop.cards(source + "\nreturn n / size;\n}\n");
    int end = script.thrown(4, BAD, "/ by zero");
    return cards.of(end).parts().get(0).rows().get(0).code().get(0).notes().toString();
  }

  private void makes(String name, int size) {
    script.callOn(true, "<init>", "(Ljava/lang/String;)V", 2, "name", name);
    script.line(3, "this.name", name, "this.size", size);
    script.ret(3);
  }

  private void sizeFails() {
    script.callOn(true, "size", "(I)I", 6, "n", 4);
    script.line(6);
    script.thrown(6, BAD, "/ by zero");
  }

  @Test
  void its_fields_are_those_that_the_constructor_set() {
    script.call("main", "()V", 4);
    makes("\"other\"", 3);
    script.line(4);
    makes("\"x\"", 0);
    sizeFails();
    assertEquals(
        "[Note[column=7, value=4], Note[column=11, value=0]]",
        notes("print(new Shop(\"x).size(\").size(4));"));
  }

  @Test
  void calls_for_the_arguments_lie_between() {
    script.call("main", "()V", 4);
    script.line(4);
    makes("\"x\"", 0);
    script.call("four", "()I", 9);
    makes("\"inner\"", 5);
    script.ret(9, 4);
    sizeFails();
    assertEquals(
        "[Note[column=7, value=4], Note[column=11, value=0]]",
        notes("new Shop(\"x\").size(four());"));
  }

  @Test
  void a_constructor_of_an_earlier_round_is_not_taken() {
    script.call("main", "()V", 4);
    script.line(4);
    makes("\"x\"", 3);
    script.line(4);
    sizeFails();
    assertEquals("[Note[column=7, value=4]]", notes("new Shop(\"x\").size(4);"));
  }

  @Test
  void which_object_is_made_must_be_clear() {
    assertEquals("Shop", Receiver.made("int a = new Shop(f(1), 2).size(4);", "size"));
    assertEquals("Shop", Receiver.made("new a.b.Shop<String>(\"(\") .size (4)", "size"));
    for (String line :
        List.of(
            "new Shop(\"x\").of(3).size(4);",
            "new Shop(\"x\").size(new Shop(\"y\").n);",
            "new Shop(\"x\") { }.size(4);",
            "new Shop(\"x\").size(4) + of(shop).size(3)",
            "of(new Shop(\"x\")).size(4)",
            "((Shop) new Shop(\"x\")).size(4)",
            "shop.size(4)",
            ").size(4)",
            "\"new Shop().size()\".length()")) {
      assertNull(Receiver.made(line, "size"), line);
    }
  }
}
