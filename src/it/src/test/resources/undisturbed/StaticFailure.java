// SPDX-License-Identifier: Apache-2.0

/** Classes whose initialisation fails. */
public class StaticFailure {
  static class Fails {
    static int n = Integer.parseInt("no number");

    static int get() {
      return n;
    }
  }

  static class Throws {
    static final int[] NONE = {};

    static {
      if (NONE.length == 0) {
        throw new OutOfMemoryError("made up");
      }
    }
  }

  static class Below extends Fails {
    static int m = 1;
  }

  interface Constants {
    int N = Integer.parseInt("neither");

    default void nothing() {}
  }

  static class Implements implements Constants {}

  static void show(Runnable code) {
    try {
      code.run();
    } catch (Throwable e) {
      for (Throwable each = e; each != null; each = each.getCause()) {
        System.out.println(each);
        for (StackTraceElement frame : each.getStackTrace()) {
          System.out.println("  " + frame.toString().replaceAll("Lambda[^.]*", "Lambda"));
        }
      }
    }
  }

  public static void main(String[] args) {
    for (int i = 0; i < 2; i++) {
      show(() -> Fails.get());
      show(() -> System.out.println(Throws.NONE.length));
      show(() -> System.out.println(Below.m));
      show(() -> new Implements());
      show(() -> System.out.println(new Fails[1].length));
    }
    System.out.println(Throws.NONE.length);
  }
}
