// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An element that changes is seen, though a value shows the first few only. */
class ChangedElementsIT {
  private static final String FAR =
      """
      import java.util.*;
      public class Far {
        static int[] known = new int[41];
        public static void main(String[] args) {
          known[40] = 9;
          known[2] = 1;
          known[2] = 1;
          int[][] grid = new int[12][12];
          grid[6][11] = 7;
          List<String> list = new ArrayList<>(Collections.nCopies(14, "a"));
          list.add("b");
          list.set(12, "c");
          list.remove(14);
          list.set(13, "d");
          list.subList(5, 14).clear();
          deep(known, 2);
        }
        static void deep(int[] a, int n) {
          if (n == 0) {
            a[20] = 5;
            return;
          }
          deep(a, n - 1);
        }
      }
      """;

  private static final String ROW = "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, … 2 more]";

  private static final String BOARD =
      """
      public class Board {
        public static void main(String[] args) {
          char[][] board = new char[45][45];
          board[44][43] = 'x';
          fill(board, 2);
        }
        static void fill(char[][] board, int n) {
          board[30][n + 20] = 'y';
          if (n > 0) fill(board, n - 1);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void elements_that_change_behind_those_a_text_shows_are_seen() throws Exception {
    List<String> lines = new Afterglow(folder).story("Far.java", FAR);
    List<String> values = new ArrayList<>();
    for (String line : lines) {
      if (line.matches(" *(known|grid\\[|list\\.|a\\[|deep\\(a, n - 1\\)).*")) {
        values.add(line.replaceAll(".*;   ", ""));
      }
    }
    String far = "[0, 0, 1, 0, … 15 more, 0, 5, 0, … 19 more]";
    assertEquals(
        List.of(
            "Far.known = [0, 0, 0, 0, … 35 more, 0, 9]",
            "Far.known = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, … 31 more]",
            "    known[2] = 1;".strip(),
            "grid = ["
                + ROW
                + ", "
                + ROW
                + ", "
                + ROW
                + ", … 2 more, "
                + ROW
                + ", [0, 0, 0, 0, … 6 more, 0, 7], "
                + ROW
                + ", … 4 more]",
            "list = [\"a\", \"a\", \"a\", \"a\", … 9 more, \"a\", \"b\"]",
            "list = [\"a\", \"a\", \"a\", \"a\", … 7 more, \"a\", \"c\", \"a\", … 1 more]",
            "list = [\"a\", \"a\", \"a\", \"a\", … 7 more, \"a\", \"c\", \"a\"]",
            "list = [\"a\", \"a\", \"a\", \"a\", … 8 more, \"c\", \"d\"]",
            "list = [\"a\", \"a\", \"a\", \"a\", \"a\"]",
            "a = " + far,
            "a = " + far,
            "a = " + far),
        values.stream().map(String::strip).toList());
  }

  @Test
  void element_that_changes_in_a_board_of_two_thousand_is_seen() throws Exception {
    List<String> lines = new Afterglow(folder).story("Board.java", BOARD);
    assertEquals(1, count(lines, "board\\[44.*'x'"), () -> String.join("\n", lines));
    assertEquals(3, count(lines, "board\\[30.*'y'"), () -> String.join("\n", lines));
  }

  private static long count(List<String> lines, String form) {
    return lines.stream().filter(line -> line.matches(".*" + form + ".*")).count();
  }
}
