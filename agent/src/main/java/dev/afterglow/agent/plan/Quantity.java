// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.Arrays;

/** A number that the window shows or needs: a line's hits, a loop's rounds. A sum of counters. */
final class Quantity {
  private int[] counters = new int[0];

  void add(int counter) {
    counters = Arrays.copyOf(counters, counters.length + 1);
    counters[counters.length - 1] = counter;
  }

  /** The counters, shifted by the number of counters of the methods before. */
  int[] terms(int firstCounter) {
    int[] terms = counters.clone();
    for (int i = 0; i < terms.length; i++) {
      terms[i] += firstCounter;
    }
    return terms;
  }
}
