// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The loops and branches that are written in a source. It reads statements by their brackets and
 * keywords only, so it needs no compiler and broken code does no harm. Immutable.
 */
public final class SourceLoops {
  private static final Pattern ENDLESS =
      Pattern.compile("while\\s*\\(+\\s*true\\s*\\)+|for\\s*\\([^;]*;\\s*;[^;]*");

  private static final Pattern PART_OF_TYPE = Pattern.compile("[\\p{L}_$].*|[.<>,?\\[\\]@]");

  private static final Set<String> CLOSING = Set.of("}", ")", ";");

  /** Statements deeper in each other than anybody writes them are skipped. */
  private static final int DEEPEST = 400;

  /** Where a loop's condition stands. */
  public enum Shape {
    /** Before the body: {@code for}, {@code while}. */
    TOP_TESTED,
    /** Behind the body: {@code do … while}. */
    BOTTOM_TESTED,
    /** Nowhere: {@code while (true)}, {@code for (;;)}, {@code do … while (true)}. */
    ENDLESS
  }

  /**
   * A loop.
   *
   * @param line of its keyword, {@code for}, {@code while} or {@code do}
   * @param last line of its end
   * @param headFirst first line of its head; of {@code do … while} of the condition at its end
   * @param headLast last line of its head
   * @param shape where the condition stands
   * @param inline whether the body begins on the last line of the head, or is empty
   * @param head the head's text
   */
  public record Loop(
      int line, int last, int headFirst, int headLast, Shape shape, boolean inline, String head) {

    /** Whether a line is one of the loop's. */
    public boolean has(int at) {
      return line <= at && at <= last;
    }

    /** Whether a line is one of its head's. */
    public boolean hasHead(int at) {
      return headFirst <= at && at <= headLast;
    }
  }

  /**
   * A part of the code that does not always run: of an {@code if}, a {@code switch}, a {@code try}.
   *
   * @param text what it is called: {@code if (a > b)}, {@code else}, {@code case 3}
   * @param line of that text
   * @param first its first line
   * @param last its last line with code
   */
  public record Branch(String text, int line, int first, int last) {}

  private final SourceText source;
  private final List<Loop> loops = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();
  private final SourceTokens tokens;

  /** First and last lines of bodies of lambdas and anonymous classes: they run on their own. */
  private final List<int[]> apart = new ArrayList<>();

  /** First and last lines of the blocks behind {@code finally}. */
  private final List<int[]> finallys = new ArrayList<>();

  private int at;

  /** The arrow of the latest {@code case}. */
  private int caseArrow = -1;

  private SourceLoops(SourceText source) {
    this.source = source;
    this.tokens = new SourceTokens(source);
    while (at < tokens.size()) {
      statement(0);
    }
    loops.sort(Comparator.comparingInt(Loop::line));
    branches.sort(Comparator.comparingInt(Branch::line));
  }

  /** Reads a source. */
  public static SourceLoops of(SourceText source) {
    return new SourceLoops(source);
  }

  /** The loops by their lines, outer ones before inner ones. */
  public List<Loop> loops() {
    return loops;
  }

  /** The branches by their lines. */
  public List<Branch> branches() {
    return branches;
  }

  /** The loop whose head has a line, of several the outermost; null if there is none. */
  public Loop headAt(int line) {
    for (Loop loop : loops) {
      if (loop.hasHead(line) || loop.line() == line) {
        return loop;
      }
    }
    return null;
  }

  /** The innermost loop that has a line, or null. */
  public Loop around(int line) {
    Loop found = null;
    for (Loop loop : loops) {
      found = loop.has(line) ? loop : found;
    }
    return found;
  }

  /** The loops directly inside one, and run by it. */
  public List<Loop> inside(Loop outer) {
    List<Loop> found = new ArrayList<>();
    int from = loops.indexOf(outer) + 1;
    int covered = 0;
    for (Loop loop : loops.subList(from, loops.size())) {
      if (loop.last() <= outer.last() && loop.line() > covered && !isApart(loop, outer)) {
        found.add(loop);
        covered = loop.last();
      }
    }
    return found;
  }

