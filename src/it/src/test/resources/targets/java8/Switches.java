// SPDX-License-Identifier: Apache-2.0
// switch on int, char, String: the line of the switch once a call, each label's body as it ran.

class Switches {
  static int n;

  static int number(int x) {
    switch (x) { // 4
      case 1:
        return 10; // 1
      case 2:
      case 3:
        return 20; // 2
      default:
        return 0; // 1
    }
  }

  static void fall(int x) {
    switch (x) { // 3
      case 1:
        n += 1; // 1
        // falls through
      case 2:
        n += 2; // 2
        break; // 2
      case 1000:
        n += 3; // 0
        break; // 0
      default:
        n += 4; // 1
    }
  }

  static int text(String s) {
    switch (s) { // 4
      case "a":
        return 1; // 1
      case "b":
        return 2; // 2
      case "Aa":
      case "BB":
        return 3; // 0
      default:
        return 0; // 1
    }
  }

  static int same(String s) {
    int r = 0; // 3
    switch (s) { // 3
      case "Aa":
        r = 1; // 1
        break; // 1
      case "BB":
        r = 2; // 1
        break; // 1?
    }
    return r; // 3
  }

  static void noDefault(char c) {
    switch (c) { // 2
      case 'x':
        n++; // 1
    }
    n++; // 2
  }

  static void oneLine(int x) {
    switch (x) { case 1: n++; break; case 2: n--; break; default: n = 0; } // 3
  }

  static void inLoop() {
    for (int i = 0; i < 4; i++) { // 5 (4)
      switch (i) { // 4
        case 0:
          continue; // 1
        case 1:
          n++; // 1
          break; // 1
        default:
          n--; // 2
          break; // 2?; ecj: 3
      }
      n++; // 3
    }
  }

  static void empty(int x) {
    switch (x) { // 1
    }
    n++; // 1
  }

  public static void main(String[] args) {
    number(1); // 1
    number(2); // 1
    number(3); // 1
    number(4); // 1
    fall(1); // 1
    fall(2); // 1
    fall(3); // 1
    text("a"); // 1
    text("b"); // 1
    text("b"); // 1
    text("z"); // 1
    same("Aa"); // 1
    same("BB"); // 1
    same("C#"); // 1
    noDefault('x'); // 1
    noDefault('y'); // 1
    oneLine(1); // 1
    oneLine(2); // 1
    oneLine(3); // 1
    inLoop(); // 1
    empty(1); // 1
  }
}
