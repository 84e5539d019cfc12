// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.source.SourceText;
import dev.afterglow.source.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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
    int end;

    Header(int line, boolean endless) {
      this.line = line;
      this.endless = endless;
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
      if (innermost == null || !innermost.endless) {
        return 0;
      }
      taken.add(innermost);
      return innermost.line;
    }
  }

  private void scan() {
    // What each open brace belongs to: a loop's body, "do", or nothing of interest (NO_LOOP).
    Deque<Object> braces = new ArrayDeque<>();
    // Loops without braces end with their statement.
    List<Header> unbraced = new ArrayList<>();
    Object next = null;
    boolean tail = false;
    Matcher word = WORD.matcher(code);
    int at = 0;
    while (word.find(at)) {
      at = word.end();
      String text = word.group();
      boolean wasTail = tail;
      tail = false;
      switch (text) {
        case "{" -> {
          braces.push(next == null ? "" : next);
          next = null;
        }
        case "}" -> {
          Object closed = braces.isEmpty() ? "" : braces.pop();
          if (closed instanceof Header header) {
            header.end = lineOf(word.start());
          }
          tail = closed.equals("do");
          end(unbraced, next, word.start());
          next = null;
        }
        case ";" -> {
          if (next instanceof Header header) {
            unbraced.add(header);
          }
          end(unbraced, null, word.start());
          next = null;
        }
        case "do" -> next = "do";
        default -> {
          int close = closing(code.indexOf('(', word.start()));
          if (close > 0) {
            if (!wasTail) {
              if (next instanceof Header outer) {
                unbraced.add(outer);
              }
              Header header = header(word.start(), close);
              headers.add(header);
              next = header;
            }
            at = close + 1;
          }
        }
      }
    }
  }

  private void end(List<Header> unbraced, Object last, int offset) {
    for (Header header : unbraced) {
      header.end = lineOf(offset);
    }
    unbraced.clear();
    if (last instanceof Header header) {
      header.end = lineOf(offset);
    }
  }

  private Header header(int start, int close) {
    String head = code.substring(start, close + 1);
    boolean endless = ENDLESS.matcher(head).matches();
    Header header = new Header(lineOf(start), endless);
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
