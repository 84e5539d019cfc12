// SPDX-License-Identifier: Apache-2.0
// Loop headers and conditions that take several lines: each line shows how often it was reached.

class HeaderOverLines {
  static int n;

  static void threeParts() {
    for (int i = 0; // 1; ecj: 12
        i < 10; // 11 (10)
        i++) { // 10
      n += i; // 10
    }
  }

  static void bodyBelow() {
    for (int i = 0; i < 10; i++) // 11 (10)
      n += i; // 10
    int k = 0; // 1
    while (k < 3) // 4 (3)
      k++; // 3
  }

  static void ifBelow() {
    for (int i = 0; i < 10; i++) if (i % 2 == 0) // 11 (10)
      n += i; // 5
  }

  static void condition(int limit) {
    int i = 0; // 1
    while (i < 5 // 4 (3)
        && i < limit) { // 4?
      i++; // 3
    }
  }

  static void bodyWithoutEffect(int limit) {
    int i = 0; // 1
    do {
      if (i > 1) continue; // 3
    } while (++i < 5 && i < limit); // 3 (3)
  }

  public static void main(String[] args) {
    threeParts(); // 1
    bodyBelow(); // 1
    ifBelow(); // 1
    condition(3); // 1
    bodyWithoutEffect(3); // 1
  }
}
