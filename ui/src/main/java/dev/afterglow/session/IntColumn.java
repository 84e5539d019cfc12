// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import java.util.Arrays;

/**
 * A list of {@code int}s that only grows, in pieces: growing copies nothing, and little is kept in
 * reserve. One thread at a time writes; others may read what they were told is there.
 */
final class IntColumn {
  private static final int SHIFT = 12;
  private static final int MASK = (1 << SHIFT) - 1;

  private volatile int[][] pieces = new int[0][];
  private int size;

  /** How many there are; for the writer. */
  int size() {
    return size;
  }

  int get(int index) {
    return pieces[index >>> SHIFT][index & MASK];
  }

  void set(int index, int item) {
    pieces[index >>> SHIFT][index & MASK] = item;
  }

  void add(int item) {
    int piece = size >>> SHIFT;
    if (piece == pieces.length) {
      int[][] more = Arrays.copyOf(pieces, piece + 1);
      more[piece] = new int[MASK + 1];
      pieces = more;
    }
    pieces[piece][size++ & MASK] = item;
  }

  /** What its arrays take. */
  long bytes() {
    return pieces.length * (4L * (MASK + 1) + 4);
  }
}
