// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceLoops.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLoopsTest {
  private static SourceLoops read(String text) {
    return SourceLoops.of(SourceText.of("A.java", text));
  }

  private static List<Shape> shapes(SourceLoops loops) {
    return loops.loops().stream().map(each -> each.shape()).toList();
  }

  private static List<String> branches(String text) {
    return branches(read(text));
  }

  private static List<String> branches(SourceLoops loops) {
    return loops.branches().stream()
        .map(each -> each.text() + " " + each.first() + "-" + each.last())
        .toList();
  }

  @Test
  void loops_of_all_shapes_are_found() {
    SourceLoops loops =
        read(
            """
            for (int i = 0;
                i < 3;
                i++) {
              while (ready("(while (x) {")) // do {
                x++;
              do x--; while (x > 0);
              for (;;) { if (x) break; }
            }
            list.forEach(x -> {
              while (true) {
                x();
              }
            });
            """);
    assertEquals(
        List.of(
            new Loop(1, 8, 1, 3, Shape.TOP_TESTED, false, "for (int i = 0; i < 3; i++)"),
            new Loop(4, 5, 4, 4, Shape.TOP_TESTED, false, "while (ready(\"(while (x) {\"))"),
            new Loop(6, 6, 6, 6, Shape.BOTTOM_TESTED, true, "do … while (x > 0)"),
            new Loop(7, 7, 7, 7, Shape.ENDLESS, true, "for (;;)"),
            new Loop(10, 12, 10, 10, Shape.ENDLESS, false, "while (true)")),
        loops.loops());
    assertEquals(3, loops.inside(loops.loops().get(0)).size());
    assertEquals(loops.loops().get(0), loops.headAt(2));
    assertEquals(loops.loops().get(1), loops.around(5));
    assertNull(loops.headAt(5));
    assertNull(loops.around(9));
  }

  @Test
  void a_body_without_braces_ends_with_its_statement() {
    SourceLoops loops =
        read(
            """
            for (T t : list)
              try (R r = new R(() -> { go(); })) {
                t.run();
              } catch (E e) {
                n--;
              } catch (F f) {
                n--;
              } finally {
                n++;
              }
            for (T t : list)
              next: synchronized (t) {
                n++;
              }
            while (n > 0)
              switch (n--) {
                case 1:
                  go();
              }
            for (T t : list)
              t.run(x -> {
                go();
              }, new A() {
                int n;
              }.n, 1)
                  .go();
            if (n > 0)
              try {
                go();
              } finally {
                n--;
              }
            else
              go();
            do
              synchronized (t) {
                n++;
              }
            while (n < 9);
            """);
    assertEquals(
        List.of(10, 14, 19, 26, 39), loops.loops().stream().map(each -> each.last()).toList());
    assertEquals(List.of(Shape.BOTTOM_TESTED), shapes(loops).subList(4, 5));
    assertTrue(branches(loops).contains("if (n > 0) 28-31"), () -> branches(loops).toString());
    assertTrue(branches(loops).contains("else 34-34"));
  }

  @Test
  void the_line_of_a_closing_brace_is_that_of_what_stands_behind_it() {
    SourceLoops loops =
        read(
            """
            for (T t : list) {
              n++;
            } n++;
            while (n > 0) {
              n--; } n++;
            for (T t : list)
              t.run(() -> {
                n++;
              }); for (T t : list) {
              n++;
            }
            """);
    assertEquals(List.of(2, 5, 8, 11), loops.loops().stream().map(each -> each.last()).toList());
  }

  @Test
  void loops_of_lambdas_and_anonymous_classes_are_not_run_by_the_loop_around_them() {
    SourceLoops loops =
        read(
            """
            for (int p = 0; p < 2; p++) {
              pool.execute(() -> {
                for (int i = 0; i < 10; i++) {
                  while (i > 3) i--;
                }
              });
              new java.util.ArrayList<Map<String, int[]>>(p) {
                void run() {
                  do p(); while (a);
                }
              };
              switch (p) {
                case 1 -> {
                  for (int x : xs) f(x);
                }
                default -> g();
              }
              if (f(new int[3], new A())) {
                while (b) g();
              }
            }
            """);
    List<Loop> all = loops.loops();
    assertEquals(List.of(all.get(4), all.get(5)), loops.inside(all.get(0)));
    assertEquals(List.of(all.get(2)), loops.inside(all.get(1)));
  }

  @Test
  void branches_are_called_as_they_are_written() {
    assertEquals(
        List.of("if (a) 2-2", "else if (b > 0) 4-4", "else 6-6"),
        branches("if (a) {\n  x();\n} else if (b >  0) {\n  y();\n} else {\n  z();\n}\n"));
    assertEquals(
        List.of("case 1 3-4", "default 6-6", "case A, B 9-9", "catch (IOException e) 12-12"),
        branches(
            """
            switch (n) {
              case 1:
                x();
                break;
              default:
                y();
            }
            int m = switch (n) {
              case A, B -> 3;
            };
            try { open(); } catch (IOException e) {
              close(); }
            """));
  }

  @Test
  void broken_code_ends_somewhere() {
    assertEquals(2, read("for (int i = 0; i < 3; i++) { while (").loops().size());
    assertEquals(0, read("} ) do if (").loops().size());
    assertEquals(0, read("{".repeat(20_000)).loops().size());
  }
}
