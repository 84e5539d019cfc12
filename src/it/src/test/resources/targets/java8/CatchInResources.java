// SPDX-License-Identifier: Apache-2.0
// A catch that ends what a try with resources holds is the reader's, though the compiler's follows.

class CatchInResources {
  static int n;

  static class Door implements AutoCloseable {
    @Override
    public void close() {
      n++; // 4
    }
  }

  static void typed(int by) {
    try (Door d = new Door()) { // 2
      try {
        n = 1 / by; // 2
      } catch (ArithmeticException e) { // 1
        n++; // 1
      }
    }
  }

  static void all(int by) {
    try (Door d = new Door()) { // 2
      try {
        n = 1 / by; // 2
      } catch (Throwable e) { // 1
        n++; // 1
      }
    }
  }

  public static void main(String[] args) {
    typed(0); // 1
    typed(1); // 1
    all(0); // 1
    all(1); // 1
  }
}
