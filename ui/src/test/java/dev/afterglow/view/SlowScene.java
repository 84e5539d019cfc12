// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.LoopPicture;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import java.util.List;

/** The Fibonacci example, stepped through as its agent would tell it, until the eighth round. */
final class SlowScene {
  static final FileKey FILE = new FileKey("Fibonacci.java");
  static final ThreadKey MAIN = new ThreadKey(1, 1);
  private static final Method MAIN_METHOD =
      new Method(FILE, "Fibonacci", "main", "([Ljava/lang/String;)V", 12);
  private static final Method FIB = new Method(FILE, "Fibonacci", "fib", "(I)I", 5);

  private final StepLog log = new StepLog();
  private int left;

  private SlowScene() {}

  /** Stands on line 5 of {@code fib(1)}, three calls deep, in the round of i = 7. */
  static FakeSession paused() {
    FakeSession session = Scenes.fibonacci();
    session.hit(session.fileNamed("Fibonacci.java"), 5, 31, 0);
    session.hit(session.fileNamed("Fibonacci.java"), 6, 17, 200);
    session.hit(session.fileNamed("Fibonacci.java"), 8, 14, 450);
    session.loops(new LoopPicture(13, 13, 15, false));
    StepLog log = new SlowScene().run(1_000);
    session.steps(log);
    session.run(new RunPicture(Detail.STEPS, true, 12, 1, 1, FILE, 5, "", log.size(), 2_000_000));
    return session;
  }

  private StepLog run(int steps) {
    left = steps;
    int call = log.addCall(MAIN, MAIN_METHOD, 0, StepLog.NONE, List.of(new Value("args", "[]")));
    line(MAIN_METHOD, 12, 0, call, new Value("total", "0"));
    int total = 0;
    for (int i = 0; i <= 7; i++) {
      line(MAIN_METHOD, 13, 0, call, new Value("i", Integer.toString(i)));
      total += fib(i, 1, call);
      if (left <= 0) {
        return log;
      }
      line(MAIN_METHOD, 14, 0, call, new Value("total", Integer.toString(total)));
      line(MAIN_METHOD, 15, 0, call);
    }
    return log;
  }

  private int fib(int n, int depth, int caller) {
    int call = log.addCall(MAIN, FIB, depth, caller, List.of(new Value("n", Integer.toString(n))));
    line(FIB, 5, depth, call);
    if (n == 1 && depth > 2 && left < 845) {
      left = 0;
    }
    if (left <= 0) {
      return 0;
    }
    int result;
    if (n < 2) {
      line(FIB, 6, depth, call);
      result = n;
    } else {
      line(FIB, 8, depth, call);
      result = fib(n - 1, depth + 1, call) + (left > 0 ? fib(n - 2, depth + 1, call) : 0);
    }
    if (left > 0) {
      log.add(
          Kind.RETURN,
          MAIN,
          FIB,
          n < 2 ? 6 : 8,
          depth,
          call,
          List.of(new Value("return", Integer.toString(result))));
    }
    return result;
  }

  private void line(Method method, int line, int depth, int call, Value... changed) {
    int step = log.add(Kind.LINE, MAIN, method, line, depth, call, List.of());
    log.setValues(step, List.of(changed));
    left--;
  }
}
