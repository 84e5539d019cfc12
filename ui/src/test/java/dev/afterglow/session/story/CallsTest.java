// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {
  @Test
  void classes_have_the_names_of_the_source() {
    assertEquals("Map.Entry", Calls.simpleName("java.util.Map$Entry"));
    assertEquals("Node", Calls.simpleName("a.Main$1Node"));
    assertEquals("Node.Part", Calls.simpleName("a.Main$Inner$12Node$Part"));
    assertEquals("Main$1", Calls.simpleName("a.Main$1"));
    assertEquals("Main.Inner$1", Calls.simpleName("a.Main$Inner$1"));
    assertEquals("Main$$Lambda$14", Calls.simpleName("a.Main$$Lambda$14"));
    assertEquals("new Node", Calls.name("a.Main$1Node", "<init>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[3, 1, 2] | 9 | [3, 1, 2]",
        "[3, 1, 2, 9, 8, 7] | 9 | [3, 1, …]",
        "[3, 1, 2, 9, 8, 7] | 8 | [3, …]",
        "[[5, 3, 4], [0, 0]] | 12 | [[5, 3, …]]",
        "[[5, 3, 4], [0, 0]] | 16 | [[5, 3, 4], …]",
        "Node{key=50, left=…} | 16 | Node{key=50, …}",
        "Node{key=123456789} | 12 | Node{key=1…}",
        "12345, 67890 | 9 | 12345, …",
        "1234567890 | 6 | 12345…",
        "`\"a long, long text\"` | 9 | `\"a long,…`",
      })
  void brackets_are_closed_and_elements_whole(String text, int most, String cut) {
    assertEquals(cut, Calls.cut(text, most));
    assertTrue(cut.length() <= most);
  }
}
