// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A step as a line of the story. For any thread; a file's text is read when first needed. */
public final class StoryLines {
  /** Steps of a call that are counted one by one where threads run side by side. */
  private static final int COUNTED = 100_000;

  /** Levels a line is indented by at most, so that it can be read. */
  public static final int DEEPEST = 20;

  /** Characters that are left free for the name of a thread at most. */
  private static final int LONGEST_NAME = 32;

  /**
   * A line of the story.
   *
   * @param kind what happened
   * @param depth how far it is indented
   * @param line source line
   * @param text what is read: a call, a source line, a result
   * @param values what changed, or what became of a folded call; may be empty
   */
  public record Line(Kind kind, int depth, int line, String text, String values) {
    /** The line as plain text without its indentation. */
    public String plain() {
      return values.isEmpty() ? text : text + "   " + values;
    }
  }

  private final StepLog log;
  private final Function<FileKey, Optional<SourceText>> sources;
  private final Map<FileKey, SourceText> read = new ConcurrentHashMap<>();

  /** The log's mark when the longest name of a thread was looked for, and how long it is. */
  private volatile int namesMark = -1;

  private volatile int longestName;

  /**
   * Tells the steps of a log.
   *
   * @param log the steps
   * @param sources where texts of files come from; asked once for each file
   */
  public StoryLines(StepLog log, Function<FileKey, Optional<SourceText>> sources) {
    this.log = log;
    this.sources = sources;
  }

  /** The log that is told. */
  public StepLog log() {
    return log;
  }

  /**
   * A step's line.
   *
   * @param step which
   * @param folded whether a call stands for all that happened in it
   */
  public Line of(int step, boolean folded) {
    Kind kind = log.kind(step);
    int depth = log.depth(step) + (kind == Kind.CALL ? 0 : 1);
    int line = log.line(step);
    return switch (kind) {
      case CALL -> folded ? folded(step, depth) : call(step, depth);
      case LINE -> new Line(kind, depth, line, source(step), changes(log.values(step)));
      case RETURN -> {
        List<Value> values = log.values(step);
        String name = Calls.name(log.method(step));
        String result = values.isEmpty() ? " returns" : " returns " + values.get(0).text();
        yield new Line(kind, depth, line, name + result, "");
      }
      case THROW -> {
        String name = Calls.name(log.method(step));
        yield new Line(kind, depth, line, name + " throws " + Calls.exceptionWords(log, step), "");
      }
      case CATCH -> new Line(kind, depth, line, "catches " + Calls.exceptionWords(log, step), "");
      case PASS -> {
        String why = "finally runs because of " + Calls.exceptionWords(log, step);
        yield new Line(kind, depth, line, why, "");
      }
    };
  }

  /**
   * A step as a line of plain text: its thread if there are several, indented by its depth.
   *
   * @param step which
   * @param folded whether a call stands for all that happened in it
   */
  public String text(int step, boolean folded) {
    Line line = of(step, folded);
    return start(log.threadNumber(step), line.depth()) + oneLine(line.plain());
  }

  /** What stands before the text of a line of a thread at a depth. */
  String start(int thread, int depth) {
    return thread(thread) + "  ".repeat(Math.min(depth, DEEPEST)) + deep(depth);
  }

  /** What stands before a line that is deeper than it is indented: how deep; else nothing. */
  public static String deep(int depth) {
    return depth > DEEPEST ? "⋯" + depth + " " : "";
  }

  private String thread(int number) {
    if (log.threadCount() == 1) {
      return "";
    }
    String name = oneLine(log.threadName(number));
    return name + ":" + " ".repeat(Math.max(0, longestName() - name.length()) + 1);
  }

  /** The characters of the longest name of a thread, {@link #LONGEST_NAME} at most. */
  public int longestName() {
    int mark = log.threadNamesMark();
    if (mark != namesMark) {
      int longest = 0;
      for (int i = 0; i < log.threadCount(); i++) {
        longest = Math.max(longest, log.threadName(i).length());
      }
      longestName = Math.min(longest, LONGEST_NAME);
      namesMark = mark;
    }
    return longestName;
  }

  /** A message of an exception may have several. */
  private static String oneLine(String text) {
    return text.indexOf('\n') < 0 ? text : text.replace("\r", "").replace("\n", "\\n");
  }

  private Line call(int step, int depth) {
    return new Line(Kind.CALL, depth, log.line(step), Calls.withNames(log, step), "");
  }

  private Line folded(int step, int depth) {
    String outcome = Calls.outcome(log, step);
    String text = Calls.brief(log, step) + (outcome.isEmpty() ? "" : " " + outcome);
    String running = log.end(step) == StepLog.NONE ? " so far" : "";
    return new Line(
        Kind.CALL, depth, log.line(step), text, "… " + Numbers.of(steps(step), "step") + running);
  }

  /** How many steps of its thread belong to a call, without the CALL itself. */
  private int steps(int call) {
    int end = log.end(call);
    int last = end == StepLog.NONE ? log.size() - 1 : end;
    if (last - call > COUNTED || log.threadCount() == 1) {
      return last - call;
    }
    int thread = log.threadNumber(call);
    int count = 0;
    for (int step = call + 1; step <= last; step++) {
      if (log.threadNumber(step) == thread) {
        count++;
      }
    }
    return count;
  }

  /** {@code total = 9, i = 3}. */
  public static String changes(List<Value> values) {
    if (values.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Value value : values) {
      if (text.length() > 0) {
        text.append(", ");
      }
      text.append(value.name()).append(" = ").append(value.text());
    }
    return text.toString();
  }

  /** The source text of a step's line, or {@code line 12} where the source is missing. */
  public String source(int step) {
    int line = log.line(step);
    List<String> lines = lines(log.method(step).file());
    if (line <= 0 || line > lines.size()) {
      return "line " + line;
    }
    return code(lines.get(line - 1));
  }

  /** A line without what is around its code. */
  static String code(String line) {
    String text = line.strip();
    int comment = trailingComment(text);
    return comment > 0 ? text.substring(0, comment).stripTrailing() : text;
  }

  /** The lines of a file, none if it was not found. */
  public List<String> lines(FileKey file) {
    return text(file).map(SourceText::lines).orElse(List.of());
  }

  /** The text of a file, if it was found. */
  Optional<SourceText> text(FileKey file) {
    if (file == null) {
      return Optional.empty();
    }
    SourceText known = read.get(file);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SourceText> text = sources.apply(file);
    text.ifPresent(found -> read.put(file, found));
    return text;
  }

  /** Where a comment behind code begins, or -1. */
  static int trailingComment(String text) {
    char quote = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '/' && text.charAt(i + 1) == '/') {
        return i;
      }
    }
    return -1;
  }
}
