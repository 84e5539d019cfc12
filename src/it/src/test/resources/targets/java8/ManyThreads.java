// SPDX-License-Identifier: Apache-2.0
// Exact under threads: four threads of 2,000,000 rounds make 8,000,000.

class ManyThreads {
  static int shared;

  static void loop(int rounds) {
    for (int i = 0; i < rounds; i++) { // 8000022 (8000000)
      shared++; // 8000000
    }
  }

  static void run(int threads, int rounds) throws InterruptedException {
    Thread[] all = new Thread[threads]; // 3
    for (int i = 0; i < threads; i++) { // 25 (22)
      all[i] = new Thread(() -> loop(rounds)); // 22 λ22
      all[i].start(); // 22
    }
    for (Thread t : all) { // 25 (22)
      t.join(); // 22
    }
  }

  public static void main(String[] args) throws InterruptedException {
    run(2, 1000000); // 1
    run(4, 1000000); // 1
    run(16, 125000); // 1
  }
}
