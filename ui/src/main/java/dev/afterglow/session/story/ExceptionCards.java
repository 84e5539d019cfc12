// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.ExceptionCard.Part;
import dev.afterglow.session.story.ExceptionCard.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes cards of exceptions from recorded steps. For any thread. */
public final class ExceptionCards {
  private static final int MOST_CAUSES = 8;

  /** Steps looked back at most for where an exception came from or was caught before. */
  private static final int LOOK_BACK = 100_000;

  /** The same for what another thread did meanwhile. */
  private static final int LOOK_BACK_ACROSS = 1_000_000;

  private static final Pattern CATCH = Pattern.compile("\\bcatch\\s*\\([^)]*?(\\w+)\\s*\\)");
  private static final int FIRST = 3;

  private final StoryLines lines;
  private final StepLog log;
  private final CardRows maker;

  public ExceptionCards(StoryLines lines) {
    this.lines = lines;
    this.log = lines.log();
    maker = new CardRows(lines);
  }

  /** Whether an exception left the outermost recorded call of a thread. */
  public static boolean leaves(StepLog log, int step) {
    return log.kind(step) == Kind.THROW && log.depth(step) == 0;
  }

  /**
   * The steps at which an exception ended what is recorded of a thread, in order: {@code main}, or
   * a call behind which its thread did nothing more.
   */
  public static List<Integer> last(StepLog log) {
    int[] latest = new int[log.threadCount()];
    for (int step = 0; step < log.size(); step++) {
      latest[log.threadNumber(step)] = step;
    }
    List<Integer> found = new ArrayList<>();
    for (int step : latest) {
      if (leaves(log, step)) {
        found.add(step);
      }
    }
    found.sort(null);
    return found;
  }

  /** The last step at which such an exception left the outermost call of a thread, or none. */
  static int left(StepLog log, ThreadKey thread, String className) {
    for (int step = log.size() - 1; step >= 0; step--) {
      if (leaves(log, step)
          && log.thread(step).equals(thread)
          && Calls.exception(log, step).equals(className)) {
        return step;
      }
    }
    return StepLog.NONE;
  }

  /** The card of an exception that comes from a LINE step and has not left its call so far. */
  public ExceptionCard thrownBy(int step, String exception) {
    List<Integer> moments = new ArrayList<>(List.of(step));
    moments.addAll(around(step));
    String heading = Calls.name(log.method(step)) + thread(step) + " throws " + exception;
    Part part = new Part("", List.copyOf(rows(moments)));
    return new ExceptionCard(step, heading, exception, sentence(moments), List.of(part));
  }

  /**
   * The card of the exception of a THROW or CATCH step. While it may leave more calls, these are
   * told as they stand.
   */
  public ExceptionCard of(int step) {
    int end = outermost(step);
    List<Integer> moments = moments(end);
    if (log.kind(end) == Kind.THROW && OpenCalls.latest(log, log.thread(end)) == end) {
      moments.addAll(around(end));
    }
    List<Part> parts = new ArrayList<>();
    List<Row> first = rows(moments);
    int untold = untold(moments.get(0));
    if (untold > 0) {
      first.add(0, Row.plain("… " + Numbers.exact(untold) + " more calls", List.of()));
    }
    parts.add(new Part("", List.copyOf(first)));
    int innermost = moments.get(0);
    int caught = cause(innermost);
    while (caught != StepLog.NONE && parts.size() < MOST_CAUSES) {
      List<Integer> of = moments(caught);
      List<Row> rows = rows(of);
      int more = log.depth(caught) - log.depth(end);
      if (more > 0) {
        rows.add(Row.plain("… " + Numbers.exact(more) + " more as above", List.of()));
      }
      String where = log.threadNumber(caught) == log.threadNumber(end) ? "" : thread(caught);
      String title = "Caused by " + Calls.exceptionWords(log, caught) + where;
      parts.add(new Part(title, List.copyOf(rows)));
      caught = cause(of.get(0));
    }
    String who = Calls.name(log.method(end)) + thread(end);
    String how =
        log.kind(end) == Kind.CATCH
            ? " caught "
            : log.depth(end) == 0 ? " was left by " : " throws ";
    String exception = Calls.exceptionWords(log, end);
    return new ExceptionCard(
        end, who + how + exception, exception, sentence(moments), List.copyOf(parts));
  }

