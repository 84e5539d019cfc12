// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls with equal arguments in one tree of calls. Lives on the thread that reads the log. */
final class Repeats {
  /** Different calls that are told apart; further ones are taken as not repeated. */
  private static final int MAX_DIFFERENT = 100_000;

  /** Not among those told apart. */
  static final int UNKNOWN = -1;

  /** Calls with the same arguments. */
  static final class Same {
    final String call;
    final boolean sure;
    int count;
    boolean ended;
    boolean differs;
    boolean failed;
    String result;

    Same(String call, boolean sure) {
      this.call = call;
      this.sure = sure;
    }

    /** Whether one answer would do for all of them, as far as their recorded texts show. */
    boolean equal() {
      return sure && !differs && !failed && ended;
    }
  }

  private final StepLog log;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Same> all = new ArrayList<>();
  private int most = UNKNOWN;

  Repeats(StepLog log) {
    this.log = log;
  }

  /** Notes a call; says which calls it equals. */
  int called(int call) {
    List<Value> arguments = log.values(call);
    StringBuilder key = new StringBuilder().append(log.methodNumber(call));
    for (Value argument : arguments) {
      key.append('\u0001').append(argument.text());
    }
    String text = key.toString();
    Integer number = numbers.get(text);
    if (number == null) {
      if (all.size() >= MAX_DIFFERENT) {
        return UNKNOWN;
      }
      number = all.size();
      numbers.put(text, number);
      all.add(new Same(Calls.brief(log, call), isSure(call, arguments)));
    }
    Same same = all.get(number);
    same.count++;
    if (most == UNKNOWN || same.count > all.get(most).count) {
      most = number;
    }
    return number;
  }

  /** Notes how a call ended. */
  void ended(int number, int end) {
    if (number == UNKNOWN) {
      return;
    }
    Same same = all.get(number);
    if (log.kind(end) == Kind.THROW) {
      same.failed = true;
      return;
    }
    List<Value> values = log.values(end);
    String result = values.isEmpty() ? null : values.get(0).text();
    if (same.ended && (result == null || !result.equals(same.result))) {
      same.differs = true;
    }
    same.ended = true;
    same.result = result;
  }

  Same get(int number) {
    return number == UNKNOWN ? null : all.get(number);
  }

  /** The calls that were repeated most, or null. */
  Same most() {
    return most == UNKNOWN || all.get(most).count < 2 ? null : all.get(most);
  }

  int different() {
    return all.size();
  }

  /** Only numbers and strings are seen whole; an object's text may hide what differs. */
  private boolean isSure(int call, List<Value> arguments) {
    String descriptor = log.method(call).descriptor();
    int close = descriptor.indexOf(')');
    String parameters = descriptor.substring(1, Math.max(1, close));
    String plain =
        parameters
            .replace("Ljava/lang/String;", "")
            .replace("Ljava/lang/Integer;", "")
            .replace("Ljava/lang/Long;", "")
            .replace("Ljava/math/BigInteger;", "");
    boolean cut = arguments.stream().anyMatch(argument -> argument.text().contains("…"));
    boolean isVoid = descriptor.endsWith(")V");
    boolean receiver = arguments.stream().anyMatch(argument -> argument.name().equals("this"));
    return !cut && !isVoid && !receiver && plain.matches("[BCDFIJSZ]*");
  }
}
