// SPDX-License-Identifier: Apache-2.0

/** Short threads, one after the other. */
public class Churn {
  static void one() {
    int n = 1;
  }

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[0]);
    for (int t = 0; t < threads; t++) {
      Thread thread = new Thread(Churn::one);
      thread.start();
      thread.join();
    }
  }
}
