// SPDX-License-Identifier: Apache-2.0
// Statements before super(): what an inner class keeps of its surroundings stands at the head, which shows nothing.

import java.util.function.IntSupplier;
import java.util.function.Supplier;

class Prologues {
  static int n;
  int mine = 4; // 1

  class Uses {
    int v;

    Uses(int w) {
      int q = w * 2; // 3
      this.v = q; // 3
      super(); // 3
      n += v + mine; // 3
    }

    Uses() {
      int k = n; // 1
      this(k + 1); // 1
    }
  }

  class Head {
    int v = mine; // 2

    Head(int w) {
      if (w > 1) // 2
        w++; // 1
      super(); // 2
    }
  }

  class Arg extends Uses {
    Arg(int w) {
      super(w > 0 // 1
          ? w // 1
          : n); // 0
    }

    Arg(Supplier<Integer> s) {
      var v = s.get(); // 1
      IntSupplier t = () -> v; // 1 λ1
      super( // 1
          t.getAsInt()); // 1
    }
  }

  void locals(int cap) {
    int more = cap + 1; // 1
    class Loc {
      int f;
      int g = more; // 2

      Loc(int z) {
        f = z + cap; // 2
        super(); // 2
        n += f; // 2
      }
    }
    new Loc(1); // 1
    new Loc(2); // 1
    Object o = new Object() { // 1
      int h = cap; // 1

      {
        h += more; // 1
      }

      @Override
      public String toString() {
        return "" + h; // 1
      }
    };
    o.toString(); // 1
  }

  class Checked {
    int v;

    Checked(int w) {
      int q = w * 2; // 2
      try {
        q = 10 / w; // 2
      } catch (ArithmeticException e) { // 1
        q = 0; // 1
      } finally {
        n++; // 2
      }
      this.v = q; // 2
      super(); // 2
      n += v; // 2
    }
  }

  static class Early extends Base {
    final int own;
    int later = n + 1; // 3

    Early(int x) {
      if (x < 0) { // 4
        throw new IllegalArgumentException(); // 1
      }
      own = x; // 3
      super(x); // 3
      n += own; // 3
    }

    Early() {
      int sum = 0; // 1
      for (int i = 0; i < 3; i++) { // 4 (3)
        sum += i; // 3
      }
      this(sum); // 1
      n++; // 1
    }

    @Override
    void seen() {
      n += own; // 3
    }
  }

  static class Base {
    int two = 2; // 3

    Base(int b) {
      two += b; // 3
      seen(); // 3
    }

    void seen() {
      n++; // 0
    }
  }

  record Position(int x, int y) {
    Position(int both) {
      if (both < 0) // 2
        both = -both; // 1
      this(both, both); // 2
    }
  }

  public static void main(String[] args) {
    Prologues f = new Prologues(); // 1
    f.new Uses(); // 1
    f.new Head(1); // 1
    f.new Head(2); // 1
    f.new Arg(1); // 1
    f.new Arg(() -> 3); // 1 λ1
    f.locals(3); // 1
    f.new Checked(0); // 1
    f.new Checked(5); // 1
    new Early(1); // 1
    new Early(2); // 1
    new Early(); // 1
    new Position(3); // 1
    new Position(-3); // 1
    try {
      new Early(-1); // 1
    } catch (IllegalArgumentException e) { // 1
      n++; // 1
    }
  }
}
