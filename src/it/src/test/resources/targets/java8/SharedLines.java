// SPDX-License-Identifier: Apache-2.0
// What begins behind a brace, a jump or another value on the same line: the line table has no entry for it, or one for
// the jump at the brace.

class SharedLines {
  static int n;

  static int f(int x) { return x; } // *

  static boolean t(boolean b) { return b; } // *

  static void elses(int x) {
    if (x > 1) { // 3
      int y = f(x); // 1
      n += y; // 1
    } else n--; // 2
    if (x > 1) { // 3
      int y = f(x); // 1
      n += y; // 1
    } else if (x > 0) { // 2
      int z = x; // 1
      n += z; // 1
    } else {
      n++; // 1
    }
    if (x > 1) { // 3
      int y = f(x); // 1
      n += y; // 1
    } else if (x > 0 // 2
        && f(x) > 5) { // 1
      n++; // 0
    } else f( // 2
        f(x)); // 2
    if (x > 1) { // 3
      int y = f(x); // 1
      n += y; // 1
    } else for (int i = 0; i < 2; i++) // 6 (4)
      n++; // 4
    if (x > 1) { // 3
      int y = f(x); // 1
      for (int i = 0; i < 2; i++) n += y; // 3 (2)
    } else if (x > 0) { // 2
      n++; // 1
    }
    if (x > 1) { // 3
      int y = f(x); // 1
      n += y; // 1
    } else switch (x) { // 2
      case 0: n++; // 1
    }
    if (x > 1) { // 3
      int y = f(x); // 1
      n += y; // 1
    } else return; // 2
    n++; // 1
  }

  static void inLoops(int x) {
    int k = 0; // 3
    while (k < 4) { // 15 (12)
      if (k > 2) { // 12
        int y = f(x); // 3
        n += y; // 3
      } else n--; // 9
      k++; // 12
    }
    while (k < 6) { // 9 (6)
      if (k++ > 4) { // 6
        int y = f(x); // 3
        n += y; // 3
      } else n--; // 3
    }
  }

  static void values(int x) {
    int y = f(x) > 1 // 3
        ? f(1) : f(2); // 3
    y = x > 1 // 3
        ? 1 : 2; // 3
    y = f(x) > 1 ? // 3
        f(1) : f(2); // 3
    String s = t(x > 1) // 3
        ? "a" : "b"; // 3
    n += t(x > 1) // 3; ecj: 6
        ? 1 : 0; // 3
    boolean b = t(x > 1) // 3
        && t(x > 0); // 1
    b = t(x > 1) // 3
        || t(x > 0); // 2
    if (t(x > 1) // 3
        && t(x > 0)) n++; else n--; // 3
    if (t(x > 1) // 3
        || t(x > 0)) n++; else n--; // 3
    if (t(x > 1) // 3
        && t(x > 0) // 1
        || x == 5) { // -; ecj: 2
      n++; // 1
    }
  }

  static boolean both(int x) {
    return t(x > 1) // 3
        && t(x > 0); // 1
  }

  static boolean either(int x) {
    return !(t(x > 1) // 3
        || t(x > 0)); // 2
  }

  static int returns(int x) {
    if (x > 1) { // 3
      return 1; } return 2; // 3
  }

  static int throwsOrReturns(int x) {
    if (x > 1) // 3
      throw new IllegalStateException(); else return 2; // 3
  }

  static void switches(int x) {
    switch (x) { // 5
      case 0: n++; break; case 1: n--; break; // 2
      case 2: case 3: n++; break; default: n--; } // 3
    switch (x) { // 5
      case 2: n++; case 3: n++; } // 2
    switch ("k" + x) { // 5
      case "k0": n++; break; case "k1": n--; break; // 2
      case "k2": n++; break; default: n--; } // 3
  }

  /** Behind the finally the jump goes on, on the line of its condition. */
  static void jumps(int x) {
    for (int i = 0; i < 3; i++) { // 12 (9)
      try {
        if (i == x) continue; // 9
        n += 6 / x; // 6
      } catch (ArithmeticException e) { continue; } // 2
      finally { n++; } // 9
      n++; // 4
    }
    for (int i = 0; i < 3; i++) { // 6 (6)
      try {
        if (i == x) break; // 6
        n++; // 3
      } finally {
        n++; // 6
      }
    }
  }

  public static void main(String[] args) {
    for (int i = 0; i < 3; i++) { // 4 (3)
      elses(i); // 3
      inLoops(i); // 3
      values(i); // 3
      both(i); // 3
      either(i); // 3
      returns(i); // 3
      jumps(i); // 3
      try {
        throwsOrReturns(i); // 3
      } catch (IllegalStateException e) { // 1
        n--; // 1
      }
    }
    for (int i = 0; i < 5; i++) switches(i); // 6 (5)
  }
}
