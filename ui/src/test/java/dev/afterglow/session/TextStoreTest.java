// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextStoreTest {
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          ",",
          ", ",
          "1,",
          "1, ",
          " 1",
          "1,2",
          "1, 2",
          "1,  2",
          "[]",
          "[1, 2, -3.5]",
          "…",
          "\"\"",
          "\u00ff",
          "\u0100",
          "日本",
          "\ud83d\ude00",
          "1234567890".repeat(20),
          "é".repeat(31),
          "é".repeat(32),
          "x".repeat(31),
          "x".repeat(32),
          "x".repeat(70_000),
          "1, ".repeat(40_000) + 7);

  @Test
  void texts_come_back_as_they_were_and_equal_ones_have_one_number() {
    TextStore store = new TextStore();
    List<Integer> numbers = new ArrayList<>();
    for (String text : ODD) {
      numbers.add(store.number(text));
    }
    assertEquals(ODD.size(), Set.copyOf(numbers).size());
    for (int i = 0; i < ODD.size(); i++) {
      assertEquals(ODD.get(i), store.get(numbers.get(i)));
      assertEquals(numbers.get(i), store.number(ODD.get(i)));
    }
  }

  @Test
  void many_texts_are_told_apart() {
    TextStore store = new TextStore();
    List<String> texts = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      String text = i % 3 == 0 ? "\"t" + i + "\"" : i % 3 == 1 ? "[" + i + ", -1.5]" : "" + i;
      texts.add(text);
      numbers.add(store.number(text));
    }
    for (int i = 0; i < 50_000; i++) {
      int at = random.nextInt(texts.size());
      assertEquals(texts.get(at), store.get(numbers.get(at)));
      assertEquals(numbers.get(at), store.number(texts.get(at)));
    }
  }

  @Test
  void what_finds_no_room_is_cut_to_an_ellipsis() {
    TextStore store = new TextStore(20);
    int first = store.number("0123456789");
    int last = store.number("abcdefghijklmnopqrst");
    assertEquals("0123456789", store.get(first));
    assertEquals("…", store.get(last));
    assertEquals(last, store.number("zyxwvutsrqponmlkjihg"));
    assertEquals(first, store.number("0123456789"));
  }
}
