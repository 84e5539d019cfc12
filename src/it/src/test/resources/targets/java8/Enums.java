// SPDX-License-Identifier: Apache-2.0
// Enums: the constants are written, values() and valueOf() are not.

class Enums {
  static int n;

  enum Kind {
    RED, // 1
    GREEN // 1
  }

  enum Together {
    A, B, C // 1
  }

  enum Answer { LOW, HIGH } // 1

  static class Empty {} static class Field { int x = n; } // 1

  enum Planet {
    EARTH(6), // 1
    MARS( // 1
        3) { // 1?
      @Override
      int mass() {
        return mass * 10; // 1
      }
    };

    final int mass;

    Planet(int mass) {
      this.mass = mass; // 2
    }

    int mass() {
      return mass; // 1
    }
  }

  enum Op {
    PLUS { // 1
      @Override
      int apply(int a, int b) {
        return a + b; // 1
      }
    },
    MINUS { // 1
      @Override
      int apply(int a, int b) {
        return a - b; // 0
      }
    };

    static int uses = 0; // 1

    abstract int apply(int a, int b);
  }

  static int code(Kind k) {
    switch (k) { // 3
      case RED:
        return 1; // 2
      case GREEN:
        return 2; // 1
      default:
        return 3; // 0
    }
  }

  public static void main(String[] args) {
    n += Answer.HIGH.ordinal(); // 1
    new Empty(); // 1
    new Field(); // 1
    n += Kind.values().length; // 1
    n += Kind.valueOf("RED").ordinal(); // 1
    n += Together.A.ordinal(); // 1
    for (Planet p : Planet.values()) { // 3 (2)
      n += p.mass(); // 2
    }
    n += Op.PLUS.apply(1, 2); // 1
    code(Kind.RED); // 1
    code(Kind.GREEN); // 1
    code(Kind.RED); // 1
  }
}
