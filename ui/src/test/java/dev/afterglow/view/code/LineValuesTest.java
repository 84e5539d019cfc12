// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which values stand behind which line. */
class LineValuesTest {
  private static final FileKey FILE = new FileKey("A.java");
  private static final ThreadKey MAIN = new ThreadKey(1, 1);
  private static final ThreadKey OTHER = new ThreadKey(1, 2);
  private static final Method MAIN_METHOD = new Method(FILE, "A", "main", "()V", 2);
  private static final Method DOWN = new Method(FILE, "A", "down", "(I)V", 6);

  private final StepLog log = new StepLog();
  private final LineValues values = new LineValues();

  private int call(Method method, int depth, int caller, Value... arguments) {
    return log.addCall(MAIN, method, depth, caller, List.of(arguments));
  }

  private int line(Method method, int line, int call) {
    return log.add(Kind.LINE, MAIN, method, line, 0, call, List.of());
  }

  private void end(Method method, int line, int call) {
    log.add(Kind.RETURN, MAIN, method, line, 0, call, List.of());
  }

  private List<String> at(int line) {
    values.read(log);
    values.choose(FILE, MAIN, 20, method -> method.line() - 1, false);
    return values.at(line).stream().map(value -> value.name() + "=" + value.text()).toList();
  }

  @Test
  void when_no_more_steps_come_all_values_are_old() {
    int main = call(MAIN_METHOD, 0, StepLog.NONE);
    log.setValues(line(MAIN_METHOD, 3, main), List.of(new Value("i", "0")));
    assertEquals(List.of("i=0"), at(3));
    assertFalse(values.isPast(3));
    values.choose(FILE, MAIN, 20, method -> method.line() - 1, true);
    assertTrue(values.isPast(3));
  }

  @Test
  void a_line_keeps_its_newest_values_while_it_runs_again() {
    int main = call(MAIN_METHOD, 0, StepLog.NONE);
    int first = line(MAIN_METHOD, 3, main);
    assertEquals(List.of(), at(3));
    log.setValues(first, List.of(new Value("i", "0")));
    assertEquals(List.of("i=0"), at(3));
    long stamp = values.stamp(3);
    line(MAIN_METHOD, 4, main);
    int second = line(MAIN_METHOD, 3, main);
    assertEquals(List.of("i=0"), at(3));
    assertEquals(stamp, values.stamp(3));
    log.setValues(second, List.of(new Value("i", "1")));
    assertEquals(List.of("i=1"), at(3));
    assertNotEquals(stamp, values.stamp(3));
    assertEquals(List.of(), at(4));
  }

  @Test
  void what_a_catch_tells_of_its_exception_is_no_variable() {
    int main = call(MAIN_METHOD, 0, StepLog.NONE);
    List<Value> thrown = List.of(new Value("exception", "a.Bad"), new Value("message", "worse"));
    log.add(Kind.CATCH, MAIN, MAIN_METHOD, 6, 0, main, thrown);
    assertEquals(List.of(), at(6));
    int caught = line(MAIN_METHOD, 6, main);
    log.setValues(caught, List.of(new Value("e", "Bad: worse")));
    assertEquals(List.of("e=Bad: worse"), at(6));
  }

  @Test
  void in_a_recursion_the_innermost_call_counts_and_its_caller_again_when_it_is_back() {
    int main = call(MAIN_METHOD, 0, StepLog.NONE);
    int outer = call(DOWN, 1, main, new Value("n", "2"));
    int changed = line(DOWN, 7, outer);
    log.setValues(changed, List.of(new Value("k", "20")));
    int inner = call(DOWN, 2, outer, new Value("n", "1"));
    assertEquals(List.of("n=1"), at(5));
    assertEquals(List.of(), at(7));
    end(DOWN, 8, inner);
    assertEquals(List.of("n=2"), at(5));
    assertEquals(List.of("k=20"), at(7));
    assertFalse(values.isPast(7));
    end(DOWN, 8, outer);
    assertEquals(List.of("k=20"), at(7));
    assertTrue(values.isPast(7), "the last call's values stay, as past ones");
  }

  @Test
  void threads_and_runs_are_kept_apart() {
    int other = log.addCall(OTHER, DOWN, 0, StepLog.NONE, List.of(new Value("n", "9")));
    int main = call(MAIN_METHOD, 0, StepLog.NONE, new Value("args", "[]"));
    line(MAIN_METHOD, 3, main);
    assertEquals(List.of(), at(5));
    assertEquals(List.of("args=[]"), at(1));
    values.choose(FILE, OTHER, 20, method -> method.line() - 1, false);
    assertEquals(1, values.at(5).size());
    assertEquals(other, log.call(other));
    values.read(new StepLog());
    values.choose(FILE, OTHER, 20, method -> method.line() - 1, false);
    assertEquals(0, values.stamp(5));
  }

  @Test
  void calls_that_ended_unseen_are_left() {
    int main = call(MAIN_METHOD, 0, StepLog.NONE);
    call(DOWN, 1, main, new Value("n", "5"));
    line(MAIN_METHOD, 4, main);
    assertEquals(List.of("n=5"), at(5));
    assertTrue(values.isPast(5));
  }

  @Test
  void headers_are_found_above_the_code() {
    List<String> lines =
        """
        class Tree {
          Tree(
              int n) {
            size = n;
          }
          @Override
          public int size(int a,
              int b) {
            return size(a - 1, b);
          }
          static <T> List<T> all() { return all(); }
          void run() {
            return new Tree(3).all();
          }
        }
        """
            .lines()
            .toList();
    assertEquals(2, Headers.line(new Method(FILE, "a.Tree", "<init>", "(I)V", 4), lines));
    assertEquals(2, Headers.line(new Method(FILE, "Out$Tree", "<init>", "(I)V", 2), lines));
    assertEquals(7, Headers.line(new Method(FILE, "Tree", "size", "(II)I", 9), lines));
    assertEquals(11, Headers.line(new Method(FILE, "Tree", "all", "()V", 11), lines));
    assertEquals(12, Headers.line(new Method(FILE, "Tree", "run", "()V", 13), lines));
    assertEquals(13, Headers.line(new Method(FILE, "Tree", "lambda$run$0", "()V", 13), lines));
    assertEquals(13, Headers.line(new Method(FILE, "Tree", "gone", "()V", 13), lines));
  }

  @Test
  void a_million_steps_are_read_in_time() {
    int main = call(MAIN_METHOD, 0, StepLog.NONE);
    for (int i = 0; i < 1_000_000; i++) {
      line(MAIN_METHOD, 3 + i % 4, main);
    }
    int frames = 1;
    long start = System.nanoTime();
    while (values.read(log)) {
      frames++;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis < 3_000, millis + " ms in " + frames + " frames");
  }
}
