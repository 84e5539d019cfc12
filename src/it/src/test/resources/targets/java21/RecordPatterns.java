// SPDX-License-Identifier: Apache-2.0
// A case with a pattern is hit when the pattern is looked at: the value has its type. Of cases of one record that follow
// each other javac looks at the first for all; the others are hit where the first component fits too.
// oracle: no

class RecordPatterns {
  sealed interface Expr permits Const, Add, Neg {}

  record Const(int value) implements Expr {}

  record Add(Expr left, Expr right) implements Expr {}

  record Neg(Expr of) implements Expr {}

  record Box(Object content, int size) {}

  record Two(Box left, Box right) {}

  static int n;

  static Expr simple(Expr e) {
    return switch (e) { // 6
      case Add(Const(int a), Const(int b)) -> new Const(a + b); // 3
      case Add(Expr l, Const(int b)) when b == 0 -> l; // 2
      case Add(Expr l, Expr r) -> // 1
          new Add(simple(l), r); // 1
      case Neg(Neg(Expr x)) -> x; // 2
      case Neg(Expr x) -> x; // 1
      case Const c -> c; // 1
    };
  }

  static int together(Object o) {
    switch (o) { // 5
      case Neg(Const c) -> { // 3
        return 1; // 1
      }
      case Neg(Add a) -> { // 1
        return 2; // 1
      }
      case Neg(Neg x) -> { // 1
        return 3; // 1
      }
      case null -> { // -
        return 5; // 1
      }
      default -> { // -
        return 4; // 1
      }
    }
  }

  static int deep(Object o) {
    return switch (o) { // 5
      case Two(Box(String s, int w), Box(Integer i, int v)) when s.length() > i -> 1; // 4
      case Two(Box(var s, var w), Box(Integer i, var v)) -> 2; // 3
      case Two(Box l, var r) -> { // 1
        if (l.content() instanceof Box(Integer q, int w) && q > 1) { // 1
          yield 3; // 1
        }
        yield 4; // 0
      }
      case null, default -> 5; // 1
    };
  }

  static int unwrapped(Expr e) {
    while (true) { // 5 (5)
      switch (e) { // 5
        case Const(int x) when x > 1 -> { // 3
          return x; // 2
        }
        case Const c -> { // 1
          n++; // 1
          return n; // 1
        }
        case Neg(Neg(var in)) -> { // 2
          e = in; // 1
          continue; // 1
        }
        case Neg(var in) -> e = in; // 1
        case Add a -> { // 0
          return 0; // 0
        }
      }
      n++; // 1
    }
  }

  public static void main(String[] args) {
    Const one = new Const(1); // 1
    simple(new Add(one, one)); // 1
    simple(new Add(new Neg(one), new Const(0))); // 1
    simple(new Add(one, new Neg(one))); // 1
    simple(new Neg(new Neg(one))); // 1
    simple(new Neg(one)); // 1
    together(new Neg(one)); // 1
    together(new Neg(new Add(one, one))); // 1
    together(new Neg(new Neg(one))); // 1
    together(null); // 1
    together(""); // 1
    deep(new Two(new Box("abc", 1), new Box(1, 1))); // 1
    deep(new Two(new Box("abc", 1), new Box(9, 1))); // 1
    deep(new Two(new Box(null, 1), new Box(9, 1))); // 1
    deep(new Two(new Box(new Box(2, 3), 1), new Box("x", 1))); // 1
    deep(null); // 1
    unwrapped(new Const(2)); // 1
    unwrapped(new Neg(new Neg(new Const(0)))); // 1
    unwrapped(new Neg(new Const(5))); // 1
  }
}