  /** Whether a line belongs to a {@code finally}. */
  public boolean inFinally(int line) {
    return finallys.stream().anyMatch(lines -> lines[0] <= line && line <= lines[1]);
  }

  private boolean isApart(Loop loop, Loop outer) {
    for (int[] lines : apart) {
      boolean around = lines[0] <= loop.line() && loop.last() <= lines[1];
      if (around && !(lines[0] <= outer.line() && outer.last() <= lines[1])) {
        return true;
      }
    }
    return false;
  }

  private boolean is(String text) {
    return isAt(at, text);
  }

  private boolean isNext(String text) {
    return isAt(at + 1, text);
  }

  /** The line of the token before the present one. */
  private int lastLine() {
    return tokens.line(at - 1);
  }

  private int line() {
    return tokens.line(at);
  }

  private void statement(int depth) {
    if (depth > DEEPEST || at >= tokens.size()) {
      at++;
      return;
    }
    String token = tokens.token(at);
    boolean bracket = isNext("(");
    if (token.equals("{")) {
      block(depth);
    } else if ((token.equals("for") || token.equals("while")) && bracket) {
      loop(depth);
    } else if (token.equals("do")) {
      doLoop(depth);
    } else if (token.equals("if") && bracket) {
      choice(depth, "");
    } else if (token.equals("catch") && bracket) {
      int from = at++;
      skipBrackets();
      branch(text(from), from, depth);
    } else if (token.equals("case") || (token.equals("default") && !startsMember())) {
      label(depth);
    } else {
      other();
    }
  }

  private boolean startsMember() {
    return !isNext(":") && !isNext("->");
  }

  private void block(int depth) {
    boolean runsApart = (isAt(at - 1, "->") && at - 1 != caseArrow) || isBehindNew();
    boolean isFinally = isAt(at - 1, "finally");
    int first = line();
    at++;
    while (at < tokens.size() && !is("}")) {
      statement(depth + 1);
    }
    if (isFinally) {
      finallys.add(new int[] {first, line()});
    }
    if (runsApart) {
      apart.add(new int[] {first, line()});
    }
    at++;
  }

  private boolean isAt(int place, String text) {
    return tokens.token(place).equals(text);
  }

  /** Whether the body of an anonymous class begins here: {@code new Thread(name)} and a bracket. */
  private boolean isBehindNew() {
    int back = at - 1;
    if (!isAt(back, ")")) {
      return false;
    }
    int open = 0;
    do {
      open += isAt(back, ")") ? 1 : isAt(back, "(") ? -1 : 0;
      back--;
    } while (open > 0 && back >= 0);
    while (back > 0 && PART_OF_TYPE.matcher(tokens.token(back)).matches() && !isAt(back, "new")) {
      back--;
    }
    return isAt(back, "new");
  }

  /** A statement with all that belongs to it, where a block might stand. */
  private void body(int depth) {
    while (isNext(":")) {
      at += 2;
    }
    String token = tokens.token(at);
    boolean guards = token.equals("synchronized") || token.equals("switch");
    if (token.equals("try")) {
      attempt(depth);
    } else if (guards && isNext("(")) {
      at++;
      skipBrackets();
      statement(depth);
    } else {
      boolean whole = begins(token);
      statement(depth);
      while (!whole && at < tokens.size() && !isAt(at - 1, ";") && !is("}") && !is("else")) {
        statement(depth);
      }
    }
  }

  private void attempt(int depth) {
    at++;
    if (is("(")) {
      skipBrackets();
    }
    statement(depth);
    while (is("catch")) {
      statement(depth);
    }
    if (is("finally")) {
      at++;
      statement(depth);
    }
  }

