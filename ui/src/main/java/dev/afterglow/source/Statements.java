// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

/** Over which lines a statement of Java stands. For any thread. */
public final class Statements {
  /** Lines looked at before and behind one. */
  private static final int FAR = 12;

  /**
   * Lines of a source.
   *
   * @param first the first one, from 1
   * @param last the last one
   */
  public record Extent(int first, int last) {}

  private Statements() {}

  /** The lines of the statements that have code on a line; that line alone if it has none. */
  public static Extent around(SourceText source, int line) {
    SourceTokens tokens = new SourceTokens(source);
    int first = 0;
    while (first < tokens.size() && tokens.line(first) < line) {
      first++;
    }
    while (onLine(tokens, first, line) && tokens.token(first).equals("}")) {
      first++;
    }
    if (!onLine(tokens, first, line)) {
      return new Extent(line, line);
    }
    int start = Math.max(line - FAR, tokens.line(start(tokens, first, line)));
    return new Extent(start, Math.min(line + FAR, tokens.line(end(tokens, first, line))));
  }

  private static boolean onLine(SourceTokens tokens, int at, int line) {
    return at < tokens.size() && tokens.line(at) == line;
  }

  private static int start(SourceTokens tokens, int from, int line) {
    int deep = 0;
    int at = from;
    for (; at > 0 && tokens.line(at) >= line - FAR; at--) {
      String before = tokens.token(at - 1);
      boolean label = before.equals(":") && isLabel(tokens, at - 1);
      if (deep == 0 && (label || ";{}".contains(before))) {
        break;
      }
      deep += ")]".contains(before) ? 1 : "([".contains(before) ? -1 : 0;
      deep = Math.max(0, deep); // from within arguments out
    }
    return at;
  }

  /** Whether a colon ends {@code case 1:}. */
  private static boolean isLabel(SourceTokens tokens, int colon) {
    int at = colon;
    while (at > 0 && tokens.line(at - 1) == tokens.line(colon)) {
      at--;
    }
    return tokens.token(at).equals("case") || tokens.token(at).equals("default");
  }

  private static int end(SourceTokens tokens, int from, int line) {
    int deep = 0;
    for (int at = from; at < tokens.size(); at++) {
      String token = tokens.token(at);
      if (token.equals("{") && isArray(tokens.token(at - 1))) {
        at = tokens.behindBrackets(at) - 1;
        continue;
      }
      if (token.equals("}") && tokens.line(at) > line) {
        return at - 1;
      }
      deep += "([".contains(token) ? 1 : ")]".contains(token) ? -1 : 0;
      boolean ends = token.equals("{") || (token.equals(";") && deep <= 0);
      // Of several statements on the line the last one may go on.
      if (ends && !onLine(tokens, at + 1, line)) {
        return at;
      }
      deep = ends ? 0 : deep;
    }
    return tokens.size() - 1;
  }

  private static boolean isArray(String before) {
    return before.equals("]") || before.equals("=");
  }
}
