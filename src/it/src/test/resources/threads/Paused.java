// SPDX-License-Identifier: Apache-2.0

/** Pauses a hot loop the way the window does; only {@code Loop} is woven. */
public class Paused {
  static class Loop extends Thread {
    volatile boolean end;
    volatile long rounds;
    boolean interrupted;

    @Override
    public void run() {
      long mine = 0;
      while (!end) {
        rounds = ++mine;
      }
      interrupted = isInterrupted();
    }
  }

  private static void awaitRounds(Loop loop, long least) throws InterruptedException {
    while (loop.rounds < least) {
      Thread.sleep(1);
    }
  }

  private static Object pace(String method, Object... arguments) throws Exception {
    Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {String.class};
    Class<?> pace = Class.forName("dev.afterglow.agent.probe.Pace", true, null);
    return pace.getMethod(method, types).invoke(null, arguments);
  }

  public static void main(String[] args) throws Exception {
    Loop loop = new Loop();
    loop.start();
    awaitRounds(loop, 50_000_000);
    for (int time = 0; time < 3; time++) {
      pace("pause", "");
      while (loop.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
      long still = loop.rounds;
      Thread.sleep(30);
      System.out.println("stopped: " + (still == loop.rounds));
      pace("play");
      awaitRounds(loop, still + 100_000);
    }
    pace("pause", "");
    while (loop.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    loop.interrupt();
    Thread.sleep(20);
    loop.end = true;
    pace("play");
    loop.join();
    System.out.println("interrupted: " + loop.interrupted);
  }
}
