import java.util.Map; /* SPDX-License-Identifier: Apache-2.0; javac 25 gives this line the end of a constructor */

class Unwritten {
  // What has code in the class file and was not written: braces with words behind them, the end of a constructor.
  static int n;

  static void twice(Runnable r, int x) {
    r.run(); // 1
    r.run(); // 1
  }

  static void closings(int x) {
    while (x > 0) { // 4 (3)
      int y = x--; // 3
      n += y; // 3
    } /* end */
    if (x == 0) { // 1
      int y = x; // 1
      n += y; // 1
    } /* if */ else { /* else
      */
      int y = x; // 0
      n -= y; // 0
    }
    twice(() -> { // 1
      n++; // 2
    }, 5); // -; ecj: 1
    Thread t = new Thread(() -> { // 1
      for (int i = 0; i < 3; i++) { // 4 (3)
        n++; // 3
      }
    }, "worker"); // -; ecj: 1
    t.run(); // 1
  } /* end of method */

  static void references() {
    java.util.function.IntFunction<int[]> make = int[]::new; // 1 λ1; ecj: 1
    make.apply(3); // 1
  }

  public static void main(String[] args) {
    closings(3); // 1
    references(); // 1
    Map<String, Integer> m = new java.util.TreeMap<String, Integer>() {{ // 1
      put("a", 1); // 1
      put("b", 2); // 1
    }};
  }
}
