// SPDX-License-Identifier: Apache-2.0
// instanceof with a name, sealed types, text blocks, var, private and static methods of interfaces.

import java.util.List;

class Patterns {
  sealed interface Shape permits Circle, Square {
    double area();

    static Shape unit() {
      return new Circle(1); // 1
    }

    default double twice() {
      return two(); // 2
    }

    private double two() {
      return 2 * area(); // 2
    }
  }

  static final class Circle implements Shape { // -
    final double r;

    Circle(double r) { // -
      this.r = r; // 3
    }

    @Override
    public double area() {
      return 3 * r * r; // 1
    }
  }

  static non-sealed class Square implements Shape { // -
    @Override
    public double area() {
      return 4; // 1
    }
  }

  static String name(Object o) {
    if (o instanceof Circle c && c.r > 1) { // 4
      return "large"; // 1
    } else if (o instanceof Circle) { // 3
      return "circle"; // 1
    }
    if (!(o instanceof String s)) { // 2
      return "other"; // 1
    }
    return s; // 1
  }

  static int block() {
    String text = // 1
        """
        one
        two
        """;
    int lines = 0; // 1
    for (var line : text.split("\n")) { // 3 (2)
      lines += line.length(); // 2
    }
    return lines; // 1
  }

  public static void main(String[] args) {
    name(new Circle(2)); // 1
    name(new Circle(1)); // 1
    name("text"); // 1
    name(1); // 1
    block(); // 1
    var shapes = List.of(Shape.unit(), new Square()); // 1
    for (var shape : shapes) { // 3 (2)
      shape.twice(); // 2
    }
  }
}
