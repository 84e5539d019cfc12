// SPDX-License-Identifier: Apache-2.0
// A loop without an end that is all of its method: nothing stands behind its jump back.

class EndlessCalls {
  static int left = 3; // 1

  static void step() {
    if (left-- == 0) { // 4
      throw new IllegalStateException(); // 1
    }
  }

  static void forever() {
    while (true) step(); // 4 (4)
  }

  public static void main(String[] args) {
    try {
      forever(); // 1
    } catch (IllegalStateException e) { // 1
      left = 9; // 1
    }
  }
}
