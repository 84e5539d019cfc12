// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The way of an exception through a log: which line threw it, which calls it left, through which
 * {@code finally} blocks it went, where it was caught. Exceptions are told from each other by class
 * and message. For any thread.
 */
final class ExceptionPath {
  /** Steps looked back, or ahead, at most. */
  private static final int FAR = 100_000;

  /** Throws what a variable holds: an exception that was there before. */
  private static final Pattern AGAIN =
      Pattern.compile("\\bthrow\\s+(?!new\\b)(?:\\([\\w.]+\\)\\s*)?[\\w.]+\\s*(?:[;}]|$)");

  private final StoryLines lines;
  private final StepLog log;

  /**
   * A call that the exception went through.
   *
   * @param end the THROW with which it left the call, or the CATCH in it
   * @param moment the step that tells the line it came from and what was known there: a LINE, or
   *     the end itself if nothing ran in the call since
   */
  record Stage(int end, int moment) {}

  ExceptionPath(StoryLines lines) {
    this.lines = lines;
    log = lines.log();
  }

  /**
   * The THROW or CATCH behind a PASS, in the same call: where the exception went on from a finally;
   * or none.
   */
  int behindFinally(int pass) {
    int depth = log.depth(pass);
    int last = Math.min(log.size() - 1, pass + FAR);
    for (int at = pass + 1; at <= last; at++) {
      if (log.threadNumber(at) != log.threadNumber(pass) || log.depth(at) > depth) {
        continue;
      }
      Kind kind = log.kind(at);
      if ((kind == Kind.THROW || kind == Kind.CATCH) && same(at, pass)) {
        return at;
      }
      if (log.depth(at) < depth || kind == Kind.THROW || kind == Kind.RETURN) {
        break;
      }
    }
    return StepLog.NONE;
  }

  /** Where the exception of a THROW or CATCH was caught, or the outermost call it left. */
  int outermost(int step) {
    int at = step;
    for (int next = step + 1; next < log.size() && log.kind(at) == Kind.THROW; next++) {
      if (log.threadNumber(next) != log.threadNumber(at)) {
        continue;
      }
      Kind kind = log.kind(next);
      boolean out = kind == Kind.THROW || kind == Kind.CATCH || kind == Kind.PASS;
      if (!out || log.depth(next) != log.depth(at) - 1 || !same(next, at)) {
        break;
      }
      int past = kind == Kind.PASS ? behindFinally(next) : next;
      if (past == StepLog.NONE) {
        break;
      }
      at = past;
      next = past;
    }
    return at;
  }

  /** The calls that an exception went through, innermost first, up to a THROW or CATCH. */
  List<Stage> upTo(int end) {
    List<Stage> outer = new ArrayList<>();
    int at = end;
    while (at != StepLog.NONE) {
      int origin = origin(at);
      boolean called = origin != StepLog.NONE && log.kind(origin) == Kind.THROW;
      int inner = called ? origin : StepLog.NONE;
      outer.add(new Stage(at, moment(at, origin, inner)));
      at = inner;
    }
    Collections.reverse(outer);
    return outer;
  }

  private int moment(int end, int origin, int inner) {
    boolean thrown = log.kind(end) == Kind.THROW;
    int line = inner == StepLog.NONE ? origin : lineBefore(log.call(inner));
    int last = inner == StepLog.NONE ? lineBefore(end) : before(end);
    boolean nothingSince = thrown && last == origin;
    return line == StepLog.NONE || nothingSince ? end : line;
  }

  /**
   * What the exception of a THROW, CATCH or PASS comes from: the LINE of the same call that threw
   * it, the THROW of a call that was made, or none if that cannot be told.
   */
  int origin(int step) {
    int first = first(step);
    int from = from(first);
    int depth = log.depth(step);
    int line = StepLog.NONE;
    PrimitiveIterator.OfInt back = ofCall(first, depth).iterator();
    while (back.hasNext()) {
      int at = back.nextInt();
      Kind kind = log.kind(at);
      boolean own = log.depth(at) == depth;
      if (!own && line == StepLog.NONE && kind == Kind.THROW && same(at, first)) {
        return at;
      }
      if (own && kind == Kind.CATCH && same(at, first)) {
        return line == StepLog.NONE || isAgain(line) ? origin(at) : line;
      }
      boolean threw = own && kind == Kind.LINE && (from == 0 || log.line(at) == from);
      line = threw && line == StepLog.NONE ? at : line;
    }
    return line;
  }

