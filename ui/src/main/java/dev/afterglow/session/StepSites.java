// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import java.util.Arrays;

/**
 * What many steps have in common, kept once and known by number: kind, method, line and thread. One
 * thread at a time writes; others may read the numbers they were told of.
 */
final class StepSites {
  private static final int WORDS = 4;

  private volatile int[] items = new int[WORDS * 64];
  private int count;

  /** Numbers plus 1, by hash; 0 where there is none. */
  private int[] table = new int[128];

  int number(int kind, int method, int line, int thread) {
    int place = place(kind, method, line, thread);
    if (table[place] != 0) {
      return table[place] - 1;
    }
    int at = WORDS * count;
    if (at == items.length) {
      items = Arrays.copyOf(items, 2 * at);
    }
    int[] all = items;
    all[at] = kind;
    all[at + 1] = method;
    all[at + 2] = line;
    all[at + 3] = thread;
    table[place] = ++count;
    int number = count - 1;
    if (count * 2 > table.length) {
      table = new int[table.length * 2];
      for (int i = 0; i < count; i++) {
        table[place(kind(i), method(i), line(i), thread(i))] = i + 1;
      }
    }
    return number;
  }

  private int place(int kind, int method, int line, int thread) {
    int hash = ((kind * 31 + method) * 8191 + line) * 31 + thread;
    int at = (hash * 0x9E3779B9) >>> 7 & (table.length - 1);
    while (table[at] != 0) {
      int known = table[at] - 1;
      if (kind(known) == kind
          && method(known) == method
          && line(known) == line
          && thread(known) == thread) {
        break;
      }
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }

  int kind(int number) {
    return items[WORDS * number];
  }

  int method(int number) {
    return items[WORDS * number + 1];
  }

  int line(int number) {
    return items[WORDS * number + 2];
  }

  int thread(int number) {
    return items[WORDS * number + 3];
  }

  /** What its arrays take. */
  long bytes() {
    return 4L * items.length + 4L * table.length;
  }
}
