// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a source with their lines, and what of them are types. Immutable. */
final class SourceTokens {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*|->|::|\\d[\\w.]*|\\S");

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  /** Words that begin or belong to an expression or a statement, never a type. */
  private static final Set<String> NO_TYPES =
      Set.of(
          "return",
          "new",
          "throw",
          "else",
          "yield",
          "assert",
          "break",
          "continue",
          "case",
          "this",
          "super",
          "instanceof",
          "null",
          "true",
          "false",
          "default",
          "void",
          "package",
          "import");

  private final List<String> tokens = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  /** Where each begins in the text. */
  private final List<Integer> offsets = new ArrayList<>();

  SourceTokens(SourceText source) {
    List<String> code = Tokens.code(source);
    for (int line = 1, start = 0; line <= code.size(); line++) {
      Matcher token = TOKEN.matcher(code.get(line - 1));
      while (token.find()) {
        tokens.add(token.group());
        lines.add(line);
        offsets.add(start + token.start());
      }
      start += code.get(line - 1).length() + 1;
    }
  }

  int size() {
    return tokens.size();
  }

  /** A token, empty behind the last one. */
  String token(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index) : "";
  }

  /** Where a token begins in the text. */
  int start(int index) {
    return offsets.get(index);
  }

  /** Where a token ends in the text. */
  int end(int index) {
    return offsets.get(index) + tokens.get(index).length();
  }

  /** The line of a token. */
  int line(int index) {
    return lines.get(Math.max(0, Math.min(index, lines.size() - 1)));
  }

  /** The type between two tokens as one word; brackets up to another token make it an array. */
  String typeAt(int from, int end, int bracketsTo) {
    int word = behindModifiers(from);
    String type = token(word);
    for (int i = word + 1; i < bracketsTo; i++) {
      boolean last = i < end && token(i - 1).equals(".") && isName(token(i));
      type = last && !type.endsWith("]") ? token(i) : type;
      type = token(i).equals("[") ? type + "[]" : type;
    }
    return type;
  }

  /** The token behind {@code final} and annotations. */
  int behindModifiers(int from) {
    int i = from;
    while (token(i).equals("final") || token(i).equals("@")) {
      if (token(i).equals("@")) {
        i += 2;
        while (token(i).equals(".")) {
          i += 2;
        }
        i = token(i).equals("(") ? behindBrackets(i) : i;
      } else {
        i++;
      }
    }
    return i;
  }

  /** The token behind a type with its modifiers, or -1. */
  int typeEnd(int from) {
    int i = behindModifiers(from);
    if (!isName(token(i)) && !PRIMITIVES.contains(token(i))) {
      return -1;
    }
    i++;
    boolean more = true;
    while (more) {
      if (token(i).equals("<")) {
        i = behindAngles(i);
      } else if (token(i).equals(".") && isName(token(i + 1))) {
        i += 2;
      } else if (token(i).equals("[") && token(i + 1).equals("]")) {
        i += 2;
      } else {
        more = false;
      }
      if (i < 0) {
        return -1;
      }
    }
    return i;
  }

  /** The token behind arguments of a type, or -1. */
  int behindAngles(int from) {
    int depthOf = 0;
    for (int i = from; i < tokens.size(); i++) {
      String token = token(i);
      depthOf += token.equals("<") ? 1 : token.equals(">") ? -1 : 0;
      if (depthOf == 0) {
        return i + 1;
      }
      boolean inType = isName(token) || PRIMITIVES.contains(token) || "<>,.?[]&@".contains(token);
      if (!inType && !token.equals("super")) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether a token may be a name. */
  static boolean isName(String token) {
    return !token.isEmpty()
        && Character.isJavaIdentifierStart(token.charAt(0))
        && !NO_TYPES.contains(token)
        && !PRIMITIVES.contains(token);
  }

  /** The token behind what a bracket encloses. */
  int behindBrackets(int from) {
    int deep = 0;
    for (int i = from; i < tokens.size(); i++) {
      String token = token(i);
      deep += "([{".contains(token) ? 1 : ")]}".contains(token) ? -1 : 0;
      if (deep == 0) {
        return i + 1;
      }
    }
    return tokens.size();
  }
}
