// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepLogTest {
  private static final ThreadKey MAIN = new ThreadKey(1, 1);
  private static final Method METHOD = new Method(new FileKey("A.java"), "A", "run", "(I)I", 3);

  private final StepLog log = new StepLog();

  @Test
  void steps_come_back_as_they_were() {
    int main = log.addCall(MAIN, METHOD, 0, StepLog.NONE, List.of(new Value("n", "1")));
    int inner = log.addCall(new ThreadKey(2, 7), METHOD, 5, main, List.of());
    int line = log.add(Kind.LINE, MAIN, METHOD, 4, 6, StepLog.NONE, List.of());
    int before = log.valueMark(line);
    log.setValues(line, List.of(new Value("a", "[1, 2]", 4, 5), new Value("s", "\"ü…\"")));
    int end = log.add(Kind.RETURN, MAIN, METHOD, 9, 0, main, List.of());
    assertEquals(List.of(0, 5, 6), List.of(log.depth(main), log.depth(inner), log.depth(line)));
    assertEquals(
        List.of(end, StepLog.NONE, StepLog.NONE),
        List.of(log.end(main), log.end(inner), log.end(line)));
    assertEquals(main, log.caller(inner));
    assertEquals(StepLog.NONE, log.call(line));
    assertEquals(4, log.line(line));
    assertEquals(new ThreadKey(2, 7), log.thread(inner));
    assertEquals(
        List.of(new Value("a", "[1, 2]", 4, 5), new Value("s", "\"ü…\"")), log.values(line));
    assertNotEquals(before, log.valueMark(line));
    assertEquals(Kind.RETURN, log.kind(end));
  }

  @Test
  void a_loop_with_numbers_and_an_array_takes_at_most_64_bytes_a_step() {
    int call = log.addCall(MAIN, METHOD, 0, StepLog.NONE, List.of());
    long total = 0;
    int[] a = {5, 3, 8, 1, 9, 2};
    for (int i = 0; i < 200_000; i++) {
      line(call, 4, "i", i);
      total += i * 7L;
      line(call, 5, "total", total);
      a[i % 6] = i;
      line(call, 6, "a", Arrays.toString(a));
    }
    assertTrue(bytesPerStep() <= 64, () -> bytesPerStep() + " bytes");
  }

  @Test
  void a_recursion_takes_at_most_64_bytes_a_step() {
    fib(24, 0, StepLog.NONE);
    assertTrue(bytesPerStep() <= 64, () -> bytesPerStep() + " bytes");
  }

  @Test
  void a_loop_with_strings_takes_at_most_64_bytes_a_step() {
    int call = log.addCall(MAIN, METHOD, 0, StepLog.NONE, List.of());
    for (int i = 0; i < 300_000; i++) {
      line(call, 4, "i", i);
      line(call, 5, "word", "\"the " + i + "th word\"");
      line(call, 6, "back", "\"drow ht" + new StringBuilder("" + i).reverse() + " eht\"");
    }
    assertTrue(bytesPerStep() <= 64, () -> bytesPerStep() + " bytes");
  }

  private int fib(int n, int depth, int caller) {
    int call = log.addCall(MAIN, METHOD, depth, caller, List.of(new Value("n", "" + n)));
    log.add(Kind.LINE, MAIN, METHOD, 4, depth, call, List.of());
    int answer = n;
    if (n > 1) {
      log.add(Kind.LINE, MAIN, METHOD, 7, depth, call, List.of());
      answer = fib(n - 1, depth + 1, call) + fib(n - 2, depth + 1, call);
    }
    Value value = new Value("return", "" + answer);
    log.add(Kind.RETURN, MAIN, METHOD, 7, depth, call, List.of(value));
    return answer;
  }

  private void line(int call, int line, String name, Object value) {
    int step = log.add(Kind.LINE, MAIN, METHOD, line, 0, call, List.of());
    log.setValues(step, List.of(new Value(name, value.toString())));
  }

  private double bytesPerStep() {
    return (double) log.bytes() / log.size();
  }
}
