// SPDX-License-Identifier: Apache-2.0
// Several loops on one line: the outermost one's rounds are the line's.
// Hits are one for the arrival and one for each further round of a loop that stays on the line.

class OneLineNests {
  static int s;

  static void inner() {
    for (int i = 0; i < 3; i++) { // 4 (3)
      for (int j = 0; j < 4; j++) s++; // 15 (12)
    }
  }

  static void side() {
    for (int i = 0; i < 2; i++) s++; for (int j = 0; j < 3; j++) s++; // 6 (2)
  }

  static void nest() {
    for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) s++; // 16 (3)
  }

  public static void main(String[] args) {
    inner(); // 1
    side(); // 1
    nest(); // 1
  }
}
