// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.LoopRows.Kind;
import dev.afterglow.session.story.LoopRows.Row;
import dev.afterglow.source.SourceLoops;
import dev.afterglow.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rounds, what they changed and how they ended, from steps as a program would report them. */
class LoopTableTest {
  private static final String SOURCE =
      """
      class Loops {
        int find(int[] all, int wanted) {
          for (int i = 0; i < all.length; i++) {
            if (all[i] < 0) {
              continue;
            }
            for (int j = 0; j < i; j++) {
              sum += j;
            }
            if (all[i] == wanted) {
              return i;
            }
          }
          while (k < 3) k++;
          do {
            k--;
          } while (k > 0);
          while (true) {
            k++;
            if (k == 2) {
              break;
            }
          }
          do {
            k--;
            if (k < 0)
              break;
          } while (true);
        }
      }
      """;

  private final SourceText text = SourceText.of("Loops.java", SOURCE);
  private final SourceLoops loops = SourceLoops.of(text);
  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Loops");

  private LoopTable table(int line) {
    FileKey file = new FileKey("Loops.java");
    LoopTable table = new LoopTable(log, file, text, loops, loops.headAt(line));
    table.update();
    return table;
  }

  private static List<String> lines(LoopTable table) {
    return table.rows().rows().stream()
        .map(
            row ->
                switch (row.kind()) {
                      case ROUND -> row.round() + " ";
                      case GAP -> row.round() + "-" + row.lastRound() + " ";
                      case END -> "end ";
                    }
                    + texts(row)
                    + " "
                    + row.branch()
                    + row.inner()
                    + row.end())
        .toList();
  }

  private static List<String> texts(Row row) {
    return row.values().stream().map(value -> value == null ? "" : value.text()).toList();
  }

  private void round(int i, boolean skipped, boolean found) {
    script.line(3, "i", i);
    script.line(4);
    if (skipped) {
      script.line(5);
      return;
    }
    for (int j = 0; j < i; j++) {
      script.line(7, "j", j);
      script.line(8, "sum", 10 * i + j);
    }
    script.line(7, "j", i);
    script.line(10);
    if (found) {
      script.line(11);
    }
  }

  private void find() {
    script.call("find", "([II)I", 3, "all", "[4, -1, 5]", "wanted", 5);
    round(0, false, false);
    round(1, true, false);
    round(2, false, true);
    script.ret(11, 2);
  }

  private void element(int line, String array) {
    int from = array.indexOf('*');
    int to = array.lastIndexOf('*') - 1;
    log.setValues(script.line(line), List.of(new Value("all", array.replace("*", ""), from, to)));
  }

  private static List<String> elements(Row row, int column) {
    return row.elements(column).stream().map(each -> each.name() + "=" + each.text()).toList();
  }

  @Test
  void a_round_tells_all_elements_that_it_changed() {
    script.call("find", "([II)I", 3, "all", "[4, 1, 5]", "wanted", 5);
    script.line(3, "i", 0);
    element(4, "[*1*, 1, 5]");
    element(8, "[1, *4*, 5]");
    script.line(3, "i", 1);
    element(4, "[1, *2*, 5]");
    element(8, "[1, *3*, 5]");
    script.line(3, "i", 2);
    script.line(4, "all", "[7, 8, 9]");
    element(8, "[*0*, 8, 9]");
    element(10, "[0, *1*, 9]");
    script.line(3, "i", 3);
    LoopRows rows = table(3).rows();
    int all = rows.variables().indexOf("all");
    assertEquals(List.of("all[0]=1", "all[1]=4"), elements(rows.rows().get(0), all));
    assertEquals(List.of(), elements(rows.rows().get(1), all));
    assertEquals(List.of(), elements(rows.rows().get(2), all), "the whole is new");
  }

  @Test
  void what_a_catch_tells_of_fields_is_no_change() {
    script.call("find", "([II)I", 3, "all", "[4, 1, 5]", "wanted", 5);
    script.line(3, "i", 0);
    script.line(8, "this.sum", 7);
    script.line(3, "i", 1);
    script.line(4);
    log.setValues(script.caught(10, "E", "no"), StepScript.values("this.sum", 7));
    script.line(3, "i", 2);
    LoopRows rows = table(3).rows();
    int sum = rows.variables().indexOf("this.sum");
    assertEquals("7", rows.rows().get(0).values().get(sum).text());
    assertEquals(null, rows.rows().get(1).values().get(sum));
  }