  private String thread(int step) {
    if (log.threadCount() == 1) {
      return "";
    }
    String name = log.threadName(log.threadNumber(step));
    return (name.toLowerCase(Locale.ROOT).startsWith("thread") ? " in " : " in thread ") + name;
  }

  /** Where the exception was caught, or the outermost call it left. */
  private int outermost(int step) {
    int at = step;
    for (int next = step + 1; next < log.size() && log.kind(at) == Kind.THROW; next++) {
      if (log.threadNumber(next) != log.threadNumber(at)) {
        continue;
      }
      boolean out = log.kind(next) == Kind.THROW || log.kind(next) == Kind.CATCH;
      if (!out || log.depth(next) != log.depth(at) - 1 || !same(next, at)) {
        break;
      }
      at = next;
    }
    return at;
  }

  /** The lines that made a step's call and the calls around it, innermost first. */
  private List<Integer> around(int step) {
    List<Integer> around = new ArrayList<>();
    int at = log.call(step);
    while (at != StepLog.NONE && log.caller(at) != StepLog.NONE) {
      int line = lineBefore(at);
      at = log.caller(at);
      around.add(line == StepLog.NONE ? at : line);
    }
    return around;
  }

  /** The moments at which an exception left calls, innermost first, up to a THROW or CATCH. */
  private List<Integer> moments(int end) {
    List<Integer> outer = new ArrayList<>();
    int at = end;
    while (at != StepLog.NONE) {
      int inner = inner(at);
      // With a finally or a catch in between, what counts is the line that threw or made the call.
      int line = StepLog.NONE;
      if (inner == StepLog.NONE) {
        line = log.kind(at) == Kind.CATCH ? lineBefore(at) : lineThatThrew(at);
      } else if (before(at) != inner || log.kind(at) == Kind.CATCH) {
        line = lineBefore(log.call(inner));
      }
      outer.add(line == StepLog.NONE ? at : line);
      at = inner;
    }
    Collections.reverse(outer);
    return outer;
  }

  /** Where the call last came to the line that a THROW names, if others ran since; or none. */
  private int lineThatThrew(int step) {
    int depth = log.depth(step);
    int left = LOOK_BACK;
    boolean others = false;
    for (int at = before(step); at >= 0 && left-- > 0; at = before(skipped(at, depth))) {
      if (isBefore(at, depth)) {
        break;
      }
      if (log.depth(at) == depth && log.kind(at) == Kind.LINE) {
        if (log.line(at) == log.line(step)) {
          return others ? at : StepLog.NONE;
        }
        others = true;
      }
    }
    return StepLog.NONE;
  }

  /** The step of the same thread before a step, or none. */
  private int before(int step) {
    int at = step - 1;
    while (at >= 0 && log.threadNumber(at) != log.threadNumber(step)) {
      at--;
    }
    return at;
  }