  /** Anything else, up to its end or to where a statement begins in it. */
  private void other() {
    do {
      String token = tokens.token(at++);
      if (token.equals(";") || token.equals("}")) {
        return;
      }
    } while (at < tokens.size() && !begins(tokens.token(at)));
  }

  private static boolean begins(String token) {
    return switch (token) {
      case "{", "}", "for", "while", "do", "if", "else", "case", "default", "catch" -> true;
      default -> false;
    };
  }

  private void skipBrackets() {
    int open = 0;
    do {
      open += is("(") ? 1 : is(")") ? -1 : 0;
      at++;
    } while (open > 0 && at < tokens.size());
  }

  /** The source from a token up to the present one, with single blanks. */
  private String text(int from) {
    return source.text().substring(tokens.start(from), tokens.end(at - 1)).replaceAll("\\s+", " ");
  }

  private void loop(int depth) {
    int from = at++;
    skipBrackets();
    String head = text(from);
    int headLast = lastLine();
    boolean inline = is(";") || firstLine() == headLast;
    body(depth + 1);
    Shape shape = ENDLESS.matcher(head).matches() ? Shape.ENDLESS : Shape.TOP_TESTED;
    int line = tokens.line(from);
    loops.add(new Loop(line, lastWithCode(headLast), line, headLast, shape, inline, head));
  }

  private void doLoop(int depth) {
    int line = line();
    at++;
    boolean inline = firstLine() == line;
    body(depth + 1);
    if (!is("while") || !isNext("(")) {
      return;
    }
    int condition = at++;
    skipBrackets();
    int last = lastLine();
    String check = text(condition);
    Shape shape = ENDLESS.matcher(check).matches() ? Shape.ENDLESS : Shape.BOTTOM_TESTED;
    loops.add(new Loop(line, last, tokens.line(condition), last, shape, inline, "do … " + check));
  }

  /** The line on which a body begins. */
  private int firstLine() {
    int first = is("{") ? at + 1 : at;
    return first < tokens.size() ? tokens.line(first) : 0;
  }

  /**
   * The last line of a loop that has been read. Its brace's line is that of what begins behind the
   * brace, if something does.
   */
  private int lastWithCode(int headLast) {
    int last = lastLineRead();
    if (at >= tokens.size() || line() != last) {
      return last;
    }
    int end = at - 1;
    while (end > 0 && tokens.line(end) == last && CLOSING.contains(tokens.token(end))) {
      end--;
    }
    return Math.max(headLast, tokens.line(end));
  }

  private int lastLineRead() {
    return tokens.line(Math.min(at, tokens.size()) - 1);
  }

  private void choice(int depth, String before) {
    int from = at++;
    skipBrackets();
    branch(before + text(from), from, depth);
    if (!is("else")) {
      return;
    }
    int otherwise = at++;
    if (is("if") && isNext("(")) {
      choice(depth + 1, "else ");
    } else {
      branch("else", otherwise, depth);
    }
  }

  private void branch(String text, int from, int depth) {
    int first = firstLine();
    body(depth + 1);
    // What stands behind its bracket, as else if, is no part of it.
    int end = Math.min(at, tokens.size()) - 1;
    int last = tokens.line(tokens.token(end).equals("}") ? end - 1 : end);
    branches.add(new Branch(text, tokens.line(from), first, last));
  }

  private void label(int depth) {
    int from = at;
    while (at < tokens.size() && !is(":") && !is("->") && !is("{") && !is(";")) {
      at++;
    }
    String text = text(from);
    boolean arrow = is("->");
    caseArrow = arrow ? at : caseArrow;
    at++;
    if (arrow) {
      branch(text, from, depth);
      return;
    }
    int first = line();
    while (at < tokens.size() && !is("}") && !is("case") && !is("default")) {
      statement(depth + 1);
    }
    branches.add(new Branch(text, tokens.line(from), first, lastLineRead()));
  }
}
