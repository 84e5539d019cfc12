// SPDX-License-Identifier: Apache-2.0

/** Threads that are stopped by force, where the JVM still does that. */
@SuppressWarnings("deprecation")
public class Stopped {
  static volatile boolean running;
  static int ended;

  static int work(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i % 3 == 0 ? small(i) : i;
    }
    return sum;
  }

  static int small(int n) {
    return n / 2;
  }

  static synchronized void forever() {
    while (true) {
      running = work(100) > 0;
    }
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 60; i++) {
      running = false;
      Thread thread =
          new Thread(
              () -> {
                try {
                  forever();
                } catch (ThreadDeath e) {
                  ended++;
                }
              });
      thread.setDaemon(true);
      thread.start();
      while (!running) {
        Thread.onSpinWait();
      }
      try {
        thread.stop();
      } catch (UnsupportedOperationException e) {
        System.out.println(e);
        return;
      }
      thread.join();
      synchronized (Stopped.class) {
        System.out.println(ended);
      }
    }
  }
}
