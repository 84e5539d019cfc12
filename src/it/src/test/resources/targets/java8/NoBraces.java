// SPDX-License-Identifier: Apache-2.0
// Bodies of loops that are no blocks, over several lines: javac gives the jump to the next round of a for-each the line
// that the body begins on, which is no further visit.

import java.util.Arrays;
import java.util.List;

class NoBraces {
  static int n;

  static int max(List<Integer> all) {
    int best = 0; // 1
    for (int t : all) // 5 (4)
      if (t > best) // 4
        best = t; // 3
    return best; // 1
  }

  static void choices(List<Integer> all) {
    for (int t : all) // 5 (4)
      if (t > 2) // 4
        n++; // 2
      else
        n--; // 2
    for (int t : all) // 5 (4)
      if (t > 3) // 4
        n++; // 1
      else if (t > 2) // 3
        n--; // 1
      else if (t > 1) // 2
        n += 2; // 1
    for (int t : all) // 5 (4)
      if (t > 2) { // 4
        n += t; // 2
      } else {
        n -= t; // 2
      }
    for (int t : all) // 5 (4)
      if (t > 2) // 4
        continue; // 2
      else
        n += t; // 2
    for (int t : all) if (t > 2) // 5 (4)
      n += t; // 2
  }

  static void statements(List<String> all) {
    StringBuilder sb = new StringBuilder(); // 1
    for (String s : all) // 4 (3)
      sb.append(s) // 3
          .append(',') // 3
          .append(s.length()); // 3
    for (String s : all) // 4 (3)
      n = s.isEmpty() // 3
          ? s.length() // 0
          : s.hashCode(); // 3
    for (String s : all) // 4 (3)
      synchronized (all) { // 3; ecj: 6
        n += s.length(); // 3
      }
  }

  static void loops(List<Integer> all) {
    for (int a : all) // 5 (4)
      for (int b : all) // 20 (16)
        if (a == b) // 16
          n += a; // 4
    for (int a : all) // 5 (4)
      for (int b = 0; b < 3; b++) // 13 (11)
        if (a == b) // 11
          break; // 2
    for (int a : all) // 5 (4)
      while (a > 0) // 14 (10)
        a--; // 10
    for (int a : all) // 5 (4)
      do
        a--; // 10
      while (a > 0); // 10 (10)
    for (int a : all) // 5 (4)
      switch (a) { // 4
        case 1:
          n++; // 1
          break; // 1
        case 2:
          n--; // 1
      }
    outer:
    for (int a : all) // 3 (3)
      for (int b : all) // 8 (8)
        if (a + b > 5) // 8
          break outer; // 1
        else if (a < b) // 7
          continue outer; // 2
  }

  /** Behind the jump to the next round stands the one over the else. */
  static void beforeElse(List<Integer> all) {
    for (int i = 0; i < 2; i++) { // 3 (2)
      if (i > 0) { // 2
        for (int a : all) // 5 (4)
          if (a > 2) // 4
            n++; // 2
      } else {
        n--; // 1
      }
    }
  }

  static int left(List<Integer> all) {
    for (int a : all) // 3 (3)
      if (a > 2) // 3
        return a; // 1
    return 0; // 0
  }

  /** These have no such jump. */
  static void others(int[] all) {
    for (int a : all) // 5 (4)
      if (a > 2) // 4
        n++; // 2
    for (int i = 0; i < 4; ) // 5 (4)
      if (++i > 2) // 4
        n++; // 2
    int i = 4; // 1
    while (i > 0) // 5 (4)
      if (i-- > 2) // 4
        n++; // 2
  }

  static void inLambda(List<Integer> all) {
    all.forEach(x -> { // 1
      for (int a : all) // 20 (16)
        if (a > x) // 16
          n++; // 6
    });
  }

  public static void main(String[] args) {
    List<Integer> all = Arrays.asList(1, 2, 3, 4); // 1
    max(Arrays.asList(1, 2, 1, 4)); // 1
    choices(all); // 1
    statements(Arrays.asList("a", "b", "c")); // 1
    loops(all); // 1
    left(all); // 1
    beforeElse(all); // 1
    others(new int[] {1, 2, 3, 4}); // 1
    inLambda(all); // 1
  }
}
