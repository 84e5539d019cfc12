// SPDX-License-Identifier: Apache-2.0
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes the time into a mapped file at each round, so that others see when it stands. */
public class Ticks {
  private static LongBuffer seen;

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[2]);
    try (FileChannel file =
        FileChannel.open(Path.of(args[0]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      seen = file.map(FileChannel.MapMode.READ_WRITE, 0, 8L * threads).asLongBuffer();
    }
    boolean calls = args[1].equals("recursion");
    for (int i = 1; i < threads; i++) {
      int slot = i;
      new Thread(() -> run(calls, slot)).start();
    }
    run(calls, 0);
  }

  private static void run(boolean calls, int slot) {
    if (calls) {
      while (true) {
        tree(slot, 20);
      }
    }
    long round = 0;
    while (true) {
      round++;
      seen.put(slot, System.nanoTime());
    }
  }

  private static int tree(int slot, int n) {
    seen.put(slot, System.nanoTime());
    if (n < 2) {
      return n;
    }
    return tree(slot, n - 1) + tree(slot, n - 2);
  }
}
