// SPDX-License-Identifier: Apache-2.0
// Loops without a condition have no check to count: their header shows rounds.

class EndlessLoops {
  static int n;

  static int byReturn() {
    int x = 0; // 1
    while (true) { // 3 (3)
      x++; // 3
      if (x == 3) { // 3
        return x; // 1
      }
    }
  }

  static void byForEver() {
    int x = 0; // 1
    for (;;) { // 4 (4)
      if (x == 3) { // 4
        break; // 1
      }
      x++; // 3
    }
  }

  static void byException() {
    int[] a = new int[2]; // 1
    int i = 0; // 1
    try {
      while (true) { // 3 (3)
        a[i] = i; // 3
        i++; // 2
      }
    } catch (ArrayIndexOutOfBoundsException e) { // 1
      n = i; // 1
    }
  }

  static void withStep() {
    for (int i = 0; ; i++) { // 4 (4)
      if (i == 3) { // 4
        break; // 1
      }
      n += i; // 3
    }
  }

  static void nested() {
    int x = 0; // 1
    // Both loops begin with the same instruction: the class file shows one loop, the inner one.
    while (true) { // -; ecj: 5 (5)
      while (true) { // 5 (5); ecj: -
        x++; // 5
        if (x % 3 == 0) { // 5
          break; // 1
        }
        if (x == 5) { // 4
          return; // 1
        }
      }
      n++; // 1
    }
  }

  static void continued() {
    int x = 0; // 1
    while (true) { // 4 (4)
      x++; // 4
      if (x < 4) { // 4
        continue; // 3; ecj: -
      }
      break; // 1?
    }
  }

  static void atTheEnd() {
    int x = 0; // 1
    do {
      if (x++ > 1) break; // 3
      n++; // 2
    } while (true); // 3 (3)
  }

  static void continuedOutside() {
    int x = 0; // 1
    outer:
    while (true) { // 3 (3)
      if (x++ >= 2) break; // 3
      for (int i = 0; ; i++) { // 5 (5)
        if (i == 3) break; // 5
        if (i >= x) continue outer; // 5
        n++; // 3
      }
    }
  }

  public static void main(String[] args) {
    byReturn(); // 1
    byForEver(); // 1
    byException(); // 1
    withStep(); // 1
    nested(); // 1
    continued(); // 1
    atTheEnd(); // 1
    continuedOutside(); // 1
  }
}
