// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

/** Members of a made-up program that its statements use. */
final class Members {
  static final String RECORD =
      """
      record Pair(int x, int y) {
        Pair {
          if (x < 0) throw new ArithmeticException();
        }
        int sum() { return x + y; }
      }
      """;

  static final String CLASS =
      """
      static class Pair {
        final int x, y;
        Pair(int x, int y) {
          this.x = x;
          this.y = y;
        }
        int sum() { return x + y; }
      }
      """;

  static final String[] METHODS = {
    """
    static int pick(int a, int b) {
      return a + b;
    }
    """,
    """
    static int twice(java.util.function.IntUnaryOperator f) {
      return f.applyAsInt(1) + f.applyAsInt(3);
    }
    """,
    """
    static AutoCloseable open(int a) {
      return () -> slots[a & 1]++;
    }
    """,
    """
    static int half(int x) { return x / 2; }
    """,
    """
    static int sum(int... all) {
      int sum = 0;
      for (int one : all) sum += one;
      return sum;
    }
    """,
    """
    static <T extends Comparable<T>> T larger(T x, T y) {
      return x.compareTo(y) > 0
          ? x
          : y;
    }
    """,
    """
    static synchronized int locked(int x) {
      if (x > 3) throw new ArithmeticException();
      return x;
    }
    """,
  };

  static final String[] CLASSES = {
    """
    static class Ordered implements Comparable<Ordered> {
      final int x;
      Ordered(int x) { this.x = x; }
      public int compareTo(Ordered o) { return x - o.x; }
    }
    """,
    """
    static class Range implements Iterable<Integer> {
      final int end;
      Range(int end) { this.end = end; }
      public java.util.Iterator<Integer> iterator() {
        return new java.util.Iterator<Integer>() {
          int next;
          public boolean hasNext() { return next < end; }
          public Integer next() {
            return next++;
          }
        };
      }
    }
    """,
    """
    static class Outer {
      private int x;
      Outer(int x) { this.x = x; }
      class Inner {
        int y = x;
        Inner(int z) { y += z; }
        int get() { return x++ + y; }
      }
    }
    """,
    """
    static class Resource implements AutoCloseable {
      final int x;
      Resource(int x) {
        if (x == 3) throw new ClassCastException();
        this.x = x;
      }
      public void close() {
        if (x > 1) throw new ArithmeticException();
        slots[0]++;
      }
    }
    """,
    """
    interface Sized {
      int size();
      default int twice() {
        return 2 * size();
      }
      static Sized of(int x) {
        return () -> x;
      }
    }
    """,
    """
    enum Operator {
      PLUS {
        int apply(int x, int y) { return x + y; }
      },
      MINUS(1) {
        int apply(int x, int y) {
          return x - y
              - less;
        }
      };
      final int less;
      Operator() { this(0); }
      Operator(int less) { this.less = less; }
      abstract int apply(int x, int y);
    }
    """,
    """
    static class Late {
      static int n = pick(
          1,
          2);
      static {
        for (int i = 0; i < 2; i++) n += i;
      }
    }
    """,
  };

  private Members() {}
}
