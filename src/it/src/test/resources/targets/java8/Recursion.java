// SPDX-License-Identifier: Apache-2.0
// Each activation hits its lines for itself.

class Recursion {
  static int fact(int n) {
    if (n <= 1) return 1; // 5
    return n * fact(n - 1); // 4
  }

  static int fib(int n) {
    if (n < 2) { // 15
      return n; // 8
    }
    return fib(n - 1) + fib(n - 2); // 7
  }

  static void down(int n) {
    if (n == 0) { // 4
      return; // 1
    }
    down(n - 1); // 3
  }

  static int oneLine(int n) { return n == 0 ? 0 : 1 + oneLine(n - 1); } // 4

  static boolean even(int n) {
    return n == 0 || odd(n - 1); // 3
  }

  static boolean odd(int n) {
    return n != 0 && even(n - 1); // 2
  }

  static void loopAndCall(int n) {
    for (int i = 0; i < n; i++) { // 9 (4)
      loopAndCall(n - 1); // 4
    }
  }

  public static void main(String[] args) {
    fact(5); // 1
    fib(5); // 1
    down(3); // 1
    oneLine(3); // 1
    even(4); // 1
    loopAndCall(2); // 1
  }
}
