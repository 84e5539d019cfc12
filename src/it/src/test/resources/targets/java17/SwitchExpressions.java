// SPDX-License-Identifier: Apache-2.0
// switch with arrows, as an expression and as a statement; yield; several labels; in loops, nested, on enums and strings.

class SwitchExpressions {
  enum Light {
    RED, // *
    AMBER, // *
    GREEN // *
  }

  static int n;

  static int text(String s) {
    return switch (s) { // 4
      case "a" -> 1; // 2
      case "b", "c" -> 2; // 1
      default -> 0; // 1
    };
  }

  static int assigned(int x) {
    int y = switch (x) { // 3
      case 1 -> 10; // 1
      case 2 -> { // *
        n++; // 1
        yield 20; // 1
      }
      default -> 30; // 1
    };
    return y; // 3
  }

  static String light(Light light) {
    return switch (light) { // 4
      case RED -> "stop"; // 2
      case AMBER -> "wait"; // 1
      case GREEN -> "go"; // 1
    };
  }

  static void statement(int x) {
    switch (x) { // 3
      case 1 -> n++; // 1
      case 2 -> { // *
        n += 2; // 1
      }
      default -> n--; // 1
    }
    n++; // 3
  }

  static int oneLine(int x) {
    return switch (x) { case 1 -> 1; case 2 -> 4; default -> 9; }; // 3
  }

  static int thrown(int x) {
    return switch (x) { // 2
      case 1 -> 1; // 1
      default -> throw new IllegalStateException(); // 1
    };
  }

  static int nested(int x, int y) {
    return switch (x) { // 3
      case 0 -> switch (y) { // 2
        case 0 -> 1; // 1
        default -> 2; // 1
      };
      default -> 3; // 1
    };
  }

  static int inLoop() {
    int sum = 0; // 1
    for (int i = 0; i < 4; i++) { // 5 (4)
      sum += switch (i % 2) { // 4
        case 0 -> i; // 2
        default -> { // *
          int t = 0; // 2
          while (t < i) { // 6 (4)
            t++; // 4
          }
          yield t; // 2
        }
      };
    }
    return sum; // 1
  }

  static int asArgument(int x) {
    return Math.max(0, switch (x) { // 2
      case 1 -> 5; // 1
      default -> 6; // 1
    });
  }

  public static void main(String[] args) {
    text("a"); // 1
    text("a"); // 1
    text("c"); // 1
    text("z"); // 1
    assigned(1); // 1
    assigned(2); // 1
    assigned(3); // 1
    light(Light.RED); // 1
    light(Light.RED); // 1
    light(Light.AMBER); // 1
    light(Light.GREEN); // 1
    statement(1); // 1
    statement(2); // 1
    statement(3); // 1
    oneLine(1); // 1
    oneLine(2); // 1
    oneLine(3); // 1
    thrown(1); // 1
    try {
      thrown(2); // 1
    } catch (IllegalStateException expected) { // *
      n++; // 1
    }
    nested(0, 0); // 1
    nested(0, 1); // 1
    nested(1, 0); // 1
    inLoop(); // 1
    asArgument(1); // 1
    asArgument(2); // 1
  }
}
