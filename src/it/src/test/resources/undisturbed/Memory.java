// SPDX-License-Identifier: Apache-2.0
// java: -Xmx24m -XX:+UseSerialGC
import java.util.ArrayList;
import java.util.List;

/** Heaps that are filled to the brim, and what runs for the first time then. */
public class Memory {
  static List<Object> kept = new ArrayList<>();

  static int fill(int size) {
    List<Object> mine = new ArrayList<>();
    kept.add(mine);
    int caught = 0;
    for (int bytes = size; bytes > 8; bytes /= 2) {
      try {
        while (true) {
          mine.add(new byte[bytes]);
        }
      } catch (OutOfMemoryError e) {
        caught++;
      }
    }
    First.run();
    return caught;
  }

  static class First {
    static int n;

    static void run() {
      for (int i = 0; i < 3; i++) {
        n += i;
      }
      kept.clear();
    }
  }

  public static void main(String[] args) throws Exception {
    First.run();
    for (int i = 0; i < 3; i++) {
      System.out.println(fill(1 << 20) > 0);
      Thread thread = new Thread(() -> System.out.println(fill(1 << 16) > 0));
      thread.setUncaughtExceptionHandler((t, e) -> System.out.println("uncaught " + e));
      thread.start();
      thread.join();
    }
    try {
      System.out.println(new long[Integer.MAX_VALUE].length);
    } catch (OutOfMemoryError e) {
      System.out.println(e.getMessage());
    }
    System.out.println(First.n);
  }
}
