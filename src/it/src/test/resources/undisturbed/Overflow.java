// SPDX-License-Identifier: Apache-2.0
import java.util.function.IntUnaryOperator;

/** Recursions that end in a StackOverflowError, again and again, caught deep and shallow. */
public class Overflow {
  static int caught;
  static int touched;
  int mine;

  static void plain() {
    plain();
  }

  int instance(int n) {
    mine++;
    return instance(n + 1) + 1;
  }

  static long wide(long a, double b, Object c) {
    long d = a * 31;
    return wide(d, b + d, c) + d;
  }

  static synchronized int locked(int n) {
    synchronized (Overflow.class) {
      return locked(n + 1);
    }
  }

  static void inFinally(int n) {
    try {
      inFinally(n + 1);
    } finally {
      caught += 0;
    }
  }

  static int loops(int n) {
    int sum = 0;
    for (int i = 0; i < 2; i++) {
      sum += loops(n + i);
    }
    return sum;
  }

  static int lambda(IntUnaryOperator f, int n) {
    IntUnaryOperator g = x -> lambda(f, x + 1);
    return g.applyAsInt(n);
  }

  /** Catches at the very bottom, and calls there what this thread has never run. */
  static boolean touch(int n) {
    try {
      return touch(n + 1);
    } catch (StackOverflowError e) {
      try {
        Other.touch();
      } catch (StackOverflowError again) {
        throw e;
      }
      return true;
    }
  }

  static class Other {
    static void touch() {
      touched++;
    }
  }

  static void once(int how) {
    try {
      switch (how) {
        case 0:
          plain();
          break;
        case 1:
          new Overflow().instance(0);
          break;
        case 2:
          wide(1, 2, "");
          break;
        case 3:
          locked(0);
          break;
        case 4:
          inFinally(0);
          break;
        case 5:
          loops(0);
          break;
        case 6:
          lambda(x -> x, 0);
          break;
        default:
          touch(0);
          return;
      }
      System.out.println("returned from " + how);
    } catch (StackOverflowError e) {
      caught++;
      if (Thread.holdsLock(Overflow.class)) {
        System.out.println("holds its lock");
      }
    }
  }

  static void all() {
    for (int round = 0; round < 5; round++) {
      for (int how = 0; how < 8; how++) {
        once(how);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Other.touch();
    for (int t = 0; t < 20; t++) {
      Thread thread = new Thread(null, Overflow::all, "small", 300_000);
      thread.start();
      thread.join();
    }
    all();
    System.out.println(caught + " " + touched);
    try {
      plain();
    } catch (StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      System.out.println(trace[0] + " " + trace[trace.length - 1] + " " + trace.length);
    }
  }
}
