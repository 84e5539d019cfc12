// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the calls that a thread's frames belong to: samples know no arguments, steps do. */
public final class OpenCalls {
  /** A thread without a step among so many has not run for long. */
  private static final int LOOK_BACK = 100_000;

  private OpenCalls() {}

  /**
   * A call that has not ended.
   *
   * @param text as {@code fib(n = 3)}, long arguments cut
   * @param arguments its arguments, whole as far as they were recorded
   */
  public record Call(String text, List<Value> arguments) {}

  /**
   * The calls of a stack.
   *
   * @param log the steps so far
   * @param thread a sampled stack
   * @return a call for each frame, null for those of other code; empty if stack and steps are of
   *     different moments, or there are no steps
   */
  public static List<Call> of(StepLog log, ThreadPicture thread) {
    int call = innermost(log, new ThreadKey(thread.target(), thread.id()));
    int size = thread.frames().size();
    List<Call> calls = new ArrayList<>(Collections.nCopies(size, null));
    boolean cut = thread.gap() >= 0;
    // Beyond what is left out it is not known which call is which.
    for (int i = 0; i < (cut ? thread.gap() : size); i++) {
      FramePicture frame = thread.frames().get(i);
      if (frame.file() == null) {
        continue;
      }
      if (call == StepLog.NONE || !is(log.method(call), frame)) {
        return List.of();
      }
      calls.set(i, new Call(Calls.withNames(log, call), log.values(call)));
      call = log.caller(call);
    }
    return cut || call == StepLog.NONE ? calls : List.of();
  }

  private static boolean is(Method method, FramePicture frame) {
    return method.name().equals(frame.method()) && method.className().equals(frame.className());
  }

  /** The last step of a thread, or none if it has not run for long. */
  public static int latest(StepLog log, ThreadKey thread) {
    int number = log.threadCount() - 1;
    while (number >= 0 && !log.threadNumbered(number).equals(thread)) {
      number--;
    }
    int last = number < 0 ? -1 : log.size() - 1;
    for (int step = last; step >= 0 && step > last - LOOK_BACK; step--) {
      if (log.threadNumber(step) == number) {
        return step;
      }
    }
    return StepLog.NONE;
  }

  /** The call that a thread is in after its last step. */
  private static int innermost(StepLog log, ThreadKey thread) {
    int step = latest(log, thread);
    if (step == StepLog.NONE) {
      return StepLog.NONE;
    }
    int call = log.call(step);
    boolean left = log.kind(step) == Kind.RETURN || log.kind(step) == Kind.THROW;
    return left && call != StepLog.NONE ? log.caller(call) : call;
  }
}
