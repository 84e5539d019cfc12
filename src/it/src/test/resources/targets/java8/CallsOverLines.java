// SPDX-License-Identifier: Apache-2.0
// One evaluation of one statement hits each of its lines at most once.

import java.util.Arrays;
import java.util.stream.Stream;

class CallsOverLines {
  static int n;

  static int id(int x) {
    return x; // 13
  }

  static int larger(int a, int b) {
    return Math.max( // 1
        Math.abs(a), // 1
        Math.abs(b)); // 1
  }

  static int sum(int a, int b, int c) {
    return a + b + c; // 3
  }

  static void arguments() {
    n = sum( // 1
        id(1), // 1
        id(2), // 1
        id(3)); // 1
    n = sum(id(1), // 1
        id(2), // 1
        3); // -; ecj: 1
  }

  static void nested() {
    n = sum( // 1
        1, // -; ecj: 1
        id( // 1
            id(2)), // 1
        id(3)); // 1
  }

  static void chain() {
    StringBuilder b = new StringBuilder(); // 1
    b.append(id(1)) // 1
        .append(id(2)) // 1
        .append("x") // 1
        .append(id(3)); // 1
    n += b.length(); // 1
  }

  static void stream() {
    n = Stream.of(1, 2, 3) // 1
        .map(x -> x + 1) // 1 λ3
        .mapToInt(Integer::intValue) // 1
        .sum(); // 1
  }

  static void operands() {
    n = id(1) // 1
        + id(1); // 1
  }

  static void inLoop() {
    for (int i = 0; i < 2; i++) { // 3 (2)
      n += Math.min( // 2
          Math.abs(i), // 2
          Math.abs(-i)); // 2
    }
  }

  static void array() {
    int[] a = {1, // 1
      2, // 1?
      3}; // 1?
    n += a.length; // 1
    Object[] o = { // 1
      new Object(), // 1?
      new Object(), // 1?
    };
    n += o.length; // 1
    n += Arrays.asList( // 1
            "a", // 1?
            "b") // 1?
        .size(); // 1
  }

  public static void main(String[] args) {
    larger(-1, 2); // 1
    arguments(); // 1
    nested(); // 1
    chain(); // 1
    stream(); // 1
    operands(); // 1
    inLoop(); // 1
    array(); // 1
  }
}