  @Test
  void a_round_has_its_values_branch_inner_rounds_and_end() {
    find();
    LoopTable table = table(3);
    assertEquals(List.of("i", "j", "sum"), table.rows().variables());
    assertEquals(1, table.rows().heads());
    assertEquals(
        List.of(
            "1 [0, 0, ] [0]",
            "2 [1, , ] if (all[i] < 0)[-1]continue",
            "3 [2, 2, 21] if (all[i] == wanted)[2]return 2"),
        lines(table));
    assertEquals("left by return 2", table.rows().end());
    assertEquals("find([4, -1, 5], 5)", table.rows().where());
    LoopRows inner = table(7).rows();
    assertEquals(2, inner.times());
    assertEquals(2, inner.allRounds());
    assertEquals(
        List.of("1 [0, 20] []", "2 [1, 21] []", "end [2, ] []condition false"), lines(table(7)));
  }

  @Test
  void a_loop_that_runs_grows() {
    script.call("find", "([II)I", 3, "all", "[4, 5]", "wanted", 7);
    round(0, false, false);
    LoopTable table = table(3);
    assertTrue(table.rows().running());
    assertEquals(List.of("1 [0, 0] [0]so far"), lines(table));
    script.line(3, "i", 1);
    table.update();
    assertEquals(1, table.rows().rounds());
    script.line(4);
    table.update();
    assertEquals(2, table.rows().rounds());
    script.thrown(4, "java.lang.ArithmeticException", "/ by zero");
    table.update();
    assertEquals("left by ArithmeticException", table.rows().end());
    assertEquals("2 [1, ] [-1]ArithmeticException", lines(table).get(1));
  }

  @Test
  void a_loop_that_an_exception_leaves_for_a_finally_was_not_left_by_break() {
    script.call("find", "([II)I", 3, "all", "[4, 5]", "wanted", 7);
    script.line(19, "k", 1);
    script.line(20);
    script.passed(20, "java.lang.ArithmeticException", "/ by zero", 20);
    assertTrue(table(18).rows().running(), "the finally is in the loop");
    script.passed(25, "java.lang.ArithmeticException", "/ by zero", 20);
    script.line(25);
    assertEquals("left by ArithmeticException", table(18).rows().end());
  }

  private static final String LEFT =
      """
      class Loops {
        int find() {
          try {
            while (true) {
              k++;
              if (k == 3) return k;
              break;
            }
            k = 9;
          } finally {
            done();
          }
          outer:
          for (;;) {
            do {
              if (k == 4) continue outer;
              if (k == 5) continue;
              break;
            } while (k > 0);
            k--;
          }
        }
      }
      """;

  private LoopTable left(int line) {
    SourceText text = SourceText.of("Loops.java", LEFT);
    SourceLoops loops = SourceLoops.of(text);
    FileKey file = new FileKey("Loops.java");
    LoopTable table = new LoopTable(log, file, text, loops, loops.headAt(line));
    table.update();
    return table;
  }

  @Test
  void a_break_without_a_line_of_its_own_is_no_return() {
    script.call("find", "()I", 3);
    script.line(5, "k", 1);
    script.line(6);
    script.line(9, "k", 9);
    LoopTable table = left(4);
    assertEquals("left by break", table.rows().end());
    assertEquals(List.of("1 [1] []break"), lines(table));
  }

  @Test
  void whether_a_return_or_a_break_left_for_a_finally_is_told_when_it_is_known() {
    for (boolean returns : new boolean[] {true, false}) {
      script.call("find", "()I", 3);
      script.line(5, "k", 3);
      script.line(6);
      script.line(11);
      assertEquals("left", left(4).rows().end());
      assertEquals(List.of("1 [3] []"), lines(left(4)));
      if (returns) {
        script.ret(6, 3);
        assertEquals("left by return 3", left(4).rows().end());
        assertEquals(List.of("1 [3] []return 3"), lines(left(4)));
      } else {
        script.line(14);
        assertEquals("left by break", left(4).rows().end());
        assertEquals(List.of("1 [3] []break"), lines(left(4)));
      }
    }
  }

