// SPDX-License-Identifier: Apache-2.0
// Lambdas that run in threads of their own.

class LambdaThreads {
  static int n;

  static void thread() throws InterruptedException {
    Thread t = new Thread(() -> { // 1
      n++; // 1
    });
    t.start(); // 1
    t.join(); // 1
  }

  static void work() {
    n++; // 1
  }

  static void started() {
    new Thread(() -> { // 1
      work(); // 1
    }).start(); // 1
  }

  static void oneLine() throws InterruptedException {
    Thread t = new Thread(() -> n++); // 1 λ1
    t.start(); // 1
    t.join(); // 1
  }

  public static void main(String[] args) throws InterruptedException {
    thread(); // 1
    started(); // 1
    oneLine(); // 1
  }
}
