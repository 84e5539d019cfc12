// SPDX-License-Identifier: Apache-2.0
// What stands behind the brace of a try, a catch or a synchronized block, or a do's, on the same line.

class BehindBraces {
  static int n;

  static int f(int x) { return x; } // *

  static boolean t(boolean b) { return b; } // *

  static void tries(int x) {
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } n++; // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } f(n); // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } finally { n++; } n++; // 3
    try {
      n += 6 / x; // 3
    } finally { n++; } n++; // 3
  }

  static void statementsBehind(int x) {
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } if (x > 0) n++; // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } for (int i = 0; i < 2; i++) n++; // 9 (6)
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { // 1
      n--; // 1
    } n++; // 3
    synchronized ("") { // 3; ecj: 6
      n++; // 3
    } n++; // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } return; // 1
  }

  static void doConditions(int x) {
    int i = 0; // 3
    do { // -
      if (i == x) continue; // 9
      n++; // 6
    n++; } while (++i < 3); // 9 (9)
    i = 0; // 3
    do { // -
      if (i == x) continue; // 9
      n++; } while (++i < 3); // 9 (9)
    i = 0; // 3
    do { // -
      if (t(i == x)) continue; // 9
      f(i); } while (t(++i < 3)); // 9 (9)
    i = 0; // 3
    do if (i == x) n++; // 9
      else n--; while (++i < 3); // 9 (9)
    i = 0; // 3
    do { // -
      if (i == x) { // 9
        int y = f(i); // 3
        n += y; // 3
      } else n--; } while (++i < 3); // 9 (9)
  }

  static void braceBehind(int x) { try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; }} // 1

  static void returnBehind(int x) {
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } return; } // 1

  static void finallyBehind(int x) {
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } finally { f(1); }} // 3

  static void inLoops(int x) {
    for (int i = 0; i < 2; i++) { try { // 9 (6)
      n += 6 / x; // 6
    } catch (ArithmeticException e) { n--; }} // 2
    int i = 0; // 3
    while (i++ < 2) try { // 9 (6)
      n += 6 / x; // 6
    } catch (ArithmeticException e) { n--; } // 2
    i = 0; // 3
    do try {
      n += 6 / x; // 6
    } catch (ArithmeticException e) { n--; } while (++i < 2); // 6 (6)
    i = 0; // 3
    do try {
      n += 6 / x; // 6
    } catch (ArithmeticException e) { n--; } while (f(++i) < 2); // 6 (6)
    for (Object o : new Object[2]) try { // 9 (6)
      n += 6 / x; // 6
    } catch (ArithmeticException e) { n--; } // 2
    for (Object o : java.util.Arrays.asList(1, 2)) try { // 9 (6)
      n += 6 / x; // 6
    } catch (ArithmeticException e) { n--; } // 2
    for (Object o : java.util.Arrays.asList(1, 2)) // 9 (6)
      try {
        n += 6 / x; // 6
      } catch (ArithmeticException e) { n--; } // 2
  }

  static void statements(int x) {
    if (x > 0) try { // 3
      n += 6 / x; // 2
    } catch (ArithmeticException e) { n--; } else n++; // 1
    if (x > 0) { // 3
      try {
        n += 6 / x; // 2
      } catch (ArithmeticException e) { n--; } } // 0
    else n++; // 1
    if (x < 1) try { // 3
      n += 6 / x; // 1
    } catch (ArithmeticException e) { n--; } finally { n++; } else n++; // 3
    try (AutoCloseable r = null) { // 3
      n += 6 / x; // 3
    } catch (Exception e) { n--; } // 1; ecj: 5
    try (AutoCloseable r = null) { // 3
      n += 6 / x; // 3
    } catch (Exception e) { n--; } n++; // 3; ecj: 5
    try (AutoCloseable r = () -> n++) { // 3 λ3
      n += 6 / x; // 3
    } catch (Exception e) { n--; } // 1; ecj: 5
    try (AutoCloseable r = () -> n++) { // 3 λ3
      n += 6 / x; // 3
    } catch (Exception e) { n--; } n++; // 3; ecj: 5
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } catch (RuntimeException e) { n++; } n++; // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { // 1
      n--; // 1
    } catch (RuntimeException e) { n++; } n++; // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } int k = 0; while (k < 2) k++; // 9 (6)
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } boolean z = x > 0; // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } z = x > 0 || // 3
      z; // 1?
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } switch (x) { case 0: n--; } // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } try { n++; } finally { n--; } // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } try { // 1
      n++; // 3
    } finally { n--; } // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } while (true) { n++; break; } // 3
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } ; // 1
    synchronized ("") { // 3; ecj: 6
      n++; // 3
    } n++; // 3
    synchronized ("") { // 3; ecj: 6
      n++; // 3
    } if (x > 0) n++; // 3
    synchronized ("") { // 3; ecj: 6
      n++; // 3
    }
    n++; // 3
  }

  static void locked(int x) { synchronized ("") { // 3; ecj: 6
      n++; // 3
    }}

  static int value(int x) {
    try {
      n += 6 / x; // 3
    } catch (ArithmeticException e) { n--; } return 1; } // 3

  static int returnsInside(int x) {
    try {
      return 6 / x; // 3
    } catch (ArithmeticException e) { n--; } return 1; } // 1

  static int mayReturn(int x) {
    try {
      if (x > 1) return 6 / x; // 3
    } catch (ArithmeticException e) { n--; } return 1; } // 2

  static int mayReturnBelow(int x) {
    try {
      if (x > 1) // 3
        return 6 / x; // 1
    } catch (ArithmeticException e) { n--; } return x > 2 ? 1 : 2; } // 2; ecj: 0

  static void leaves(int x) {
    for (int i = 0; i < 2; i++) { // 7 (5)
      try {
        n += 6 / x; // 5
      } catch (ArithmeticException e) { n--; } if (x > 1) break; // 5
      n++; // 4
    }
  }

  static void loops(int x) {
    for (int i = 0; i < x; i++) { // 6 (3)
      n++; // 3
    } n++; // 3
    int k = x; // 3
    while (k > 0) { // 6 (3)
      k--; // 3
    } for (int i = 0; i < 2; i++) { // 9 (6)
      n++; // 6
    } if (x > 0) n++; // 3
    for (int i = 0; i < 2; i++) // 9 (6)
      twice(() -> { // 6
        n++; // 12
      }); n++; // 3
    for (int i = 0; i < x; i++) // 6 (3)
      synchronized ("") { // 3; ecj: 6
        n++; // 3
        n++; // 3
      }
    for (int i = 0; i < x; i++) // 6 (3)
      switch (i) { // 3
        case 0:
          n++; // 2
        default:
          n--; // 3
      }
    for (int i = 0; i < x; i++) // 6 (3)
      try (AutoCloseable r = () -> n++) { // 3 λ3
        n += 6 / i; // 3
      } catch (Exception e) { // 2; ecj: 7
        n++; // 2
      } finally {
        n--; // 3
      }
  }

  static void twice(Runnable r) {
    r.run(); // 6
    r.run(); // 6
  }

  public static void main(String[] args) {
    for (int i = 0; i < 3; i++) { // 4 (3)
      try {
        tries(i); // 3
      } catch (ArithmeticException e) { // 1
        n--; // 1
      }
      statementsBehind(i); // 3
      doConditions(i); // 3
      braceBehind(i); // 3
      returnBehind(i); // 3
      finallyBehind(i); // 3
      inLoops(i); // 3
      statements(i); // 3
      locked(i); // 3
      value(i); // 3
      returnsInside(i); // 3
      mayReturn(i); // 3
      mayReturnBelow(i); // 3
      leaves(i); // 3
      loops(i); // 3
    }
  }
}
