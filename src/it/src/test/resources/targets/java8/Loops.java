// SPDX-License-Identifier: Apache-2.0
// The worked table's loops: hits are checks, rounds stand in brackets.

import java.util.Arrays;
import java.util.Collections;

class Loops {
  static int sum;

  static void counted() {
    for (int i = 0; i < 10; i++) { // 11 (10)
      sum += i; // 10
    }
  }

  static void leftByBreak() {
    for (int i = 0; i < 10; i++) { // 4 (4)
      if (i == 3) { // 4
        break; // 1
      }
      sum += i; // 3
    }
  }

  static void overArray() {
    for (int v : new int[] {1, 2, 3}) { // 4 (3)
      sum += v; // 3
    }
  }

  static void overList() {
    for (String s : Arrays.asList("a", "b", "c")) { // 4 (3)
      sum += s.length(); // 3
    }
  }

  static void overNothing() {
    for (String s : Collections.<String>emptyList()) { // 1 (0)
      sum += s.length(); // 0
    }
  }

  static void whileLoop() {
    int j = 0; // 1
    while (j < 10) { // 11 (10)
      j++; // 10
    }
  }

  static void neverEntered() {
    int j = 10; // 1
    while (j < 10) { // 1 (0)
      j++; // 0
    }
    for (int i = 3; i < 3; i++) { // 1 (0)
      sum++; // 0
    }
  }

  static void doLoop() {
    int x = 5; // 1
    do {
      x--; // 5
    } while (x > 0); // 5 (5)
  }

  static void endless() {
    int x = 0; // 1
    while (true) { // 6 (6)
      x++; // 6
      if (x == 6) { // 6
        break; // 1; ecj: -
      }
    }
  }

  static void notCalled() {
    for (int i = 0; i < 10; i++) { // 0 (0)
      sum += i; // 0
    }
  }

  public static void main(String[] args) {
    counted(); // 1
    leftByBreak(); // 1
    overArray(); // 1
    overList(); // 1
    overNothing(); // 1
    whileLoop(); // 1
    neverEntered(); // 1
    doLoop(); // 1
    endless(); // 1
  }
}
