// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.loop;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.story.LoopRows;

/** What is said about a loop. */
final class LoopWords {
  private LoopWords() {}

  /** {@code 3rd time of 7, in sort([5, 1])}. */
  static String time(LoopRows rows) {
    String of = rows.times() < 2 ? "" : ordinal(rows.time() + 1) + " time of ";
    return (of.isEmpty() ? "in " : of + Numbers.exact(rows.times()) + ", in ") + rows.where();
  }

  private static String ordinal(int n) {
    int tens = n % 100;
    boolean teen = tens >= 11 && tens <= 13;
    String end = teen ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
    return Numbers.exact(n) + end;
  }

  /** {@code round 8 of 8 so far}, {@code 8 rounds, then the condition was false}. */
  static String state(LoopRows rows, boolean programEnded) {
    String rounds = Numbers.exact(rows.rounds());
    if (!rows.running()) {
      return Numbers.of(rows.rounds(), "round") + ", then " + sentence(rows.end());
    }
    return programEnded
        ? Numbers.of(rows.rounds(), "round") + "; what was recorded ends inside the loop"
        : "round " + rounds + " of " + rounds + " so far";
  }

  /** The end as the table has it, said in a sentence. */
  private static String sentence(String end) {
    return switch (end) {
      case "condition false" -> "the condition was false";
      case "no element left" -> "no element was left";
      default -> end;
    };
  }

  /** What all times had together; empty if there was one. */
  static String total(LoopRows rows) {
    return rows.times() < 2
        ? ""
        : Numbers.exact(rows.times())
            + " times, "
            + Numbers.of(rows.allRounds(), "round")
            + " in all";
  }
}