  /** The THROW of the call out of which an exception came, or none. */
  private int inner(int step) {
    int depth = log.depth(step);
    int left = LOOK_BACK;
    boolean othersCaught = false;
    for (int at = before(step); at >= 0 && left-- > 0; at = before(skipped(at, depth))) {
      if (isBefore(at, depth)) {
        break;
      }
      boolean threw = log.depth(at) == depth + 1 && log.kind(at) == Kind.THROW;
      if (threw && same(at, step)) {
        return at;
      }
      if (log.depth(at) == depth && log.kind(at) == Kind.CATCH) {
        if (same(at, step)) {
          // Caught and thrown again; if others were caught since, it is one of these.
          return othersCaught ? StepLog.NONE : inner(at);
        }
        othersCaught = true; // by a catch in a finally it has passed through, perhaps
      }
    }
    return StepLog.NONE;
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

  /** The line of the same call, or of the caller of a CALL, that ran before a step; or none. */
  private int lineBefore(int step) {
    if (step == StepLog.NONE) {
      return StepLog.NONE;
    }
    int depth = log.kind(step) == Kind.CALL ? log.depth(step) - 1 : log.depth(step);
    int left = LOOK_BACK;
    for (int at = before(step); at >= 0 && left-- > 0; at = before(skipped(at, depth))) {
      if (log.depth(at) == depth) {
        return log.kind(at) == Kind.LINE ? at : StepLog.NONE;
      }
    }
    return StepLog.NONE;
  }

  /**
   * The CATCH whose variable the line that threw uses, or the THROW of a call that came out as
   * another exception, as of a static initializer, or the one that another thread told; or none.
   */
  private int cause(int thrown) {
    if (log.kind(thrown) != Kind.THROW) {
      return StepLog.NONE;
    }
    int depth = log.depth(thrown);
    int left = LOOK_BACK;
    int first = before(thrown);
    if (first >= 0 && log.kind(first) == Kind.THROW && log.depth(first) == depth + 1) {
      return first;
    }
    for (int at = first; at >= 0 && left-- > 0; at = before(skipped(at, depth))) {
      if (isBefore(at, depth)) {
        break;
      }
      if (log.depth(at) == depth && log.kind(at) == Kind.CATCH) {
        return passedOn(at, thrown) ? at : StepLog.NONE;
      }
    }
    return fromAnotherThread(thrown);
  }

  /** The THROW that left another thread, if an exception's message says that it came from there. */
  private int fromAnotherThread(int thrown) {
    String message = Calls.message(log, thrown);
    int left = message == null || log.threadCount() == 1 ? 0 : LOOK_BACK_ACROSS;
    for (int at = thrown - 1; at >= 0 && left-- > 0; at--) {
      if (leaves(log, at) && log.threadNumber(at) != log.threadNumber(thrown)) {
        String of = Calls.message(log, at);
        String words = Calls.exception(log, at) + (of == null ? "" : ": " + of);
        if (words.equals(message)) {
          return at;
        }
      }
    }
    return StepLog.NONE;
  }

  /** Whether the line that throws uses the variable of a catch. */
  private boolean passedOn(int caught, int thrown) {
    Matcher variable = CATCH.matcher(lines.source(caught));
    if (!variable.find()) {
      return false;
    }
    boolean sameLine = log.line(caught) == log.line(thrown);
    String line = lines.source(thrown).substring(sameLine ? variable.end() : 0);
    return SourceNames.of(line).containsKey(variable.group(1));
  }

  /** Calls so near to the end of the stack that nothing could be told of how they were left. */
  private int untold(int innermost) {
    int before = before(innermost);
    boolean overflow = Calls.exception(log, innermost).equals("java.lang.StackOverflowError");
    return overflow && before >= 0 ? Math.max(0, log.depth(before) - log.depth(innermost)) : 0;
  }

  private List<Row> rows(List<Integer> moments) {
    Circle circle = circle(moments);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      if (i == circle.foldFrom()) {
        rows.add(circle.folded(0));
        i = circle.foldTo();
      }
      rows.add(maker.row(moments, i, setHere(moments.get(i))));
    }
    return rows;
  }

  /** The names that got their values on the line that an exception left. */
  private Set<String> setHere(int step) {
    int line = log.kind(step) == Kind.THROW ? lineBefore(step) : StepLog.NONE;
    return line == StepLog.NONE
        ? Set.of()
        : log.values(line).stream().map(Value::name).collect(Collectors.toSet());
  }

  private Circle circle(List<Integer> moments) {
    return Circle.longest(moments.size(), i -> log.methodNumber(moments.get(i)));
  }

  private String sentence(List<Integer> moments) {
    Circle circle = circle(moments);
    if (!circle.folds()) {
      return "";
    }
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    String argument = "";
    for (int i = 0; i < circle.length(); i++) {
      names.add(Calls.name(log.method(moments.get(circle.to() - 1 - i))));
    }
    List<Value> first = arguments(moments.get(circle.to() - 1));
    List<Value> second = arguments(moments.get(circle.to() - 1 - circle.length()));
    for (int i = 0; i < Math.min(first.size(), second.size()) && argument.isEmpty(); i++) {
      argument = first.get(i).text().equals(second.get(i).text()) ? "" : first.get(i).name();
    }
    for (int i = 0; i < FIRST && !argument.isEmpty(); i++) {
      int moment = moments.get(circle.to() - 1 - Math.min(circle.size() - 1, i * circle.length()));
      for (Value value : arguments(moment)) {
        if (value.name().equals(argument)) {
          texts.add(Calls.cut(value.text()));
        }
      }
    }
    int depth = circle.size() + untold(moments.get(0));
    return Calls.recursion(names, depth, argument, texts) + (argument.isEmpty() ? "." : "");
  }

  private List<Value> arguments(int moment) {
    return log.call(moment) == StepLog.NONE ? List.of() : log.values(log.call(moment));
  }
}
