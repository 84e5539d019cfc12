// SPDX-License-Identifier: Apache-2.0
/** Ways out of loops and of what is closed at the end; found by generated programs. */
class Leaving {
  static int n; // -

  public static void main(String[] args) throws Exception {
    bottom(2); // 1
    bottom(9); // 1
    either(7); // 1
    closed(true); // 1
    closed(false); // 1
    labelled(); // 1
    inside(); // 1
    atTheEnd(); // 1
    several(3); // 1
    closing(); // 1
  }

  static void bottom(int limit) {
    int i = 0; // 2
    do {
      if (i == limit) break; // 6
      n++; // 5
    } while (++i < 3); // 5 (6)
  }

  static void either(int limit) {
    int i = 0; // 1
    do {
      if (i == limit || n < 0) // 3
        throw new IllegalStateException(); // 0
      n++; // 3
    } while (++i < 3); // 3 (3)
  }

  static void closed(boolean early) throws Exception {
    try (AutoCloseable first = () -> n++) { // 2 λ2
      try (AutoCloseable second = () -> n--) { // 2 λ2
        if (early) return; // 2
        n++; // 1
      }
    }
  }

  static void labelled() {
    try {
      n++; // 1
    } finally {
      all:
      for (int i = 0; i < 2; i++) { // 2 (2)
        if (i == 1) break all; // 2
      }
    }
  }

  static void inside() {
    while (true) { // 2 (2)
      if (n > 100) break; // 2
      do {
        n += 60; // 2
        if (n < 0) break; // 2
      } while (n < 100); // 2 (2)
    }
  }

  static void atTheEnd() {
    for (int i = 0; i < 4; i++) { // 5 (4)
      try {
        n++; // 4
      } finally {
        if (i < 2) // 4
          continue; // 2; ecj: 0
      }
    }
  }

  static void several(int limit) {
    int i = 0; // 1
    while (i++ < 5) { // 3 (3)
      if (i == limit || n < 0) break; // 3
      n++; // 2
    }
    do {
      if (i > 9 || n < 0 || i == limit) break; // 1
      n++; // 0
    } while (n < 100); // 0 (1)
  }

  static void closing() {
    int i = 0; // 1
    again:
    while (true) { // 5 (5)
      if (i++ >= 4) break; // 5
      try (AutoCloseable c = () -> n++) { // 4 λ4
        try {
          n++; // 4
        } finally {
          if (i < 3) // 4
            continue again; // 2
        }
        n++; // 2
      } catch (Exception e) { // 0; ecj: 4
        n--; // 0
      }
    }
  }
}
