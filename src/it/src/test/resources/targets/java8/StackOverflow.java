// SPDX-License-Identifier: Apache-2.0
// oracle: no
// A recursion without end: too deep to be followed by a debugger.

class StackOverflow {
  static int n;
  static int depth;

  static void overflow() {
    depth++; // *
    overflow(); // *
    n = -1; // 0
  }

  static void caughtOverflow() {
    try {
      overflow(); // 1
      n = -1; // 0
    } catch (StackOverflowError e) { // 1
      n++; // 1
    }
  }

  public static void main(String[] args) {
    caughtOverflow(); // 1
  }
}
