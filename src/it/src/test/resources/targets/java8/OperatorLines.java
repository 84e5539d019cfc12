// SPDX-License-Identifier: Apache-2.0
// Where an operator begins a line, javac gives that line to the operands before it too, though they were written on the
// line above. The debugger sees no more than that, nor which jump on a line is a brace's.
// oracle: no

class OperatorLines {
  static int n;

  static int f(int x) { return x; } // *

  static boolean t(boolean b) { return b; } // *

  static int values(int x) {
    int y = f(x) // 2
        > 3 ? 1 : 2; // 2
    y += f(x) // 2
        > 3 // 2?
        ? f(1) // 1
        : f(2); // 1
    return f(x) // 2
        == 3 // 2?
        ? f(y) // 1
        : f(2); // 1
  }

  static void loops(int x) {
    for (int i = 0; // 1
        f(i) < 2 // 3 (2)
            && t(true); // 2
        i++) { // 2
      n++; // 2
    }
    do {
      x++; // 3
    } while (f(x) < 6 // 3 (3); ecj: 3
        && f(x) > 0); // 2; ecj: 2 (3)
  }

  static void breaks(int x) {
    switch (x) { // 3
      case 0: n++; // 1
        break; case 1: n--; // 2
        break; // 1; ecj: -
      default: // *
    }
  }

  public static void main(String[] args) {
    values(3); // 1
    values(4); // 1
    loops(3); // 1
    for (int i = 0; i < 3; i++) breaks(i); // 4 (3)
  }
}
