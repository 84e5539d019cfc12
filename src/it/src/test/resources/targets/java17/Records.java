// SPDX-License-Identifier: Apache-2.0
// Records: what nobody wrote has no number; compact constructors, accessors and methods that somebody wrote have.

import java.util.ArrayList;
import java.util.List;

class Records {
  record Size(int w, int h) {}

  record Pair<A, B>(A first, B second) {
    static int made; // -

    Pair { // *
      made++; // 2
    }

    public A first() {
      return first; // 3
    }
  }

  record Positive(int n) { // -
    Positive { // *
      if (n < 0) { // 3
        throw new IllegalArgumentException("negative"); // 1
      }
    } // *
  }

  record Line(double length) { Line { if (length < 0) throw new IllegalArgumentException(); } } // 3

  record Point(int x, int y) {
    static final Point ZERO = new Point(0, 0); // 1

    Point(int both) { // -
      this(both, both); // 2
    }

    Point {
      x += 1; // 3
      y += 1; // 3
    }

    double length() {
      return Math.sqrt(x * x + y * y); // 2
    }

    @Override
    public String toString() {
      return x + "|" + y; // 1
    }
  }

  interface Named {
    String name();
  }

  record Person(String name, List<String> nicks) implements Named {
    Person(String name, List<String> nicks) {
      this.name = name; // 2
      this.nicks = new ArrayList<>(nicks); // 2
    }
  }

  record Set(int one) {
    Set(int one) { this.one = one; } // 2

    public int one() { return one; } // 1
  }

  static int local(int n) {
    record Step(int at, int sum) {}
    Step step = new Step(0, 0); // 2
    while (step.at() < n) { // 7 (5)
      step = new Step(step.at() + 1, step.sum() + step.at()); // 5
    }
    return step.sum(); // 2
  }

  public static void main(String[] args) {
    Size size = new Size(1, 2); // 1
    size.equals(new Size(size.w(), size.h())); // 1
    size.hashCode(); // 1
    size.toString(); // 1
    Pair<String, Integer> pair = new Pair<>("a", 1); // 1
    new Pair<>("b", 2).first(); // 1
    pair.first(); // 1
    pair.first(); // 1
    pair.second(); // 1
    new Positive(1); // 1
    new Positive(2); // 1
    try {
      new Positive(-1); // 1
    } catch (IllegalArgumentException expected) { // *
      size.w(); // 1
    }
    new Line(1); // 1
    new Line(2); // 1
    try {
      new Line(-1); // 1
    } catch (IllegalArgumentException expected) { // *
      size.h(); // 1
    }
    new Point(3).length(); // 1
    new Point(4).length(); // 1
    Point.ZERO.toString(); // 1
    Named named = new Person("Ada", List.of()); // 1
    named.name(); // 1
    new Person("Bob", List.of("b")).nicks(); // 1
    new Set(1).one(); // 1
    new Set(2); // 1
    local(2); // 1
    local(3); // 1
  }
}
