// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.StepLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Main");

  private Moment moment() {
    script.call("main", "()V", 1, "args", "[\"x, y\", \"z\"]");
    script.line(2, "i", 1, "a", "[5, 7, 9]", "long", "[1, 2, …]");
    script.line(3, "node", "Node{value=3, left=Node, right=null}", "node.left.value", 1);
    script.line(4, "p", "Point[x=1, y=[2, 3]]", "m", "{a=1, b=2}", "this.count", 4);
    script.line(5, "Main.board", "[[1, 2], [3, 4]]", "this.next", "Node{value=8}");
    script.line(6, "far", "[1, 2, … 7 more, 3, 4, … 30 more]", "grid", "[[0, … 2 more], [5, 6]]");
    return Moment.behind(log, log.size() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i | 1",
        "a[i] | 7",
        "a[i+1] | 9",
        "a [ i - 1 ] | 5",
        "a[2] | 9",
        "a.length | 3",
        "args[0] | \"x, y\"",
        "node.value | 3",
        "node.left.value | 1",
        "p.y[1] | 3",
        "m.b | 2",
        "this.count | 4",
        "count | 4",
        "board[1][0] | 3",
        "Main.board[1] | [3, 4]",
        "this.next.value | 8",
        "far[1] | 2",
        "far[9] | 3",
        "far.length | 41",
        "grid[1][1] | 6",
        "grid[0].length | 3"
      })
  void what_was_recorded_is_known(String expression, String expected) {
    Watch.Answer answer = Watch.of(expression).at(moment());
    assertEquals(expected, answer.text());
    assertTrue(answer.known());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "never | not seen yet",
        "a[9] | not recorded",
        "long[2] | not recorded",
        "long.length | not recorded",
        "far[2] | not recorded",
        "far[8] | not recorded",
        "far[11] | not recorded",
        "grid[0][1] | not recorded",
        "node.right.value | null has no .value",
        "node.left.left | not recorded",
        "value | not seen yet",
        "a[never] | [never] is not known"
      })
  void what_was_not_is_said(String expression, String expected) {
    Watch.Answer answer = Watch.of(expression).at(moment());
    assertEquals(expected, answer.text());
    assertFalse(answer.known());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a + b", "f(x)", "a[", "a[b[1]]", "1", "a..b"})
  void other_expressions_are_refused(String expression) {
    assertThrows(IllegalArgumentException.class, () -> Watch.of(expression));
  }

  @Test
  void only_the_steps_own_activation_counts_and_calls_from_it_are_passed_over() {
    script.call("main", "()V", 1);
    int line = script.line(2);
    script.call("f", "(I)I", 9, "n", 5);
    script.line(9, "x", 1);
    script.ret(9, 5);
    script.changed(line, "x", 2);
    int after = script.line(3);
    assertEquals("2", Watch.of("x").at(Moment.behind(log, after)).text());
    assertEquals("not seen yet", Watch.of("n").at(Moment.behind(log, after)).text());
    assertEquals("not seen yet", Watch.of("x").at(Moment.before(log, line)).text());
    assertEquals("5", Watch.of("n").at(Moment.behind(log, 2)).text());
  }
}
