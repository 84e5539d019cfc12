// SPDX-License-Identifier: Apache-2.0
import java.util.concurrent.Semaphore;

/** Many virtual threads, a thousand at a time, each of which waits in the middle of its work. */
public class Virtual {
  static void work() {
    int n = 0;
    for (int i = 0; i < 10; i++) {
      n += i;
      if (i == 5) {
        Thread.yield();
      }
    }
    Other.add(n);
  }

  static class Other {
    static int add(int n) {
      return n + 1;
    }
  }

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[0]);
    Semaphore alive = new Semaphore(1000);
    for (int t = 0; t < threads; t++) {
      alive.acquire();
      Thread.ofVirtual()
          .start(
              () -> {
                work();
                alive.release();
              });
    }
    alive.acquire(1000);
  }
}