  /** The first step that tells of an exception in a call: the PASS of the first finally, or it. */
  int first(int step) {
    int first = step;
    for (int pass = pass(step); pass != StepLog.NONE; pass = pass(pass)) {
      first = pass;
    }
    return first;
  }

  /** The finally that an exception has passed before a step, or none. */
  private int pass(int step) {
    int from = from(step);
    int depth = log.depth(step);
    int told =
        ofCall(step, depth)
            .filter(at -> log.depth(at) == depth && same(at, step))
            .filter(at -> log.kind(at) == Kind.CATCH || log.kind(at) == Kind.PASS)
            .findFirst()
            .orElse(StepLog.NONE);
    boolean passed = told != StepLog.NONE && log.kind(told) == Kind.PASS;
    return passed && (from == 0 || from == from(told)) ? told : StepLog.NONE;
  }

  /** The line that an exception came from, 0 if the step does not tell it. */
  private int from(int step) {
    return log.kind(step) == Kind.CATCH ? 0 : Calls.comesFrom(log, step);
  }

  /** Whether a line throws an exception that was there before; yes if its source is missing. */
  private boolean isAgain(int line) {
    String source = lines.source(line);
    return source.equals("line " + log.line(line)) || AGAIN.matcher(source).find();
  }

  /** The lines that made a step's call and the calls around it, innermost first. */
  List<Integer> around(int step) {
    List<Integer> around = new ArrayList<>();
    int at = log.call(step);
    while (at != StepLog.NONE && log.caller(at) != StepLog.NONE) {
      int line = lineBefore(at);
      at = log.caller(at);
      around.add(line == StepLog.NONE ? at : line);
    }
    return around;
  }

  /** The step of the same thread before a step, or none. */
  int before(int step) {
    int at = step - 1;
    while (at >= 0 && log.threadNumber(at) != log.threadNumber(step)) {
      at--;
    }
    return at;
  }

  /** The latest CATCH of the same call before a step, or none. */
  int caughtBefore(int step) {
    int depth = log.depth(step);
    return ofCall(step, depth)
        .filter(at -> log.depth(at) == depth && log.kind(at) == Kind.CATCH)
        .findFirst()
        .orElse(StepLog.NONE);
  }

  /** The line of the same call, or of the caller of a CALL, that ran before a step; or none. */
  int lineBefore(int step) {
    if (step == StepLog.NONE) {
      return StepLog.NONE;
    }
    int depth = log.kind(step) == Kind.CALL ? log.depth(step) - 1 : log.depth(step);
    return back(step, depth)
        .filter(at -> log.depth(at) == depth && log.kind(at) != Kind.PASS)
        .limit(1)
        .filter(at -> log.kind(at) == Kind.LINE)
        .findFirst()
        .orElse(StepLog.NONE);
  }

  /** The steps of the same call before a step, the latest first, and the ends of calls it made. */
  private IntStream ofCall(int step, int depth) {
    return back(step, depth).takeWhile(at -> !isBefore(at, depth));
  }

  /** Steps of the thread before a step, the latest first; of deeper calls only the ends. */
  private IntStream back(int step, int depth) {
    return IntStream.iterate(before(step), at -> at >= 0, at -> before(skipped(at, depth)))
        .limit(FAR);
  }

  /**
   * Whether a step is none of the call of some depth that is looked back at, but where it began.
   */
  private boolean isBefore(int at, int depth) {
    return log.depth(at) < depth || (log.depth(at) == depth && log.kind(at) == Kind.CALL);
  }

  /** From the end of a call that was made to its begin. */
  private int skipped(int at, int depth) {
    return log.depth(at) > depth && log.call(at) >= 0 ? log.call(at) : at;
  }

  private boolean same(int one, int other) {
    return Calls.exceptionWords(log, one).equals(Calls.exceptionWords(log, other));
  }
}
