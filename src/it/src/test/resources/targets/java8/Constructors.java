// SPDX-License-Identifier: Apache-2.0
// Constructors: their initialisers add up, headers and implicit constructors show nothing.

import java.util.ArrayList;
import java.util.List;

class Constructors {
  static int made;

  static class Implicit {
  }

  static class WithField {
    int x = 1; // 3
    int unset;
    List<String> names = new ArrayList<>(); // 3
  }

  static class Two {
    int x = made++; // 5

    Two() {
      made++; // 3
    }

    Two(int y) {
      x += y; // 2
    }
  }

  static class Delegating {
    final int x;

    Delegating() {
      this(7); // 2
    }

    Delegating(int x) {
      this.x = x; // 5
    }
  }

  static class DelegatingMore {
    int y = 3; // 3
    int x;

    DelegatingMore() {
      this( // 1
          Math.abs(-1)); // 1
      y++; // 1
    }

    DelegatingMore(int x) {
      super(); // 3
      this.x = x; // 3
    }
  }

  static class Base {
    int a = 1; // 4

    Base(int a) {
      this.a += a; // 4
    }
  }

  static class Derived extends Base {
    int b = 2; // 3

    {
      b++; // 3
    }

    Derived() {
      super(5); // 1
    }

    Derived(int c) {
      super(c > 0 // 2
          ? c // 1
          : -c); // 1
      b = c; // 2
    }
  }

  static class Blocks {
    static int s = 1; // 1
    static final int CONSTANT = 5;
    static final Integer BOXED = 6; // 1
    int x;

    static {
      s++; // 1
      for (int i = 0; i < 2; i++) { // 3 (2)
        s += i; // 2
      }
    }

    {
      x = s; // 2
      if (x > 100) { // 2
        x = 0; // 0
      }
    }
  }

  static class Private {
    private int secret;

    private Private() {}

    private int secret() { return secret; } // 1
  }

  static class OneLine { int x; OneLine(int x) { this.x = x; } } // 2

  static class Throwing {
    int x;

    Throwing(int x) {
      if (x < 0) { // 2
        throw new IllegalArgumentException(); // 1
      }
      this.x = x; // 1
    }
  }

  class Inner {
    int y = made; // 1
  }

  /** The statements run behind the initialisers: still one visit of their line. */
  static class Later {
    int y = made; // 3

    Later(int z) { y += z; } // 2

    Later() {
      super(); y = 3; // 1
    }
  }

  public static void main(String[] args) {
    new Implicit(); // 1
    for (int i = 0; i < 3; i++) new WithField(); // 4 (3)
    for (int i = 0; i < 3; i++) new Two(); // 4 (3)
    for (int i = 0; i < 2; i++) new Two(i); // 3 (2)
    for (int i = 0; i < 2; i++) new Delegating(); // 3 (2)
    for (int i = 0; i < 3; i++) new Delegating(i); // 4 (3)
    new DelegatingMore(); // 1
    new DelegatingMore(1); // 1
    new DelegatingMore(2); // 1
    new Base(1); // 1
    new Derived(); // 1
    new Derived(1); // 1
    new Derived(-1); // 1
    new Blocks(); // 1
    new Blocks(); // 1
    Private p = new Private(); // 1
    made += p.secret + p.secret(); // 1
    p.secret++; // 1
    new OneLine(1); // 1
    new OneLine(2); // 1
    new Throwing(1); // 1
    try {
      new Throwing(-1); // 1
    } catch (IllegalArgumentException e) { // 1
      made = 0; // 1
    }
    new Later(1); // 1
    new Later(2); // 1
    new Later(); // 1
    Constructors outer = new Constructors(); // 1
    outer.new Inner(); // 1
  }
}
