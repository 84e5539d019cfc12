// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import dev.afterglow.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fife.ui.rsyntaxtextarea.modes.GroovyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.KotlinTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ScalaTokenMaker;

/**
 * Cuts a source into coloured pieces. Uses RSyntaxTextArea's lexers as plain functions on
 * characters: no editor, no AWT, and broken code does no harm. For any thread.
 */
public final class Tokens {

  private Tokens() {}

  /**
   * The coloured tokens of each line, in order; a line's plain parts have none.
   *
   * @param source the file; its name's ending chooses the language, Java if unknown
   * @return a list for each line, the first for line 1
   */
  public static List<List<Token>> of(SourceText source) {
    TokenMaker maker = maker(source.name());
    char[] text = source.text().toCharArray();
    List<List<Token>> lines = new ArrayList<>(source.lineCount());
    int state = TokenTypes.NULL;
    int start = 0;
    for (String line : source.lines()) {
      Segment segment = new Segment(text, start, line.length());
      org.fife.ui.rsyntaxtextarea.Token first = maker.getTokenList(segment, state, start);
      lines.add(tokens(first, start));
      state = stateBehind(first);
      start += line.length() + 1;
    }
    return List.copyOf(lines);
  }

  /** The lines with blanks for comments and texts, so that what stands in them is not code. */
  public static List<String> code(SourceText source) {
    List<String> lines = new ArrayList<>(source.lineCount());
    List<List<Token>> tokens = of(source);
    for (int i = 0; i < source.lineCount(); i++) {
      StringBuilder line = new StringBuilder(source.line(i + 1));
      for (Token token : tokens.get(i)) {
        if (token.kind() == Kind.COMMENT || token.kind() == Kind.STRING) {
          line.replace(token.start(), token.end(), " ".repeat(token.end() - token.start()));
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static TokenMaker maker(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "kt", "kts" -> new KotlinTokenMaker();
      case "scala", "sc" -> new ScalaTokenMaker();
      case "groovy", "gradle", "gvy" -> new GroovyTokenMaker();
      default -> new JavaTokenMaker();
    };
  }

  private static List<Token> tokens(org.fife.ui.rsyntaxtextarea.Token first, int lineStart) {
    List<Token> tokens = null;
    for (var token = first; token != null && token.isPaintable(); token = token.getNextToken()) {
      Kind kind = kind(token);
      if (kind == Kind.PLAIN) {
        continue;
      }
      if (tokens == null) {
        tokens = new ArrayList<>();
      }
      int start = token.getOffset() - lineStart;
      int end = start + token.length();
      Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
      if (last != null && last.kind() == kind && last.end() == start) {
        tokens.set(tokens.size() - 1, new Token(last.start(), end, kind));
      } else {
        tokens.add(new Token(start, end, kind));
      }
    }
    return tokens == null ? List.of() : List.copyOf(tokens);
  }

  /** The type of a line's last token says what the next line begins in, such as a comment. */
  private static int stateBehind(org.fife.ui.rsyntaxtextarea.Token first) {
    org.fife.ui.rsyntaxtextarea.Token last = first;
    while (last.getNextToken() != null) {
      last = last.getNextToken();
    }
    return last.getType();
  }

  private static Kind kind(org.fife.ui.rsyntaxtextarea.Token token) {
    return switch (token.getType()) {
      case TokenTypes.RESERVED_WORD,
          TokenTypes.RESERVED_WORD_2,
          TokenTypes.DATA_TYPE,
          TokenTypes.LITERAL_BOOLEAN ->
          Kind.KEYWORD;
      case TokenTypes.COMMENT_EOL,
          TokenTypes.COMMENT_MULTILINE,
          TokenTypes.COMMENT_DOCUMENTATION,
          TokenTypes.COMMENT_KEYWORD,
          TokenTypes.COMMENT_MARKUP ->
          Kind.COMMENT;
      case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
          TokenTypes.LITERAL_CHAR,
          TokenTypes.LITERAL_BACKQUOTE,
          TokenTypes.ERROR_STRING_DOUBLE,
          TokenTypes.ERROR_CHAR ->
          Kind.STRING;
      case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
          TokenTypes.LITERAL_NUMBER_FLOAT,
          TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
          TokenTypes.ERROR_NUMBER_FORMAT ->
          Kind.NUMBER;
      case TokenTypes.ANNOTATION -> Kind.ANNOTATION;
      case TokenTypes.FUNCTION -> Kind.TYPE;
      case TokenTypes.IDENTIFIER -> isTypeName(token) ? Kind.TYPE : Kind.PLAIN;
      default -> Kind.PLAIN;
    };
  }

  /** By convention: a capital first, and not a constant in capitals. */
  private static boolean isTypeName(org.fife.ui.rsyntaxtextarea.Token token) {
    if (!Character.isUpperCase(token.charAt(0))) {
      return false;
    }
    for (int i = 1; i < token.length(); i++) {
      if (Character.isLowerCase(token.charAt(i))) {
        return true;
      }
    }
    return token.length() == 1;
  }
}
