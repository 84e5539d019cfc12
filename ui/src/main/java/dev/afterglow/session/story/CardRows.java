// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.story.ExceptionCard.Code;
import dev.afterglow.session.story.ExceptionCard.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the rows of a card from steps: call, statement and values. For any thread. */
final class CardRows {
  /** Callers looked at most for which object a method was called on. */
  private static final int CALLERS = 8;

  private final StoryLines lines;
  private final StepLog log;

  CardRows(StoryLines lines) {
    this.lines = lines;
    log = lines.log();
  }

  /**
   * The row of a call.
   *
   * @param moments those at which an exception left calls, innermost first
   * @param at which of them
   * @param set the names that got their values on its line
   */
  Row row(List<Integer> moments, int at, Set<String> set) {
    int step = moments.get(at);
    Receiver receiver = receiver(moments, at, CALLERS);
    int call = log.call(step);
    String words = call == StepLog.NONE ? Calls.name(log.method(step)) : Calls.withNames(log, call);
    FileKey file = log.method(step).file();
    List<Code> code = new ArrayList<>();
    for (Code each : CardCode.of(lines.text(file), file, log.line(step))) {
      code.add(
          new Code(
              each.line(),
              each.text(),
              SourceNames.notes(each.text(), Moment.thrown(log, step), set, receiver)));
    }
    return new Row(step, file, log.line(step), words, List.copyOf(code), List.of());
  }

  /** The object that a call was made on, as far as its caller's variables tell. */
  private Receiver receiver(List<Integer> moments, int at, int most) {
    int step = moments.get(at);
    int outer = at + 1 < moments.size() && most > 0 ? moments.get(at + 1) : StepLog.NONE;
    int call = log.call(step);
    boolean called =
        call != StepLog.NONE
            && outer != StepLog.NONE
            && log.method(step).receiver()
            && log.caller(call) != StepLog.NONE
            && log.caller(call) == log.call(outer);
    if (!called) {
      return Receiver.UNKNOWN;
    }
    Method method = log.method(step);
    boolean sameClass = method.className().equals(log.method(outer).className());
    return Receiver.of(
        lines.source(outer),
        method.name(),
        Moment.thrown(log, outer),
        sameClass,
        () -> receiver(moments, at + 1, most - 1));
  }
}
