// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One frame of each kind, and a frame in words to compare two of them. */
final class Frames {

  private Frames() {}

  static List<Frame> ofEveryKind() {
    return Arrays.asList(
        target(),
        classInfo(),
        new Counts(5, 0, new int[] {0, 1, 4}, new long[] {1, 300, Long.MAX_VALUE}),
        new Tick(1_000_000_000L),
        threads(),
        new Notice(Notice.CLASS_LEFT, "com.acme.Big", "Left as it is: zu groß."),
        new Counts(5, 17, new int[] {2}, new long[] {9}),
        new Bye(),
        uncaught(),
        new Welcome(),
        new Watch(50),
        new SelectThread(17),
        new Expressions(Arrays.asList("node.left.value", "a[i].b")),
        stepMethod(),
        steps(),
        laterSteps(),
        runState(),
        new StepThreadInfo(300, "wörker"),
        new RunCommand(RunCommand.RUN_TO_COUNT, 17, "a/Main.java", 300, 9));
  }

  static StepMethodInfo stepMethod() {
    return new StepMethodInfo(2, 5, "fib", "(I)I", 300, Arrays.asList("this", "n"));
  }

  /** A step of each kind. */
  static final String STEPS =
      "00 11" // thread 17
          + " 01 00 02 01 02 01 33 00 00" // CALL at depth 0 of method 2: variable 1 is 3
          + " 02 00 02 ac 02" // LINE 300
          + " 06 00 02 01 00 01 78 06 5b 31 2c 20 32 5d 01 02" // x = [1, 2], of which the 1 is new
          + " 03 00 02 ac 02 01 01 33" // RETURN of 3
          + " 03 01 02 ac 02 00" // RETURN of nothing, at depth 1
          + " 04 00 02 ac 02 03 61 2e 42 00" // THROW of a.B without a message
          + " 05 00 02 ac 02 03 61 2e 42 02 6e 6f"; // CATCH of a.B: no

  static Steps steps() {
    return new Steps(Hex.bytes(STEPS), false);
  }

  /** A step of each kind that came later. */
  static final String LATER_STEPS =
      "00 11" // thread 17
          + " 07 00 02 ac 02 03 61 2e 42 02 6e 6f ab 02"; // PASS to line 300 of a.B: no, from 299

  static Steps laterSteps() {
    return new Steps(Hex.bytes(LATER_STEPS), true);
  }

  static RunState runState() {
    return new RunState(true, false, 4000, 17, "a.Main", 300, "Why.", 9, 2_000_000);
  }

  static TargetInfo target() {
    return new TargetInfo(4711, 1_700_000_000_000L, "17.0.9", "Main x", "0.1.0");
  }

  static ClassInfo classInfo() {
    return new ClassInfo(
        5,
        "a.Main",
        "app",
        "Main.java",
        9,
        Arrays.asList(
            new LineInfo(3, LineInfo.HITS, LineInfo.FLAG_IMPLICIT, new int[0]),
            new LineInfo(300, LineInfo.HITS, 0, new int[] {0, ~1, 8}),
            new LineInfo(300, LineInfo.SECOND, LineInfo.FLAG_END, new int[] {2})),
        Collections.singletonList(
            new LoopInfo(
                300, 299, 305, LoopInfo.BOTTOM_TESTED, true, new int[] {4}, new int[] {~3, 5})),
        "shared");
  }

  static Uncaught uncaught() {
    StackFrame own = new StackFrame("a.Main", "fib", "Main.java", 3, true);
    return new Uncaught(
        17,
        "w",
        Arrays.asList(
            new Uncaught.Thrown(
                "a.Bad",
                "no",
                900,
                Collections.singletonList(own),
                Collections.singletonList(
                    new Uncaught.Thrown("a.Shut", "", 1, List.of(own), List.of()))),
            new Uncaught.Thrown("a.Why", "", 0, List.of(), List.of())));
  }

  static Threads threads() {
    StackFrame inner = new StackFrame("a.Main", "fib", "Main.java", 3, true);
    StackFrame outer = new StackFrame("java.lang.Thread", "run", "", 0, false);
    ThreadInfo main =
        new ThreadInfo(1, "main", 0, false, 900, new ArrayList<>(Arrays.asList(inner, inner)));
    ThreadInfo worker = new ThreadInfo(17, "Grüße", 5, true, 1, Collections.singletonList(outer));
    return new Threads(Arrays.asList(main, worker));
  }

  /** All fields of a frame, so that equal text is an equal frame. */
  static String text(Object value) {
    StringBuilder text = new StringBuilder();
    describe(value, text);
    return text.toString();
  }

  private static void describe(Object value, StringBuilder text) {
    if (value instanceof int[] numbers) {
      text.append(Arrays.toString(numbers));
    } else if (value instanceof long[] numbers) {
      text.append(Arrays.toString(numbers));
    } else if (value instanceof byte[] bytes) {
      text.append(Arrays.toString(bytes));
    } else if (value instanceof List<?> list) {
      for (Object item : list) {
        text.append("\n  ");
        describe(item, text);
      }
    } else if (value.getClass().getName().startsWith("dev.afterglow")) {
      text.append(value.getClass().getSimpleName());
      for (java.lang.reflect.Field field : value.getClass().getDeclaredFields()) {
        if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
          text.append(' ').append(field.getName()).append('=');
          describe(get(field, value), text);
        }
      }
    } else {
      text.append(value);
    }
  }

  private static Object get(java.lang.reflect.Field field, Object of) {
    try {
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
