// SPDX-License-Identifier: Apache-2.0
// A break or continue that ends a try with a record pattern in it is hit: javac's own jump over what throws when a
// component cannot be read has no line of its own.

class RecordPatternJumps {
  record Pair(int left, int right) {}

  static int n;

  static void leftInElse(Object[] all) {
    for (Object o : all) { // 2 (2)
      try {
        if (o instanceof Pair(int a, int b)) { // 2
          n += a + b; // 1
        } else {
          n++; // 1
          break; // 1
        }
      } catch (RuntimeException e) { // 0
        n = 0; // 0
      }
      n++; // 1
    }
  }

  static void leftByIf(Object[] all) {
    for (Object o : all) { // 3 (3)
      try {
        if (o instanceof Pair(int a, int b)) { // 3
          n += a + b; // 2
        }
        if (o == all[2]) // 3
          break; // 1
      } finally {
        n = 0; // 3
      }
    }
  }

  static void leftAtTheEnd(Object[] all) {
    for (Object o : all) { // 1
      if (o instanceof Pair(int a, int b)) { // 1
        n += a + b; // 1
      }
      n++; // 1
      break; // 1
    }
  }

  static void goesOn(Object[] all) {
    outer:
    for (Object o : all) { // 4 (3)
      for (int i = 0; i < 3; i++) { // 6 (6)
        try {
          if (o instanceof Pair(int a, int b)) { // 6
            n += a + b; // 4
          }
          if (n % 2 == i) // 6
            continue; // 3
          else
            continue outer; // 3
        } finally {
          n += 2; // 6
        }
      }
    }
  }

  static void untouched(Object[] all) {
    for (Object o : all) { // 4 (3)
      try {
        if (o instanceof Pair(int a, int b)) { // 3
          n += a + b; // 2
        }
        n++; // 3
      } catch (RuntimeException e) { // 0
        n = 0; // 0
      }
      if (o instanceof Pair(int a, int b) && a > 1) { // 3
        n++; // 1
      }
    }
    if (all[0] instanceof Pair(int a, int b)) { // 1
      n += a; // 1
    }
  }

  public static void main(String[] args) {
    Object[] all = {new Pair(1, 2), "", new Pair(3, 4)}; // 1
    leftInElse(all); // 1
    leftByIf(all); // 1
    leftAtTheEnd(all); // 1
    n = 1; // 1
    goesOn(all); // 1
    untouched(all); // 1
  }
}