  @Test
  void only_a_continue_with_a_label_leaves_for_the_loop_around() {
    script.call("find", "()I", 3);
    script.line(16, "k", 5);
    script.line(17);
    script.line(20);
    assertEquals("left by break", left(15).rows().end());
    script.line(16);
    script.line(16);
    assertEquals("so far", left(15).rows().rows().get(0).end(), "goes round");
  }

  @Test
  void loops_of_each_shape_are_counted_by_the_rules() {
    script.call("find", "([II)I", 3);
    for (int check = 0; check < 4; check++) {
      script.line(14, "k", check);
    }
    for (int round = 0; round < 3; round++) {
      script.line(16, "k", 2 - round);
      script.line(17);
    }
    script.line(19, "k", 1);
    script.line(20);
    script.line(19, "k", 2);
    script.line(20);
    script.line(21);
    script.ret(24);
    assertEquals(3, table(14).rows().rounds());
    assertEquals("condition false", table(14).rows().end());
    assertEquals(List.of("1 [2] []", "2 [1] []", "3 [0] []condition false"), lines(table(15)));
    assertEquals(List.of("1 [1] []", "2 [2] if (k == 2)[]break"), lines(table(18)));
  }

  @Test
  void a_round_on_one_line_has_what_the_variables_were_before_it() {
    SourceText line =
        SourceText.of(
            "Loops.java",
            SOURCE.replace("while (k < 3) k++;", "for (int i = 1, n = f(); i < n; i++) k += i;"));
    SourceLoops loops = SourceLoops.of(line);
    script.call("find", "([II)I", 3);
    script.line(14, "i", 2, "k", 1, "n", 3);
    script.line(14, "i", 3, "k", 3);
    script.line(14);
    script.line(16);
    LoopTable table = new LoopTable(log, new FileKey("Loops.java"), line, loops, loops.headAt(14));
    table.update();
    assertEquals(
        List.of("1 [1, , 1] []", "2 [2, 3, 3] []", "end [3, 3, ] []condition false"), lines(table));
  }

  @Test
  void a_do_loop_that_checks_nothing_goes_round_where_it_begins() {
    script.call("find", "([II)I", 3, "all", "[4, 5]", "wanted", 7);
    for (int round = 0; round < 3; round++) {
      script.line(25, "k", 1 - round);
      script.line(26);
    }
    script.line(27);
    script.ret(29);
    assertEquals(List.of("1 [1] []", "2 [0] []", "3 [-1] if (k < 0)[]break"), lines(table(24)));
    assertEquals("left by break", table(24).rows().end());
  }

  @Test
  void times_in_other_activations_and_threads_are_told_apart() {
    StepScript other = new StepScript(log, "Loops", 2);
    script.call("find", "([II)I", 3, "all", "[9]");
    other.call("find", "([II)I", 3, "all", "[8]");
    script.line(3, "i", 0);
    other.line(3, "i", 0);
    script.line(4);
    int step = other.line(4);
    script.call("find", "([II)I", 3, "all", "[7]");
    script.line(3, "i", 0);
    script.ret(13);
    script.line(3, "i", 1);
    LoopTable table = table(3);
    assertEquals(3, table.rows().times());
    assertEquals(2, table.rows().allRounds());
    assertEquals("find([7]), thread 1", table.rows().where());
    assertEquals(List.of("end [0] []condition false"), lines(table));
    assertEquals(1, table.chooseStep(step));
    assertEquals("find([8]), thread 2", table.rows().where());
    assertEquals(List.of("1 [0] [-1]so far"), lines(table));
    table.choose(0);
    assertEquals(List.of("1 [0] [-1]"), lines(table));
  }

  @Test
  void who_looks_back_begins_with_the_first_time_that_had_a_round() {
    for (String all : List.of("[]", "[9]", "[7]")) {
      script.call("find", "([II)I", 3, "all", all);
      script.line(3, "i", 0);
      if (!all.equals("[]")) {
        script.line(4);
      }
      script.ret(4, 0);
    }
    LoopTable table = table(3);
    table.chooseFirst();
    assertEquals(1, table.rows().time());
    assertEquals("find([9])", table.rows().where());
  }

