// SPDX-License-Identifier: Apache-2.0
// switch over types with guards and null, record patterns: what the compiler adds has no number.

import java.util.List;

class PatternSwitches {
  sealed interface Shape permits Circle, Box {}

  record Circle(int r) implements Shape {}

  record Box(int w, int h) implements Shape {}

  enum Side {
    LEFT, // *
    RIGHT // *
  }

  static int n;

  static int area(Shape shape) {
    return switch (shape) { // 3
      case Circle c -> 3 * c.r() * c.r(); // 1
      case Box b -> b.w() * b.h(); // 2
    };
  }

  static String kind(Object o) {
    return switch (o) { // 6
      case null -> "null"; // 1
      case Integer i when i > 10 -> "large"; // 2
      case Integer i -> "int"; // 1
      case String s -> s; // 1
      case Side s -> s.name(); // 1
      default -> "other"; // 1
    };
  }

  static int taken(Object o) {
    if (o instanceof Box(int w, int h) && w > 1) { // 3
      return w + h; // 1
    }
    return 0; // 2
  }

  static int nested(Object o) {
    return switch (o) { // 3
      case Box(int w, int h) -> // 2
          w - h; // 2
      default -> 0; // 1
    };
  }

  static void statement(Shape shape) {
    switch (shape) { // 2
      case Circle c -> n++; // 1
      case Box b -> { // 1
        n--; // 1
      }
    }
    n++; // 2
  }

  static int loop(List<Shape> shapes) {
    int sum = 0; // 1
    for (Shape shape : shapes) { // 4 (3)
      switch (shape) { // 3
        case Box(int w, int h) -> sum += w; // 2
        case Circle(int r) -> sum += r; // 1
      }
    }
    return sum; // 1
  }

  public static void main(String[] args) {
    area(new Circle(1)); // 1
    area(new Box(1, 2)); // 1
    area(new Box(3, 4)); // 1
    kind(null); // 1
    kind(11); // 1
    kind(10); // 1
    kind("s"); // 1
    kind(Side.LEFT); // 1
    kind(1.0); // 1
    taken(new Box(2, 3)); // 1
    taken(new Box(1, 3)); // 1
    taken("none"); // 1
    nested(new Box(1, 2)); // 1
    nested(new Box(2, 2)); // 1
    nested(""); // 1
    statement(new Circle(1)); // 1
    statement(new Box(1, 1)); // 1
    loop(List.of(new Box(1, 2), new Circle(3), new Box(4, 5))); // 1
  }
}
