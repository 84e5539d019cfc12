// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A variable whose scope ends before the next line has its value in the story all the same. */
class ScopeEndIT {
  private static final String PROGRAM =
      """
      public class Ends {
        static void f(int n) {
          if (n > 5) throw new IllegalStateException();
        }
        public static void main(String[] args) {
          String[] words = {"a", "a"};
          for (String s : words) s.trim();
          for (String t : java.util.List.of("b")) t.trim();
          for (int i = 0; i < 2; i++) {
            for (int j = i + 7; j < 8; j++) {
              f(i);
            }
            int last = i;
            last *= 3;
          }
          for (int k = 3; k < 2; k++) f(k);
          for (int k = 3; k < 5; k++) f(k);
          if (words.length > 1) { int two = words.length; two++; }
          for (int n : new int[] {4, 6}) f(n);
        }
      }
      """;

  private static final String STORY =
      """
        String[] words = {"a", "a"};   words = ["a", "a"]
        for (String s : words) s.trim();   s = "a"
        for (String s : words) s.trim();   s = "a"
        for (String s : words) s.trim();
        for (String t : java.util.List.of("b")) t.trim();   t = "b"
        for (String t : java.util.List.of("b")) t.trim();
        for (int i = 0; i < 2; i++) {   i = 0
        for (int j = i + 7; j < 8; j++) {   j = 7
        f(i);
        for (int j = i + 7; j < 8; j++) {   j = 8
        int last = i;   last = 0
        last *= 3;
        for (int i = 0; i < 2; i++) {   i = 1
        for (int j = i + 7; j < 8; j++) {   j = 8
        int last = i;   last = 1
        last *= 3;   last = 3
        for (int i = 0; i < 2; i++) {   i = 2
        for (int k = 3; k < 2; k++) f(k);   k = 3
        for (int k = 3; k < 5; k++) f(k);   k = 4
        for (int k = 3; k < 5; k++) f(k);   k = 5
        for (int k = 3; k < 5; k++) f(k);
        if (words.length > 1) { int two = words.length; two++; }   two = 3
        for (int n : new int[] {4, 6}) f(n);   n = 4
        for (int n : new int[] {4, 6}) f(n);   n = 6
        main throws IllegalStateException
      """;

  @TempDir Path folder;

  @Test
  void it_is_told_in_the_story_and_in_the_card_of_an_exception() throws Exception {
    List<String> lines = new Afterglow(folder).story("Ends.java", PROGRAM);
    int card = lines.indexOf("main was left by IllegalStateException");
    List<String> rows = lines.subList(card, lines.size());
    assertTrue(rows.contains("    for (int n : new int[] {4, 6}) f(n);"), rows::toString);
    assertTrue(rows.contains("                                     └ 6"), rows::toString);
    List<String> main = new ArrayList<>(lines.subList(0, card));
    main.removeIf(line -> !line.matches("  [^ ].*") || line.matches("  f\\(n.*"));
    assertEquals(STORY, String.join("\n", main) + "\n");
  }
}
