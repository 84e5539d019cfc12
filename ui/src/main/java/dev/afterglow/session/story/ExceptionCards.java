// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.ExceptionCard.Part;
import dev.afterglow.session.story.ExceptionCard.Row;
import dev.afterglow.session.story.ExceptionPath.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes cards of exceptions from recorded steps. For any thread. */
public final class ExceptionCards {
  private static final int MOST_CAUSES = 8;

  /** Steps looked back at most for what another thread did meanwhile. */
  private static final int LOOK_BACK_ACROSS = 1_000_000;

  private static final Pattern CATCH = Pattern.compile("\\bcatch\\s*\\([^)]*?(\\w+)\\s*\\)");
  private static final int FIRST = 3;

  private final StoryLines lines;
  private final StepLog log;
  private final CardRows maker;
  private final ExceptionPath path;

  public ExceptionCards(StoryLines lines) {
    this.lines = lines;
    this.log = lines.log();
    maker = new CardRows(lines);
    path = new ExceptionPath(lines);
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
    moments.addAll(path.around(step));
    String heading = Calls.name(log.method(step)) + thread(step) + " throws " + exception;
    Part part = new Part("", List.copyOf(rows(moments)));
    return new ExceptionCard(step, heading, exception, sentence(moments), List.of(part));
  }

  /**
   * The card of the exception of a THROW, CATCH or PASS step. While it may leave more calls, these
   * are told as they stand.
   */
  public ExceptionCard of(int step) {
    int past = log.kind(step) == Kind.PASS ? path.behindFinally(step) : step;
    if (past == StepLog.NONE) {
      return inFinally(step);
    }
    int end = path.outermost(past);
    List<Stage> stages = path.upTo(end);
    List<Integer> moments = moments(stages);
    if (log.kind(end) == Kind.THROW && OpenCalls.latest(log, log.thread(end)) == end) {
      moments.addAll(path.around(end));
    }
    List<Part> parts = new ArrayList<>();
    List<Row> first = rows(moments);
    int untold = untold(stages.get(0).end());
    if (untold > 0) {
      first.add(0, Row.plain("… " + Numbers.exact(untold) + " more calls", List.of()));
    }
    parts.add(new Part("", List.copyOf(first)));
    addCauses(stages.get(0), end, parts);
    String who = Calls.name(log.method(end)) + thread(end);
    String how =
        log.kind(end) == Kind.CATCH
            ? " caught "
            : log.depth(end) == 0 ? " was left by " : " throws ";
    String exception = Calls.exceptionWords(log, end);
    return new ExceptionCard(
        end, who + how + exception, exception, sentence(moments), List.copyOf(parts));
  }

  /** The card of an exception that has come to a finally, and no further so far. */
  private ExceptionCard inFinally(int pass) {
    int origin = path.origin(pass);
    int line = origin == StepLog.NONE ? pass : origin;
    return thrownBy(line, Calls.exceptionWords(log, pass));
  }

  private void addCauses(Stage of, int end, List<Part> parts) {
    int caught = cause(of);
    while (caught != StepLog.NONE && parts.size() < MOST_CAUSES) {
      List<Stage> stages = path.upTo(caught);
      List<Row> rows = rows(moments(stages));
      int more = log.depth(caught) - log.depth(end);
      if (more > 0) {
        rows.add(Row.plain("… " + Numbers.exact(more) + " more as above", List.of()));
      }
      String where = log.threadNumber(caught) == log.threadNumber(end) ? "" : thread(caught);
      String title = "Caused by " + Calls.exceptionWords(log, caught) + where;
      parts.add(new Part(title, List.copyOf(rows)));
      caught = cause(stages.get(0));
    }
  }

  private static List<Integer> moments(List<Stage> stages) {
    return stages.stream().map(Stage::moment).collect(Collectors.toCollection(ArrayList::new));
  }

  private String thread(int step) {
    if (log.threadCount() == 1) {
      return "";
    }
    String name = log.threadName(log.threadNumber(step));
    return (name.toLowerCase(Locale.ROOT).startsWith("thread") ? " in " : " in thread ") + name;
  }

  /**
   * The CATCH whose variable the line that threw uses, or the THROW of a call that came out as
   * another exception, as of a static initializer, or the one that another thread told; or none.
   */
  private int cause(Stage thrown) {
    int first = path.first(thrown.end());
    int before = path.before(first);
    if (before >= 0
        && log.kind(before) == Kind.THROW
        && log.depth(before) == log.depth(first) + 1) {
      return before;
    }
    int caught = path.caughtBefore(first);
    if (caught != StepLog.NONE && passedOn(caught, thrown.moment())) {
      return caught;
    }
    return fromAnotherThread(thrown.end());
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

  /** Whether the statement that throws uses the variable of a catch. */
  private boolean passedOn(int caught, int thrown) {
    Matcher variable = CATCH.matcher(lines.source(caught));
    if (!variable.find()) {
      return false;
    }
    if (log.line(caught) == log.line(thrown)) {
      String line = lines.source(thrown).substring(variable.end());
      return SourceNames.of(line).containsKey(variable.group(1));
    }
    FileKey file = log.method(thrown).file();
    return CardCode.of(lines.text(file), file, log.line(thrown)).stream()
        .anyMatch(code -> SourceNames.of(code.text()).containsKey(variable.group(1)));
  }

  /** Calls so near to the end of the stack that nothing could be told of how they were left. */
  private int untold(int innermost) {
    int before = path.before(innermost);
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
    int line = log.kind(step) == Kind.THROW ? path.lineBefore(step) : StepLog.NONE;
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
