// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.source.SourceText;
import dev.afterglow.source.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which lines did more than to change their own method's variables. The steps tell of fields of
 * {@code this}, of the class's own statics and of what changed inside an object; of other statics
 * and of printing and of what libraries do they do not, so the line's source is read too. In doubt
 * a line has effects. Lives on one thread.
 */
final class Effects {
  private static final Pattern PRINTS =
      Pattern.compile("\\bSystem\\s*\\.\\s*(?:out|err)\\b|\\bprint(?:ln|f)?\\s*\\(");

  private static final String CHANGERS =
      "(?:add|append|clear|computeIfAbsent|decrementAndGet|delete|getAndIncrement|incrementAndGet"
          + "|insert|merge|offer|poll|pop|push|put|putIfAbsent|remove|reverse|set|setLength)"
          + "(?:All|First|Last)?";

  /** Judged by what they are called on. */
  private static final Pattern CHANGER = Pattern.compile(CHANGERS);

  private static final Pattern CHANGES =
      Pattern.compile(
          "(\\+\\+|--)|(?:<<|>>>?|[-+*/%&|^])?(?<![=!<>])=(?!=)|(?<=<<|>>)=(?!=)"
              + "|\\.\\s*(?:"
              + CHANGERS
              + ")\\s*\\(");

  /**
   * What stands on a line.
   *
   * @param prints whether it prints
   * @param variables what it assigns as a whole
   * @param objects of what it changes a part; empty for what is no name
   * @param unknown the calls that the source does not explain
   */
  private record Line(
      boolean prints, List<String> variables, List<String> objects, List<String> unknown) {
    static final Line NOTHING = new Line(false, List.of(), List.of(), List.of());
  }

  private final StepLog log;
  private final Function<FileKey, Optional<SourceText>> sources;
  private final Map<FileKey, List<Line>> files = new HashMap<>();

  /** By method: its arguments and variables, as far as they had values. */
  private final Map<Integer, Set<String>> known = new HashMap<>();

  Effects(StepLog log, Function<FileKey, Optional<SourceText>> sources) {
    this.log = log;
    this.sources = sources;
  }

  /** Notes the names of a CALL's arguments. */
  void called(int call) {
    int method = log.methodNumber(call);
    if (!known.containsKey(method)) {
      Set<String> names = new HashSet<>();
      log.values(call).forEach(value -> names.add(value.name()));
      known.put(method, names);
    }
  }

  /** Whether a LINE step that has ended did something that others may see. */
  boolean has(int step) {
    StepLog.Method method = log.method(step);
    boolean begins = method.name().startsWith("<");
    Set<String> names = known.computeIfAbsent(log.methodNumber(step), number -> new HashSet<>());
    for (Value value : log.values(step)) {
      names.add(value.name());
      boolean field = value.name().indexOf('.') > 0;
      if (field ? !begins : value.to() > value.from()) {
        return true;
      }
    }
    Line line = line(method.file(), log.line(step));
    if (line.prints) {
      return true;
    }
    for (String name : line.variables) {
      if (!names.contains(name) && !begins) {
        return true;
      }
    }
    for (String name : line.objects) {
      if (!begins || !name.equals("this")) {
        return true;
      }
    }
    return !line.unknown.isEmpty() && !ownCalls(step).containsAll(line.unknown);
  }

  /** The methods of the program that a line called: their own steps tell what they did. */
  private Set<String> ownCalls(int step) {
    Set<String> own = new HashSet<>();
    int call = log.call(step);
    for (int next = step + 1; next < log.size(); ) {
      boolean same = log.threadNumber(next) == log.threadNumber(step);
      if (!same || log.kind(next) != Kind.CALL || log.caller(next) != call) {
        if (same && log.call(next) == call) {
          break;
        }
        next++;
        continue;
      }
      StepLog.Method method = log.method(next);
      String type = method.className().replaceAll(".*[.$]", "");
      own.add("." + method.name());
      own.add(type + "." + method.name());
      own.add("new." + type);
      own.addAll(called(method, step));
      next = log.end(next) == StepLog.NONE ? log.size() : log.end(next) + 1;
    }
    return own;
  }

  /** As the line calls a method on a variable. */
  private List<String> called(StepLog.Method method, int step) {
    return line(log.method(step).file(), log.line(step)).unknown.stream()
        .filter(name -> name.endsWith("." + method.name()))
        .filter(name -> method.receiver())
        .toList();
  }

  private Line line(FileKey file, int number) {
    if (file == null) {
      return Line.NOTHING;
    }
    List<Line> lines = files.get(file);
    if (lines == null) {
      Optional<SourceText> source = sources.apply(file);
      if (source.isEmpty()) {
        return Line.NOTHING;
      }
      List<String> code = Tokens.code(source.get());
      Set<String> declared = LineCalls.declared(code);
      boolean sums = code.stream().anyMatch(line -> line.matches(".*Big(Integer|Decimal).*"));
      lines = code.stream().map(line -> read(line, declared, sums)).toList();
      files.put(file, lines);
    }
    return number < 1 || number > lines.size() ? Line.NOTHING : lines.get(number - 1);
  }

  /**
   * Reads a line.
   *
   * @param declared what the program declares
   * @param sums whether numbers are objects, so that {@code add} may change nothing
   */
  private static Line read(String code, Set<String> declared, boolean sums) {
    List<String> variables = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    Matcher change = CHANGES.matcher(code);
    while (change.find()) {
      boolean call = code.charAt(change.start()) == '.';
      int behind = change.start();
      if (change.group(1) != null && !endsName(code, behind)) {
        behind = endOfName(code, change.end());
      }
      int start = startOfName(code, behind);
      String target = code.substring(start, behind).strip();
      String base = target.split("[^\\w$]", 2)[0];
      // What was just made is seen by nobody else; a number's add changes nothing.
      boolean pure =
          (target.endsWith(")") && code.substring(0, start).matches(".*\\bnew\\s+"))
              || (sums
                  && change.group().contains("add")
                  && start > 0
                  && !code.substring(0, start).matches(".*[;{})]\\s*|\\s*"));
      if (call && pure) {
        continue;
      }
      (call || !base.equals(target) || base.isEmpty() ? objects : variables).add(base);
    }
    List<String> unknown = LineCalls.unknown(code, declared, CHANGER);
    return new Line(PRINTS.matcher(code).find(), variables, objects, unknown);
  }

  private static boolean endsName(String code, int behind) {
    String before = code.substring(0, behind).stripTrailing();
    return !before.isEmpty() && isPart(before.charAt(before.length() - 1));
  }

  private static boolean isPart(char c) {
    return Character.isJavaIdentifierPart(c) || c == ']' || c == ')';
  }

  private static int endOfName(String code, int from) {
    int at = from;
    int open = 0;
    for (; at < code.length(); at++) {
      char c = code.charAt(at);
      open += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (open < 0 || (open == 0 && !Character.isJavaIdentifierPart(c) && ".] ".indexOf(c) < 0)) {
        break;
      }
    }
    return at;
  }

  /** Where {@code a[i + 1].b} begins that ends at a place. */
  private static int startOfName(String code, int behind) {
    int at = behind;
    int open = 0;
    while (at > 0) {
      char c = code.charAt(at - 1);
      open += c == ']' || c == ')' ? 1 : c == '[' || c == '(' ? -1 : 0;
      boolean blank = c == ' ' && (at == behind || code.substring(at, behind).isBlank());
      if (open < 0 || (open == 0 && !isPart(c) && c != '[' && c != '(' && c != '.' && !blank)) {
        break;
      }
      at--;
    }
    return at;
  }
}
