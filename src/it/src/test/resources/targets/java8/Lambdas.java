// SPDX-License-Identifier: Apache-2.0
// A lambda that shares its line has a count of its own; one on lines of its own is ordinary code.

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

class Lambdas {
  static int n;
  static final Runnable FIELD = () -> n++; // 1 λ2
  final Supplier<Integer> own = () -> n; // 2 λ1

  static void twice(Runnable r) {
    r.run(); // 7
    r.run(); // 7
  }

  static void each() {
    int[] t = {0}; // 1
    List<Integer> list = Arrays.asList(1, 2, 3); // 1
    list.forEach(x -> t[0] += x); // 1 λ3
    list.forEach(x -> { t[0] += x; n++; }); // 1 λ3
    list.forEach(x -> { // 1
      t[0] += x; // 3
    });
    list.forEach( // 1
        x -> t[0] += x); // 3; ecj: 1 λ3
    list.forEach(x -> { if (x > 1) n++; }); // 1 λ3
  }

  static void never() {
    Runnable r = () -> n++; // 1 λ0
    Runnable s = () -> { // 1
      n++; // 0
    };
    if (r == s) { // 1
      r.run(); // 0
    }
  }

  static void nested() {
    twice(() -> twice(() -> n++)); // 1 λ6
    twice(() -> { // 1
      twice(() -> { // 2
        n++; // 4
      });
    });
  }

  static void references() {
    Function<String, Integer> length = String::length; // 1
    n += length.apply("abc"); // 1
    twice(Lambdas::bump); // 1
    Supplier<Lambdas> make = Lambdas::new; // 1
    make.get(); // 1
  }

  static void bump() {
    n++; // 2
  }

  static void looping() {
    Runnable r = () -> { for (int i = 0; i < 3; i++) n++; }; // 1 λ4
    r.run(); // 1
    for (int i = 0; i < 2; i++) FIELD.run(); // 3 (2)
  }

  static void body() {
    IntBinaryOperator larger = (a, b) -> { // 1
      if (a > b) { // 2
        return a; // 1
      }
      return b; // 1
    };
    n += larger.applyAsInt(1, 2); // 1
    n += larger.applyAsInt(2, 1); // 1
  }

  static void returning() {
    Supplier<Supplier<Integer>> s = () -> { // 1
      int k = n; // 1
      return () -> k; // 1 λ1
    };
    n = s.get().get(); // 1
  }

  static void overLines() {
    Function<Integer, Integer> f = // 1
        x -> // 1?
            Math.max( // 2
                x, // 2?
                Math.abs(-x)); // 2
    f.apply(1); // 1
    f.apply(2); // 1
  }

  public static void main(String[] args) {
    each(); // 1
    never(); // 1
    nested(); // 1
    references(); // 1
    looping(); // 1
    body(); // 1
    returning(); // 1
    overLines(); // 1
    new Lambdas().own.get(); // 1
  }
}
