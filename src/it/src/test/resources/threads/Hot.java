// SPDX-License-Identifier: Apache-2.0

/** Threads that run the same lines at the same time. */
public class Hot {
  static void work(int rounds) {
    int n = 0;
    for (int i = 0; i < rounds; i++) {
      n += small(i);
    }
  }

  static int small(int n) {
    return n > 3
        ? n
        : -n;
  }

  public static void main(String[] args) throws Exception {
    Thread[] all = new Thread[Integer.parseInt(args[0])];
    int rounds = Integer.parseInt(args[1]) / all.length;
    for (int t = 0; t < all.length; t++) {
      all[t] = new Thread(() -> work(rounds));
      all[t].start();
    }
    for (Thread each : all) {
      each.join();
    }
  }
}
