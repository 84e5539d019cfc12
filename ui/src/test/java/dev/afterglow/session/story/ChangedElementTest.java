// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.StepLog.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedElementTest {
  /** The changed part of a text stands between stars. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[*1*, 2] | a[0] = 1",
        "[0, 0, … 15 more, 0, *5*, … 2 more] | a[18] = 5",
        "[[0, 1], [2, *3*, … 4 more]] | a[1][1] = 3",
        "[[0, … 9 more], … 3 more, *[1]*] | a[4] = [1]",
        "[\"x, ]\", *\"y\"*] | a[1] = \"y\"",
        "[Node{x=1}, *Node{x=2, y=[1, 2]}*] | a[1] = Node{x=2, y=[1, 2]}",
        "[*0, 1*, 2] | none",
        "[Node{x=*1*}] | none",
        "{a=*1*} | none",
        "[0, 1] | none",
        "[0, …*5*] | none"
      })
  void an_element_has_its_index(String text, String expected) {
    int from = text.indexOf('*');
    int to = text.lastIndexOf('*') - 1;
    Value value = from < 0 ? new Value("a", text) : new Value("a", text.replace("*", ""), from, to);
    assertEquals(
        expected,
        ChangedElement.of(value).map(each -> each.name() + " = " + each.text()).orElse("none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a[0] | [1, 2] | 1",
        "a[1] | [1, 2] | 2",
        "a[2] | [1, 2] | none",
        "a[18] | [0, 0, … 15 more, 0, 5, … 2 more] | 5",
        "a[9] | [0, 0, … 15 more, 0, 5, … 2 more] | none",
        "a[20] | [0, 0, … 15 more, 0, 5, … 2 more] | none",
        "a[1][1] | [[0, 1], [2, 3, … 4 more]] | 3",
        "a[0] | [] | none",
        "a[1] | [\"x, ]\", \"y\"] | \"y\""
      })
  void an_element_is_found_in_another_text(String path, String text, String expected) {
    assertEquals(
        expected,
        ChangedElement.at(new Value("a", text), path)
            .map(each -> text.substring(each.from(), each.to()))
            .orElse("none"));
  }
}
