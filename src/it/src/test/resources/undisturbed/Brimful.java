// SPDX-License-Identifier: Apache-2.0
// java: -Xmx64m -XX:+UseG1GC
import java.util.ArrayList;
import java.util.List;

/** A heap so full of large objects that there is no room for a small one, until a catch frees it. */
public class Brimful {
  static List<byte[]> kept = new ArrayList<>();

  static int fill(String what, int size) {
    int count = 0;
    try {
      while (true) {
        kept.add(new byte[size]);
        count++;
      }
    } catch (OutOfMemoryError e) {
      int caught = count;
      kept = null;
      kept = new ArrayList<>();
      System.out.println(what + " " + (caught > 0));
    } finally {
      count = -count;
    }
    return count;
  }

  public static void main(String[] args) {
    for (int i = 0; i < 3; i++) {
      System.out.println(fill("round " + i, 1 << 20) < 0);
    }
  }
}
