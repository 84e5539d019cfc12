// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  void textsComeBackAsTheyWereAndEqualOnesHaveOneNumber() {
    TextStore store = new TextStore();
    List<Integer> numbers = new ArrayList<>();
    for (String text : ODD) {
      numbers.add(store.number(text));
    }
    assertThat(numbers).doesNotHaveDuplicates();
    for (int i = 0; i < ODD.size(); i++) {
      assertThat(store.get(numbers.get(i))).isEqualTo(ODD.get(i));
      assertThat(store.number(ODD.get(i))).isEqualTo(numbers.get(i));
    }
  }

  @Test
  void manyTextsAreToldApart() {
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
      assertThat(store.get(numbers.get(at))).isEqualTo(texts.get(at));
      assertThat(store.number(texts.get(at))).isEqualTo(numbers.get(at));
    }
  }

  @Test
  void whatFindsNoRoomIsCutToAnEllipsis() {
    TextStore store = new TextStore(20);
    int first = store.number("0123456789");
    int last = store.number("abcdefghijklmnopqrst");
    assertThat(store.get(first)).isEqualTo("0123456789");
    assertThat(store.get(last)).isEqualTo("…");
    assertThat(store.number("zyxwvutsrqponmlkjihg")).isEqualTo(last);
    assertThat(store.number("0123456789")).isEqualTo(first);
  }
}
