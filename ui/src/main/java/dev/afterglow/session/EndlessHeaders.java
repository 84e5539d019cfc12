// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.source.SourceText;
import dev.afterglow.source.Token;
import dev.afterglow.source.Tokens;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the lines of {@code while (true)} and {@code for (;;)} in a source. The class file has no
 * instruction for such a header, so only the source tells where the rounds belong (rule 6).
 */
final class EndlessHeaders {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\bwhile\\s*\\(+\\s*true\\s*\\)+|\\bfor\\s*\\([^;]*;\\s*;|\\bwhile\\s+true\\b");

  private final BitSet lines = new BitSet();

  EndlessHeaders(SourceText source) {
    List<List<Token>> tokens = null;
    for (int line = 1; line <= source.lineCount(); line++) {
      if (HEADER.matcher(source.line(line)).find()) {
        // Few lines look like a header; only then is it worth to know comments from code.
        tokens = tokens == null ? Tokens.of(source) : tokens;
        if (HEADER.matcher(withoutWords(source.line(line), tokens.get(line - 1))).find()) {
          lines.set(line);
        }
      }
    }
  }

  /** Takes the nearest header at or above a line, each once; 0 if there is none. */
  int take(int line) {
    int header = lines.previousSetBit(line);
    if (header <= 0) {
      return 0;
    }
    lines.clear(header);
    return header;
  }

  private static String withoutWords(String line, List<Token> tokens) {
    StringBuilder code = new StringBuilder(line);
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.STRING) {
        for (int i = token.start(); i < Math.min(token.end(), code.length()); i++) {
          code.setCharAt(i, '"');
        }
      }
    }
    return code.toString();
  }
}
