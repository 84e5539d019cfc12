// SPDX-License-Identifier: Apache-2.0
// assert: run with assertions off (as a program is by default); the flag's own code is not counted.

class Asserts {
  static int n; // -; ecj: 1

  static void check(int x) {
    assert x > 0; // 2
    assert x > 0 : "no: " + x; // 2
    n++; // 2
  }

  static void overLines(int x) {
    assert x > 0 // 1
        : message(x); // 0?
    n++; // 1
  }

  static String message(int x) {
    return "no: " + x; // 0
  }

  public static void main(String[] args) {
    check(1); // 1
    check(-1); // 1
    overLines(-1); // 1
  }
}
