// SPDX-License-Identifier: Apache-2.0
// Exceptions that pass through frames: the calls are hit, what follows them is not.

class ThrownThrough {
  static int n;

  static void deep(int k) {
    if (k == 0) { // 4
      throw new IllegalStateException("deep"); // 1
    }
    deep(k - 1); // 3
    n++; // 0
  }

  static void middle() {
    n++; // 1
    deep(3); // 1
    n++; // 0
  }

  static void two() {
    try {
      middle(); // 1
    } catch (IllegalArgumentException e) { // 0
      n++; // 0
    } catch (IllegalStateException e) { // 1
      n++; // 1
    }
    n++; // 1
  }

  static void multi(int k) {
    try {
      if (k == 0) throw new IllegalArgumentException(); // 2
      if (k == 1) throw new IllegalStateException(); // 1
      n++; // 0
    } catch (IllegalArgumentException | IllegalStateException e) { // 2
      n++; // 2
    }
  }

  static boolean fail() {
    throw new UnsupportedOperationException(); // 2
  }

  static void inCondition() {
    try {
      if (fail()) { // 1
        n++; // 0
      }
    } catch (UnsupportedOperationException e) { // 1
    }
    try { while (fail()) n++; } catch (UnsupportedOperationException e) { n++; } // 1 (0)
  }

  static void oneLine() {
    try { throw new RuntimeException(); } catch (RuntimeException e) { n++; } // 1
  }

  public static void main(String[] args) {
    two(); // 1
    multi(0); // 1
    multi(1); // 1
    inCondition(); // 1
    oneLine(); // 1
  }
}
