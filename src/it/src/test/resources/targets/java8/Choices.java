// SPDX-License-Identifier: Apache-2.0
// Conditions, && and || and ?: over one line and over several.

class Choices {
  static int n;

  static boolean yes() {
    n++; // 9
    return true; // 9
  }

  static boolean no() {
    n--; // 6
    return false; // 6
  }

  static int f() {
    return 1; // 3
  }

  static int g() {
    return 2; // 1
  }

  static void ternary(boolean a) {
    int y = a // 1
        ? f() // 1
        : g(); // 0
    n += y; // 1
  }

  static void ternaryFalse(boolean a) {
    n = a // 1
        ? f() // 0
        : g(); // 1
  }

  static int ternaryReturn(int x) {
    return x > 0 // 2
        ? f() // 2
        : 7; // 0
  }

  static int oneLine(int x) {
    return x > 0 ? 1 : 2; // 2
  }

  static void and() {
    boolean x = yes() && no() // 1
        && yes(); // 0
    n += x ? 1 : 0; // 1
    x = yes() // 1
        && yes() // 1
        && no(); // 1
    if (x) { // 1
      n = 0; // 0
    }
  }

  static void or() {
    if (no() // 1
        || yes() // 1
        || no()) { // 0
      n++; // 1
    }
    if (no() // 1
        || no()) { // 1
      n++; // 0
    } else {
      n--; // 1
    }
    boolean b = no() || yes(); // 1
    boolean c = !(yes() // 1
        && yes()); // 1
    if (b && !c) n++; // 1
  }

  static int ifs(int x) {
    if (x == 1) { // 3
      return 10; // 1
    } else if (x == 2) { // 2
      return 20; // 1
    } else {
      return 30; // 1
    }
  }

  static int lineIf(int x) { if (x == 1) return 1; return 2; } // 3

  static void branchOnOneLine(int x) {
    if (x > 0) n++; else n--; // 2
  }

  static void nothing(int x) {
    if (x > 0) { // 1; ecj: -
    }
    if (x > 0) ; // 1
  }

  public static void main(String[] args) {
    ternary(true); // 1
    ternaryFalse(false); // 1
    ternaryReturn(1); // 1
    ternaryReturn(2); // 1
    oneLine(1); // 1
    oneLine(-1); // 1
    and(); // 1
    or(); // 1
    ifs(1); // 1
    ifs(2); // 1
    ifs(3); // 1
    lineIf(1); // 1
    lineIf(2); // 1
    lineIf(3); // 1
    branchOnOneLine(1); // 1
    branchOnOneLine(-1); // 1
    nothing(1); // 1
    yes(); // 1
    yes(); // 1
  }
}