  @Test
  void a_loop_over_elements_on_one_line_has_its_variable_as_each_round_has_set_it() {
    SourceText each =
        SourceText.of("Loops.java", SOURCE.replace("while (k < 3) k++;", "for (int x : xs) f(x);"));
    SourceLoops loops = SourceLoops.of(each);
    script.call("find", "([II)I", 3);
    script.line(14, "x", 5);
    script.line(14, "x", 6);
    script.line(14);
    script.line(16);
    LoopTable table = new LoopTable(log, new FileKey("Loops.java"), each, loops, loops.headAt(14));
    table.update();
    assertEquals(List.of("x"), table.rows().variables());
    assertEquals(List.of("1 [5] []", "2 [6] []", "end [] []no element left"), lines(table));
  }

  @Test
  void a_loop_inside_that_was_not_reached_has_no_rounds_not_0() {
    find();
    LoopRows rows = table(3).rows();
    assertTrue(rows.rows().get(0).reached(0));
    assertFalse(rows.rows().get(1).reached(0));
    String csv = LoopText.of(table(3), ',');
    assertTrue(csv.contains("\n1,0,0,,,0,\n2,1,,,if (all[i] < 0),,continue\n"), csv);
  }

  @Test
  void behind_the_last_element_the_variable_has_no_value() {
    SourceText each =
        SourceText.of("Loops.java", SOURCE.replace("int j = 0; j < i; j++", "int j : js"));
    SourceLoops loops = SourceLoops.of(each);
    script.call("find", "([II)I", 3);
    script.line(7, "j", 4);
    script.line(8, "sum", 4);
    script.line(7);
    script.line(10);
    LoopTable table = new LoopTable(log, new FileKey("Loops.java"), each, loops, loops.headAt(7));
    table.update();
    assertEquals(List.of("1 [4, 4] []", "end [, ] []no element left"), lines(table));
  }

  @Test
  void a_lambda_inside_is_no_time_and_a_method_may_begin_with_its_loop() {
    script.call("lambda$find$0", "()V", 8);
    script.line(8);
    script.ret(8);
    script.call("last", "()V", 19);
    script.line(19);
    script.ret(21);
    assertEquals(1, table(18).rows().rounds());
    SourceText with = SourceText.of("Loops.java", SOURCE.replace("sum += j", "f(() -> j)"));
    SourceLoops loops = SourceLoops.of(with);
    LoopTable table = new LoopTable(log, new FileKey("Loops.java"), with, loops, loops.headAt(7));
    table.update();
    assertEquals(LoopRows.NONE, table.rows());
  }

  @Test
  void of_a_long_loop_the_ends_and_the_rare_rounds_are_shown_and_others_when_asked_for() {
    script.call("find", "([II)I", 3);
    for (int i = 0; i < 1_000; i++) {
      script.line(3, "i", i);
      script.line(4);
      if (i == 700) {
        script.line(5);
      }
    }
    LoopTable table = table(3);
    List<Row> rows = table.rows().rows();
    assertEquals(2 * LoopTable.END_ROUNDS + 3, rows.size());
    assertEquals(Kind.GAP, rows.get(LoopTable.END_ROUNDS).kind());
    Row rare = rows.get(LoopTable.END_ROUNDS + 1);
    assertEquals(701, rare.round());
    assertTrue(rare.rare());
    table.open(16);
    assertEquals(rows.size() + LoopTable.OPENED, table.rows().rows().size());
    String csv = LoopText.of(table, ',');
    assertEquals(1_001, csv.lines().count());
    assertTrue(csv.startsWith("round,i,branch,rounds of line 7,end\n1,0,,,\n"), csv);
    assertTrue(csv.contains("\n701,700,if (all[i] < 0),,continue\n"));
  }

  @Test
  void what_has_a_comma_or_a_quote_is_quoted() {
    script.call("find", "([II)I", 3);
    int step = script.line(19);
    log.setValues(step, List.of(new Value("k", "[1, \"a\"]")));
    assertEquals("round,k,branch,end\n1,\"[1, \"\"a\"\"]\",,so far\n", LoopText.of(table(18), ','));
    assertEquals("round\tk\tbranch\tend\n1\t[1, \"a\"]\t\tso far\n", LoopText.of(table(18), '\t'));
  }
}
