// SPDX-License-Identifier: Apache-2.0
// try-with-resources: the null check and the close calls are the compiler's, not the reader's.

class Resources {
  static int n;

  static class Door implements AutoCloseable {
    final boolean stuck;

    Door(boolean stuck) {
      this.stuck = stuck; // 11
    }

    @Override
    public void close() {
      n++; // 11
      if (stuck) { // 11
        throw new IllegalStateException("stuck"); // 2
      }
    }
  }

  static Door open() {
    return new Door(false); // 9
  }

  static void once() {
    try (Door d = open()) { // 1
      n++; // 1
    }
    n++; // 1
  }

  static void none() {
    try (Door d = null) { // 1
      n++; // 1
    }
  }

  static int returned() {
    try (Door d = open()) { // 1
      return n; // 1
    }
  }

  static void bodyThrows() {
    try (Door d = open()) { // 1
      throw new RuntimeException(); // 1
    } catch (RuntimeException e) { // 1; ecj: 3
      n++; // 1
    }
  }

  static void closeThrows() {
    try (Door d = new Door(true)) { // 1
      n++; // 1
    } catch (IllegalStateException e) { // 1; ecj: 3
      n++; // 1
    }
  }

  static void bothThrow() {
    try (Door d = new Door(true)) { // 1
      throw new RuntimeException(); // 1
    } catch (RuntimeException e) { // 1; ecj: 3
      n++; // 1
    } finally {
      n++; // 1
    }
  }

  static void several() {
    try (Door a = open(); // 1
        Door b = open(); // 1
        Door c = open()) { // 1
      n++; // 1
    } finally {
      n++; // 1
    }
  }

  static void inLoop() {
    for (int i = 0; i < 3; i++) { // 4 (3)
      try (Door d = open()) { // 3
        if (i == 1) { // 3
          continue; // 1?
        }
        n++; // 2
      }
    }
  }

  public static void main(String[] args) {
    once(); // 1
    none(); // 1
    returned(); // 1
    bodyThrows(); // 1
    closeThrows(); // 1
    bothThrow(); // 1
    several(); // 1
    inLoop(); // 1
  }
}
