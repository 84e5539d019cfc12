// SPDX-License-Identifier: Apache-2.0
// synchronized: the line that takes the lock is hit once, its closing brace shows nothing.

class Monitors {
  static final Object LOCK = new Object(); // 1
  static int n; // -; ecj: 1

  static void once() {
    synchronized (LOCK) { // 1; ecj: 2
      n++; // 1
    }
    n++; // 1
  }

  static int returns() {
    synchronized (LOCK) { // 1
      return n; // 1
    }
  }

  static void thrown() {
    synchronized (LOCK) { // 1; ecj: 2
      throw new RuntimeException(); // 1
    }
  }

  static synchronized void whole() {
    n++; // 1
  }

  static void inLoop() {
    for (int i = 0; i < 3; i++) { // 4 (3)
      synchronized (LOCK) { // 3; ecj: 5
        if (i == 1) { // 3
          continue; // 1
        }
        n++; // 2
      }
    }
  }

  static void leftAtItsEnd() {
    for (int i = 0; i < 3; i++) { // 4 (3)
      synchronized (LOCK) { // 3
        n++; // 3
        continue; // 3
      }
    }
  }

  static void empty() {
    synchronized (LOCK) { // 1
    }
  }

  static void oneLine() {
    synchronized (LOCK) { n++; } // 1
  }

  public static void main(String[] args) {
    once(); // 1
    returns(); // 1
    try {
      thrown(); // 1
    } catch (RuntimeException e) { // 1
      n++; // 1
    }
    whole(); // 1
    inLoop(); // 1
    leftAtItsEnd(); // 1
    empty(); // 1
    oneLine(); // 1
  }
}
