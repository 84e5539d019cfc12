// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.story.ExceptionCard.Code;
import dev.afterglow.session.story.ExceptionCard.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the rows of a card from steps: call, statement and values. For any thread. */
final class CardRows {
  /** Callers looked at most for which object a method was called on. */
  private static final int CALLERS = 8;

  /** Steps looked back at most for the constructor of the object that a method was called on. */
  private static final int LOOK_BACK = 20_000;

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
              SourceNames.notes(each.text(), moment(step), set, receiver)));
    }
    return new Row(step, file, log.line(step), words, List.copyOf(code), List.of());
  }

  private Moment moment(int step) {
    return log.kind(step) == Kind.LINE ? Moment.before(log, step) : Moment.behind(log, step);
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
    int constructor = constructor(call, outer, method);
    if (constructor != StepLog.NONE) {
      return Receiver.made(Moment.behind(log, log.end(constructor)));
    }
    boolean sameClass = method.className().equals(log.method(outer).className());
    return Receiver.of(
        lines.source(outer),
        method.name(),
        moment(outer),
        sameClass,
        () -> receiver(moments, at + 1, most - 1));
  }

  /**
   * The constructor's CALL of the object that a call was made on, if the caller's statement makes
   * it; or none.
   */
  private int constructor(int call, int outer, Method method) {
    FileKey file = log.method(outer).file();
    String statement =
        CardCode.of(lines.text(file), file, log.line(outer)).stream()
            .map(Code::text)
            .collect(Collectors.joining(" "));
    String name = Receiver.made(statement, method.name());
    // What a superclass's method sees of an object is what that class's constructor did.
    if (name == null || !("." + Calls.simpleName(method.className())).endsWith("." + name)) {
      return StepLog.NONE;
    }
    int caller = log.caller(call);
    int found = StepLog.NONE;
    for (int at = call - 1; at > caller && call - at < LOOK_BACK; at--) {
      boolean mine = log.threadNumber(at) == log.threadNumber(call);
      int begin = mine ? log.call(at) : StepLog.NONE;
      if (begin == caller && log.kind(at) == Kind.LINE) {
        return found;
      }
      if (begin != StepLog.NONE && log.end(begin) == at && log.caller(begin) == caller) {
        if (isConstructor(begin, method)) {
          if (found != StepLog.NONE) {
            return StepLog.NONE;
          }
          found = begin;
        }
        at = begin;
      }
    }
    return StepLog.NONE;
  }

  private boolean isConstructor(int call, Method of) {
    Method method = log.method(call);
    return method.name().equals("<init>") && method.className().equals(of.className());
  }
}
