// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.wire.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenCallsTest {
  private static final FramePicture SLEEP = new FramePicture("java.lang.Thread", "sleep", null, -1);

  private final StepLog log = new StepLog();
  private final StepScript script = new StepScript(log, "Fibonacci");

  @BeforeEach
  void main_has_called_fib_of_3_and_that_fib_of_2() {
    script.call("main", "([Ljava/lang/String;)V", 12, "args", "[]");
    script.line(14);
    script.call("fib", "(I)I", 5, "n", 3);
    script.line(8);
    script.call("fib", "(I)I", 5, "n", 2);
    script.line(8);
  }

  private static FramePicture own(String method) {
    return new FramePicture("Fibonacci", method, new FileKey("Fibonacci.java"), 8);
  }

  private List<String> calls(long thread, int depth, FramePicture... frames) {
    ThreadPicture picture =
        new ThreadPicture(1, thread, "main", Thread.State.RUNNABLE, false, depth, List.of(frames));
    List<String> texts = new ArrayList<>();
    OpenCalls.of(log, picture).forEach(each -> texts.add(each == null ? null : each.text()));
    return texts;
  }

  @Test
  void each_frame_has_the_arguments_of_its_call() {
    script.fib(1);
    assertEquals(
        Arrays.asList(null, "fib(n = 2)", "fib(n = 3)", "main(args = [])"),
        calls(1, 4, SLEEP, own("fib"), own("fib"), own("main")));
  }

  @Test
  void a_stack_of_another_moment_or_thread_has_none() {
    assertEquals(List.of(), calls(1, 2, own("fib"), own("main")));
    assertEquals(List.of(), calls(1, 4, own("fib"), own("fib"), own("fib"), own("main")));
    assertEquals(List.of(), calls(2, 3, own("fib"), own("fib"), own("main")));
  }

  @Test
  void beyond_what_is_left_out_no_arguments_are_known() {
    List<FramePicture> frames = new ArrayList<>(List.of(own("fib"), own("fib")));
    List<String> expected = new ArrayList<>(List.of("fib(n = 2)", "fib(n = 3)"));
    for (int i = 0; i < Limits.MAX_OUTER_FRAMES; i++) {
      frames.add(own("main"));
      expected.add(null);
    }
    assertEquals(expected, calls(1, 500, frames.toArray(new FramePicture[0])));
  }
}
