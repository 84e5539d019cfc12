// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.UncaughtException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cards of exceptions that ended threads: with values where steps were recorded up to there,
 * with the libraries' frames where the trace came. For any thread.
 */
public final class UncaughtCards {
  private UncaughtCards() {}

  /** All of them, those of steps first. */
  public static List<ExceptionCard> all(StoryLines lines, List<UncaughtException> uncaught) {
    Map<ThreadKey, UncaughtException> traces = new HashMap<>();
    uncaught.forEach(each -> traces.putIfAbsent(each.thread(), each));
    List<ExceptionCard> cards = new ArrayList<>();
    for (int step : ExceptionCards.last(lines.log())) {
      cards.add(of(lines, step, traces.remove(lines.log().thread(step))));
    }
    for (UncaughtException each : uncaught) {
      if (traces.containsValue(each)) {
        // The thread may have gone on: with the program's own handler of such exceptions.
        int step = ExceptionCards.left(lines.log(), each.thread(), each.chain().get(0).className());
        cards.add(step == StepLog.NONE ? new TraceCards(lines).of(each) : of(lines, step, each));
      }
    }
    return cards;
  }

  /** The card of a step, with a trace that may be null. */
  public static ExceptionCard of(StoryLines lines, int step, UncaughtException trace) {
    ExceptionCard card = new ExceptionCards(lines).of(step);
    return trace == null ? card : new TraceCards(lines).complete(card, trace);
  }
}
