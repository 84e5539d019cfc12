// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.source.SourceText;
import dev.afterglow.source.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The loops of a source and where they begin and end. The class file has no instruction for the
 * header of {@code while (true)} or {@code for (;;)}, and an {@code if} that leaves such a loop
 * looks like a condition: only the source tells where the rounds belong (rule 6).
 */
final class LoopHeaders {
  private static final Pattern ENDLESS =
      Pattern.compile("while\\s*\\(+\\s*true\\s*\\)+|for\\s*\\([^;]*;\\s*;[^;]*");

  private static final Pattern WORD = Pattern.compile("\\b(?:for|while|do)\\b|[{};]");

  /** A loop's lines. */
  private static final class Header {
    final int line;
    final boolean endless;
    final boolean bottomTested;
    int end;

    Header(int line, boolean endless, boolean bottomTested) {
      this.line = line;
      this.endless = endless;
      this.bottomTested = bottomTested;
      this.end = line;
    }
  }

  private final List<Header> headers = new ArrayList<>();
  private final String code;
  private final int[] lineStarts;

  LoopHeaders(SourceText source) {
    lineStarts = new int[source.lineCount() + 1];
    StringBuilder all = new StringBuilder();
    int line = 1;
    for (String each : Tokens.code(source)) {
      lineStarts[line++] = all.length();
      all.append(each).append('\n');
    }
    code = all.toString();
    scan();
  }

  /** One class's claims on the headers. */
  final class Claims {
    private final Set<Header> taken = new HashSet<>();

    /**
     * The line of the innermost loop around a line that is not taken yet, and takes it, if that
     * loop is endless; else 0.
     */
    int endlessAround(int line) {
      Header innermost = null;
      for (Header header : headers) {
        if (header.line <= line && line <= header.end && !taken.contains(header)) {
          innermost = header;
        }
      }
      if (innermost == null) {
        return 0;
      }
      taken.add(innermost);
      return innermost.endless ? innermost.line : 0;
    }
  }

  private void scan() {
    // What each open brace belongs to: a loop's body or nothing of interest.
    Deque<Optional<Header>> braces = new ArrayDeque<>();
    // Loops without braces end with their statement.
    List<Header> unbraced = new ArrayList<>();
    Header next = null;
    // The loop whose condition comes next, at its bottom.
    Header tail = null;
    Matcher word = WORD.matcher(code);
    int at = 0;
    while (word.find(at)) {
      at = word.end();
      String text = word.group();
      Header before = tail;
      tail = null;
      switch (text) {
        case "{" -> {
          braces.push(Optional.ofNullable(next));
          next = null;
        }
        case "}" -> {
          Header closed = braces.isEmpty() ? null : braces.pop().orElse(null);
          if (closed != null) {
            closed.end = lineOf(word.start());
            tail = closed.bottomTested ? closed : null;
          }
          end(unbraced, next, word.start());
          next = null;
        }
        case ";" -> {
          if (next != null) {
            unbraced.add(next);
            tail = next.bottomTested ? next : null;
          }
          end(unbraced, null, word.start());
          next = null;
        }
        case "do" -> {
          next = new Header(lineOf(word.start()), false, true);
          headers.add(next);
        }
        default -> {
          int close = closing(code.indexOf('(', word.start()));
          if (close > 0) {
            if (before == null) {
              if (next != null) {
                unbraced.add(next);
              }
              next = header(word.start(), close);
              headers.add(next);
            } else {
              before.end = lineOf(close);
            }
            at = close + 1;
          }
        }
      }
    }
  }

  private void end(List<Header> unbraced, Header last, int offset) {
    for (Header header : unbraced) {
      header.end = lineOf(offset);
    }
    unbraced.clear();
    if (last != null) {
      last.end = lineOf(offset);
    }
  }

  private Header header(int start, int close) {
    String head = code.substring(start, close + 1);
    boolean endless = ENDLESS.matcher(head).matches();
    Header header = new Header(lineOf(start), endless, false);
    header.end = lineOf(close);
    return header;
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i >= 0 && i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private int lineOf(int offset) {
    int low = 1;
    int high = lineStarts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (lineStarts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
