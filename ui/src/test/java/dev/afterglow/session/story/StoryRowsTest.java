// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.source.SourceText;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StoryRowsTest {
  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Fibonacci");
  private final StoryRows rows = new StoryRows(log);
  private final StoryLines lines =
      new StoryLines(
          log,
          key ->
              key.equals(new FileKey("Fibonacci.java"))
                  ? Optional.of(SourceText.of("Fibonacci.java", "\n\n\n\n  if (n < 2) { // why\n"))
                  : Optional.empty());

  private int[] shown() {
    rows.update();
    StepList now = rows.rows();
    return now.size() == 0 ? new int[0] : now.range(0, now.size() - 1);
  }

  private static int[] upTo(int size) {
    int[] all = new int[size];
    for (int i = 0; i < size; i++) {
      all[i] = i;
    }
    return all;
  }

  @Test
  void all_steps_are_rows_while_they_come() {
    script.call("main", "()V", 12);
    assertArrayEquals(upTo(1), shown());
    script.fib(2);
    assertArrayEquals(upTo(log.size()), shown());
  }

  @Test
  void a_finished_call_folds_to_one_row_and_opens_again() {
    script.call("main", "()V", 12);
    script.line(13);
    int before = log.size();
    script.fib(3);
    script.line(14);
    int[] all = shown();
    rows.fold(before, true);
    assertArrayEquals(new int[] {0, 1, before, log.size() - 1}, shown());
    assertEquals("fib(3) = 2", lines.of(before, true).text());
    // CALL of fib(3) itself does not count: 24 more steps to its RETURN.
    assertEquals("… " + (log.end(before) - before) + " steps", lines.of(before, true).values());
    rows.fold(before, false);
    assertArrayEquals(all, shown());
  }

  @Test
  void a_running_call_that_is_folded_hides_what_comes() {
    script.call("main", "()V", 12);
    int call = script.call("fib", "(I)I", 5, "n", 1);
    rows.update();
    rows.fold(call, true);
    script.line(5);
    assertArrayEquals(new int[] {0, 1}, shown());
    script.ret(6, 1);
    script.line(13);
    assertArrayEquals(new int[] {0, 1, log.size() - 1}, shown());
  }

  @Test
  void calls_fold_as_they_end() {
    rows.foldFinished(true);
    script.call("main", "()V", 12);
    int call = script.call("fib", "(I)I", 5, "n", 1);
    script.line(5);
    assertArrayEquals(new int[] {0, 1, 2}, shown());
    script.ret(6, 1);
    assertArrayEquals(new int[] {0, call}, shown());
    rows.fold(call, false);
    assertArrayEquals(upTo(4), shown());
    int other = log.size();
    script.fib(4);
    assertArrayEquals(new int[] {0, 1, 2, 3, other}, shown());
  }

  @Test
  void rows_handed_out_do_not_change() {
    rows.foldFinished(true);
    script.call("main", "()V", 12);
    script.call("fib", "(I)I", 5, "n", 1);
    script.line(5);
    rows.update();
    StepList before = rows.rows();
    script.ret(6, 1);
    script.line(13);
    rows.update();
    assertArrayEquals(new int[] {0, 1, 2}, before.range(0, before.size() - 1));
  }

  @Test
  void a_thread_in_a_folded_call_does_not_hide_another() {
    StepScript other = new StepScript(log, "Worker", 2);
    script.call("main", "()V", 12);
    int call = script.call("fib", "(I)I", 5, "n", 1);
    other.call("run", "()V", 3);
    script.line(5);
    int visible = other.line(4);
    script.ret(6, 1);
    rows.update();
    rows.fold(call, true);
    assertArrayEquals(new int[] {0, call, 2, visible}, shown());
    rows.filter(StoryRows.ALL, log.threadNumber(visible));
    assertArrayEquals(new int[] {2, visible}, shown());
    rows.filter(log.methodNumber(call), StoryRows.ALL);
    assertArrayEquals(new int[] {call}, shown());
  }

  @Test
  void threads_are_called_by_their_names_and_equal_names_are_numbered() {
    StepScript first = new StepScript(log, "Worker", 22);
    StepScript second = new StepScript(log, "Worker", 23);
    int main = script.call("main", "()V", 12);
    int one = first.call("run", "()V", 3);
    int other = second.call("run", "()V", 3);
    String old = "thread 22: run()";
    assertEquals(old, lines.text(one, false), "a recording of before has no names");
    log.name(log.thread(main), "main");
    log.name(log.thread(one), "worker");
    log.name(log.thread(other), "worker");
    assertEquals("main:      main()", lines.text(main, false));
    assertEquals("worker:    run()", lines.text(one, false));
    assertEquals("worker #2: run()", lines.text(other, false));
    log.name(log.thread(one), "boss");
    assertEquals("boss:   run()", lines.text(one, false));
    assertEquals("worker: run()", lines.text(other, false));
  }

  @Test
  void a_step_in_folded_calls_is_revealed() {
    script.call("main", "()V", 12);
    script.fib(3);
    rows.foldFinished(true);
    rows.update();
    assertEquals(2, rows.rows().size());
    int deep = 4;
    assertEquals(2, log.depth(deep), "a step of fib(2)");
    rows.reveal(deep);
    assertEquals(deep, rows.rows().step(rows.rows().place(deep)));
  }

  @Test
  void lines_say_calls_changes_results_and_exceptions() {
    script.call("main", "()V", 12);
    script.call("fib", "(I)I", 5, "n", 3);
    int line = script.line(5);
    script.changed(line, "total", 9, "a", "[1, 2]");
    int passed = script.passed(12, "java.lang.IllegalStateException", "full", 8);
    int thrown = script.thrown(8, "java.lang.IllegalStateException", "full");
    int caught = script.caught(13, "java.lang.IllegalStateException", "null");
    assertEquals("fib(n = 3)", lines.of(1, false).text());
    assertEquals("if (n < 2) {", lines.of(line, false).text());
    assertEquals("total = 9, a = [1, 2]", lines.of(line, false).values());
    String why = "finally runs because of IllegalStateException: full";
    assertEquals(why, lines.of(passed, false).text());
    assertEquals("fib throws IllegalStateException: full", lines.of(thrown, false).text());
    assertEquals("catches IllegalStateException", lines.of(caught, false).text());
    assertEquals("line 12", lines.source(0), "no such line in this source");
  }

  @Test
  void search_finds_texts_and_patterns_in_both_directions() {
    script.call("main", "()V", 12);
    script.fib(3);
    StorySearch text = new StorySearch(lines, "FIB(N = 1)", false);
    while (text.readOn()) {
      // reads all
    }
    assertEquals(2, text.found().size());
    int first = text.found().next(-1);
    int second = text.found().next(first);
    assertTrue(second > first);
    assertEquals(first, text.found().next(second), "round to the first");
    assertEquals(second, text.found().previous(first));
    assertEquals(2, text.found().number(second));
    StorySearch pattern = new StorySearch(lines, "returns [12]$", true);
    pattern.readOn();
    assertEquals(4, pattern.found().size());
    assertFalse(pattern.behind());
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void two_million_steps_are_read_in_batches_and_folded() {
    script.call("main", "()V", 12);
    while (log.size() < 2_000_000) {
      script.fib(15);
      rows.update();
    }
    assertEquals(log.size(), rows.rows().size());
    rows.foldFinished(true);
    assertTrue(rows.rows().size() < 1_000);
  }
}
