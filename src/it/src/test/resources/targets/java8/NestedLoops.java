// SPDX-License-Identifier: Apache-2.0
// Loops in loops, labels, break and continue.

class NestedLoops {
  static int n;

  static void table() {
    for (int i = 0; i < 3; i++) { // 4 (3)
      for (int j = 0; j < 4; j++) { // 15 (12)
        n += i * j; // 12
      }
    }
  }

  static void triangle() {
    for (int i = 0; i < 4; i++) { // 5 (4)
      for (int j = 0; j < i; j++) { // 10 (6)
        n++; // 6
      }
    }
  }

  static void labelled() {
    outer:
    for (int i = 0; i < 3; i++) { // 3 (3)
      for (int j = 0; j < 3; j++) { // 5 (5)
        if (j == 1) { // 5
          continue outer; // 2
        }
        if (i == 2) { // 3
          break outer; // 1
        }
        n++; // 2
      }
    }
  }

  static void labelledBlock() {
    block:
    {
      if (n > 0) { // 1
        break block; // 1
      }
      n = 1; // 0
    }
    n++; // 1
  }

  static void odd() {
    for (int i = 0; i < 6; i++) { // 7 (6)
      if (i % 2 == 0) { // 6
        continue; // 3
      }
      n += i; // 3
    }
  }

  static void whileInFor() {
    for (int i = 1; i <= 3; i++) { // 4 (3)
      int k = i; // 3
      while (k > 0) { // 9 (6)
        k--; // 6
      }
    }
  }

  static void doInWhile() {
    int i = 0; // 1
    while (i < 2) { // 3 (2)
      int k = 0; // 2
      do {
        k++; // 6
      } while (k < 3); // 6 (6)
      i++; // 2
    }
  }

  public static void main(String[] args) {
    table(); // 1
    triangle(); // 1
    labelled(); // 1
    labelledBlock(); // 1
    odd(); // 1
    whileInFor(); // 1
    doInWhile(); // 1
  }
}
