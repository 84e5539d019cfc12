// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.source.Statements.Extent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {
  private static final SourceText SOURCE =
      SourceText.of(
          "A.java",
          """
          class A {
            int f(int[] a,
                int b) {
              f(a,
                  g(1));
              if (a.length > 2
                  && b > 1) {
                f(new int[] {1,
                    2}, 3);
              } else if (b == 2
                  || b == 3) {
                b = 1; f(a,
                    2);
              }
              switch (b) {
                case 1:
                  f(a,
                      3);
                  break;
                case 2 -> f(a);
              }
              for (int i = 0;
                  i < 2;
                  i++) {
                b++; // one;
              }
              return list
                  // of texts; and
                  .map(x -> x + ";")
                  .sum(
                      y);
            }
          }
          """);

  @ParameterizedTest
  @CsvSource({
    "4, 4, 5",
    "5, 4, 5",
    "6, 6, 7",
    "7, 6, 7",
    "8, 8, 9",
    "9, 8, 9",
    "10, 10, 11",
    "12, 12, 13",
    "13, 12, 13",
    "17, 17, 18",
    "20, 20, 20",
    "22, 22, 24",
    "25, 25, 25",
    "14, 14, 14",
    "27, 27, 31",
    "28, 28, 28",
    "29, 27, 31",
    "31, 27, 31",
    "33, 33, 33"
  })
  void a_statement_is_all_of_its_lines(int line, int first, int last) {
    assertEquals(new Extent(first, last), Statements.around(SOURCE, line));
  }
}
