// SPDX-License-Identifier: Apache-2.0
// Loops whose header and body stand on one line: what simple counters show as 1.

import java.util.Arrays;
import java.util.List;

class OneLineLoops {
  public static void main(String[] args) {
    int s = 0; // 1
    int k = 0; // 1
    for (int m = 0; m < 10; m++) s += m; // 11 (10)
    while (k < 10) k++; // 11 (10)
    do k--; while (k > 0); // 10 (10)
    for (int v : new int[] {1, 2, 3}) s += v; // 4 (3)
    List<Integer> list = Arrays.asList(1, 2, 3); // 1
    for (int v : list) s += v; // 4 (3)
    for (k = 0; k < 4; k++) ; // 5 (4)
    for (int m = 0; m < 10; m++) { s += m; s -= 1; } // 11 (10)
    for (int m = 0; m < 10; m++) if (m == 3) break; // 4 (4)
    for (int m = 0; m < 4; m++) { if (m == 2) continue; s++; } // 5 (4)
    while (s > 1000) s--; // 1 (0)
    for (;;) if (++k > 6) break; // 3 (3)
    while (true) if (++k > 9) break; // 3 (3)
    int a = 0; for (int m = 0; m < 3; m++) a += m; int b = a; // 4 (3)
    if (b == 3) for (int m = 0; m < 2; m++) a--; // 3 (2)
    for (int m = 0; m < 0; m++) a--; // 1 (0)
  }
}
