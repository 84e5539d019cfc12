// SPDX-License-Identifier: Apache-2.0
// A finally block is one piece of source, however often the compiler copies it.

class Finally {
  static int n;

  static int divide(int x) {
    try {
      return 10 / x; // 2
    } finally {
      n++; // 2
    }
  }

  static int caught(int x) {
    try {
      return 10 / x; // 3
    } catch (ArithmeticException e) { // 1
      return -1; // 1
    } finally {
      n++; // 3
    }
  }

  static void falls() {
    try {
      n++; // 1
    } finally {
      n--; // 1
    }
    n++; // 1
  }

  static void thrown() {
    try {
      throw new IllegalStateException(); // 1
    } finally {
      n++; // 1
    }
  }

  static void rethrown() {
    try {
      thrown(); // 1
      n = 100; // 0
    } catch (IllegalStateException e) { // 1
      throw new IllegalArgumentException(e); // 1
    } finally {
      n--; // 1
    }
  }

  static void broken() {
    for (int i = 0; i < 4; i++) { // 3 (3)
      try {
        if (i == 1) { // 3
          continue; // 1
        }
        if (i == 2) { // 2
          break; // 1
        }
        n++; // 1
      } finally {
        n--; // 3
      }
    }
  }

  static int nested(int x) {
    try {
      try {
        if (x == 0) { // 3
          return 0; // 1
        }
        if (x == 1) { // 2
          throw new RuntimeException(); // 1
        }
        n++; // 1
      } finally {
        n++; // 3
      }
      return 2; // 1
    } catch (RuntimeException e) { // 1
      return 1; // 1
    } finally {
      n++; // 3
    }
  }

  @SuppressWarnings("finally")
  static int overridden() {
    try {
      return 1; // 1
    } finally {
      return 2; // 1
    }
  }

  static int value() {
    int x = 1; // 1
    try {
      x = 2; // 1
      return x; // 1
    } finally {
      x = 3; // 1
    }
  }

  static String over() {
    try {
      return String.valueOf( // 1
          Math.abs(-1)); // 1
    } finally {
      n++; // 1
    }
  }

  static void branches(boolean b) {
    try {
      n++; // 2
    } finally {
      if (b) { // 2
        n++; // 1
      } else {
        n--; // 1
      }
    }
  }

  static void loops() {
    try {
      n++; // 1
    } finally {
      for (int i = 0; i < 3; i++) { // 4 (3)
        n++; // 3
      }
    }
  }

  static void emptyReturn() {
    try {
      return; // 1
    } finally {
      n++; // 1
    }
  }

  static void named(int x) {
    try {
      n = 6 / x; // 2
    } finally {
      l:
      {
        n--; // 2
        if (x > 0) break l; // 2
      }
    }
  }

  static void withClass(int x) {
    try {
      n = 6 / x; // 2
    } finally {
      class L {}
      n--; // 2
    }
  }

  static void uncaught(int x) {
    try {
      named(x); // 2
    } catch (ArithmeticException e) { // 1
      n = 0; // 1
    }
    try {
      withClass(x); // 2
    } catch (ArithmeticException e) { // 1
      n = 0; // 1
    }
  }

  /** The jump that a finally ends with leads over the handler, as the end of a try does. */
  static void continued() {
    for (int i = 0; i < 3; i++) { // 4 (3)
      try {
        if (i == 1) { // 3
          throw new RuntimeException(); // 1
        }
        n++; // 2
      } finally {
        n--; // 3
        continue; // 3; ecj: -
      }
    }
  }

  static void continuedIf() {
    for (int i = 0; i < 3; i++) { // 4 (3)
      try {
        n++; // 3
      } finally {
        n--; // 3
        if (i > 0) { // 3
          n++; // 2
          continue; // 2; ecj: 0
        }
      }
    }
  }

  static void brokenOff(int k) {
    for (int i = 0; i < 3; i++) { // 3 (3)
      try {
        n++; // 3
      } catch (RuntimeException e) { // 0
        n = 0; // 0
      } finally {
        if (i == k) { // 3
          n--; // 1
          break; // 1
        }
      }
    }
  }

  static void loopBroken(int k) {
    try {
      n++; // 1
    } finally {
      for (;;) { // 3 (3)
        if (k-- < 0) { // 3
          n--; // 1
          break; // 1; ecj: -
        }
      }
    }
  }

  public static void main(String[] args) {
    continued(); // 1
    continuedIf(); // 1
    brokenOff(2); // 1
    loopBroken(1); // 1
    divide(1); // 1
    divide(2); // 1
    caught(1); // 1
    caught(2); // 1
    caught(0); // 1
    falls(); // 1
    try {
      rethrown(); // 1
      n = 0; // 0
    } catch (IllegalArgumentException e) { // 1
      n++; // 1
    }
    broken(); // 1
    nested(0); // 1
    nested(1); // 1
    nested(2); // 1
    overridden(); // 1
    value(); // 1
    over(); // 1
    branches(true); // 1
    branches(false); // 1
    loops(); // 1
    emptyReturn(); // 1
    uncaught(0); // 1
    uncaught(1); // 1
  }
}
