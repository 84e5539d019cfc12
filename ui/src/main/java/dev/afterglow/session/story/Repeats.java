// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import java.util.ArrayList;
import java.util.List;

/** Calls with equal arguments in one tree of calls. Lives on the thread that reads the log. */
final class Repeats {
  /** Different calls that are told apart; further ones are taken as not repeated. */
  static final int MAX_DIFFERENT = 200_000;

  /** Not among those told apart. */
  static final int UNKNOWN = -1;

  /** Types of which the text says all. */
  private static final String PLAIN =
      "([BCDFIJSZ]|Ljava/lang/(String|Integer|Long|Short|Byte|Character|Boolean|Double|Float);"
          + "|Ljava/math/BigInteger;)";

  private static final int NOT_YET = -1;

  /** Calls with the same arguments. */
  static final class Same {
    /** The first of them. */
    final int call;

    /** Whether the texts of arguments and answer say all of them. */
    final boolean sure;

    int count;

    /** One of them has returned. */
    boolean ended;

    /** They did not all give the same answer. */
    boolean differs;

    /** One of them was left by an exception. */
    boolean failed;

    /** They printed, or changed something that others see. */
    boolean effects;

    private int answer = NOT_YET;

    private Same(int call, boolean sure) {
      this.call = call;
      this.sure = sure;
    }

    /** Whether one answer would do for all of them, as far as their steps show. */
    boolean equal() {
      return sure && ended && !differs && !failed && !effects;
    }
  }

  private final StepLog log;
  private final List<Same> all = new ArrayList<>();

  /** Numbers of {@link #all} plus 1, by the hash of method and arguments. */
  private int[] table = new int[64];

  private int most = UNKNOWN;
  private boolean full;

  Repeats(StepLog log) {
    this.log = log;
  }

  /** Notes a call; says which calls it equals. */
  int called(int call) {
    int place = place(call);
    if (table[place] == 0) {
      if (all.size() >= MAX_DIFFERENT) {
        full = true;
        return UNKNOWN;
      }
      all.add(new Same(call, isSure(call)));
      table[place] = all.size();
      if (all.size() * 2 > table.length) {
        table = new int[table.length * 2];
        for (int i = 0; i < all.size(); i++) {
          table[place(all.get(i).call)] = i + 1;
        }
        place = place(call);
      }
    }
    int number = table[place] - 1;
    Same same = all.get(number);
    same.count++;
    if (most == UNKNOWN || same.count > all.get(most).count) {
      most = number;
    }
    return number;
  }

  private int place(int call) {
    int mask = table.length - 1;
    int hash = log.methodNumber(call);
    for (int i = 0; i < log.valueCount(call); i++) {
      hash = hash * 31 + log.textNumber(call, i);
    }
    int at = (hash * 0x9E3779B9) >>> 7 & mask;
    while (table[at] != 0 && !same(all.get(table[at] - 1).call, call)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private boolean same(int one, int other) {
    int count = log.valueCount(one);
    boolean same = log.methodNumber(one) == log.methodNumber(other);
    same &= count == log.valueCount(other);
    for (int i = 0; same && i < count; i++) {
      same = log.textNumber(one, i) == log.textNumber(other, i);
    }
    return same;
  }

  /** Notes how a call ended. */
  void ended(int number, int end, boolean effects) {
    if (number == UNKNOWN) {
      return;
    }
    Same same = all.get(number);
    same.effects |= effects;
    if (log.kind(end) == Kind.THROW) {
      same.failed = true;
      return;
    }
    int answer = log.valueCount(end) == 0 ? NOT_YET : log.textNumber(end, 0);
    same.differs |= same.ended && answer != same.answer;
    same.ended = true;
    same.answer = answer;
  }

  Same get(int number) {
    return number == UNKNOWN ? null : all.get(number);
  }

  /** The calls that were repeated most, or null. */
  Same most() {
    return most == UNKNOWN || all.get(most).count < 2 ? null : all.get(most);
  }

  /** Whether some calls with equal arguments are not known to be equal. */
  boolean someAlike() {
    for (Same same : all) {
      if (same.count > 1 && same.ended && !same.equal()) {
        return true;
      }
    }
    return false;
  }

  /** Whether there were more different calls than are told apart. */
  boolean full() {
    return full;
  }

  /** Only numbers and texts are seen whole; an object's text may hide what differs. */
  private boolean isSure(int call) {
    List<Value> arguments = log.values(call);
    String[] types = log.method(call).descriptor().split("[()]");
    String parameters = types[1];
    int parts = parameters.replaceAll(PLAIN, "#").length();
    String cutOrMasked = "(?s).*….*|" + Value.MASKED;
    boolean whole = arguments.stream().noneMatch(value -> value.text().matches(cutOrMasked));
    return whole
        && !log.method(call).receiver()
        && parameters.matches(PLAIN + "*")
        && parts == arguments.size()
        && types[2].matches(PLAIN);
  }
}
