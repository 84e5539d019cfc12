// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The local variables that a method's source declares, with the slots that javac gives them. It
 * reads statements, not expressions; what lies behind something whose slots it does not know for
 * sure, such as a pattern, is left out.
 */
final class SourceLocals {
  private static final Set<String> CLASSES = Set.of("class", "interface", "enum");

  /** Statements deeper in each other than anybody writes them are skipped. */
  private static final int DEEPEST = 200;

  /**
   * A variable.
   *
   * @param type its type in the source without arguments, {@code var} if it has none there
   * @param slot its slot
   * @param line of its declaration
   * @param last line of its scope
   */
  record Local(String name, String type, int slot, int line, int last) {}

  /** What the class file sets. */
  interface Stores {
    /** The first place at which a slot is set to a type, I J F D or L, on some lines; or -1. */
    int first(int slot, char type, int from, int to);
  }

  private final SourceTokens tokens;
  private final Stores stores;
  private final List<Local> found = new ArrayList<>();

  /** Variables in scope; they are found when it ends. */
  private final List<Local> open = new ArrayList<>();

  private int at;
  private int next;
  private int depth;

  /** Whether the slots of what comes are known. */
  private boolean certain = true;

  private SourceLocals(SourceTokens tokens, Stores stores) {
    this.tokens = tokens;
    this.stores = stores;
  }

  /**
   * The variables of a body.
   *
   * @param from the token of its opening brace
   * @param slot the first slot behind the arguments
   */
  static List<Local> of(SourceTokens tokens, int from, int slot, Stores stores) {
    SourceLocals locals = new SourceLocals(tokens, stores);
    locals.at = from;
    locals.next = slot;
    locals.block();
    return locals.found;
  }

  private String token(int index) {
    return tokens.token(index);
  }

  private boolean is(String text) {
    return token(at).equals(text);
  }

  private boolean isName(int index) {
    return SourceTokens.isName(token(index));
  }

  private void block() {
    scope(
        () -> {
          at++;
          while (at < tokens.size() && !is("}")) {
            statement();
          }
          at++;
        });
  }

  /** Runs what reads a scope; its variables end with it. */
  private void scope(Runnable inside) {
    int slot = next;
    int size = open.size();
    boolean before = certain;
    inside.run();
    int last = tokens.line(at - 2); // before the brace, behind which another one may begin
    for (Local local : open.subList(size, open.size())) {
      found.add(new Local(local.name, local.type, local.slot, local.line, last));
    }
    open.subList(size, open.size()).clear();
    next = slot;
    certain = before;
  }

  private void statement() {
    if (depth > DEEPEST) {
      certain = false;
      at++;
      return;
    }
    depth++;
    switch (token(at)) {
      case "{" -> block();
      case "if" -> choice();
      case "while" -> scope(this::whileLoop);
      case "for" -> scope(this::forLoop);
      case "do" -> {
        at++;
        statement();
        at++;
        expression();
      }
      case "try" -> tryStatement();
      case "switch" -> scope(this::switchStatement);
      case "synchronized" -> scope(this::locked);
      case "class", "interface", "enum" -> skipClass();
      default -> simple();
    }
    depth--;
  }

  private void simple() {
    int word = tokens.behindModifiers(at);
    while (token(word).equals("abstract") || token(word).equals("static")) {
      word = tokens.behindModifiers(word + 1);
    }
    boolean record = token(word).equals("record") && isName(word + 1);
    if (isName(at) && token(at + 1).equals(":")) {
      at += 2;
      statement();
    } else if ((record && "(<".contains(token(word + 2))) || CLASSES.contains(token(word))) {
      skipClass();
    } else if (!declaration()) {
      expression();
    }
  }

  private void skipClass() {
    while (at < tokens.size() && !is("{") && !is(";")) {
      if (is("(")) {
        brackets();
      } else {
        at++;
      }
    }
    brackets();
  }

  private void choice() {
    at++;
    brackets();
    statement();
    if (is("else")) {
      at++;
      statement();
    }
  }

  private void whileLoop() {
    at++;
    brackets();
    statement();
  }

  private void locked() {
    at++;
    brackets();
    next++; // the lock
    statement();
  }

  private void forLoop() {
    int head = at;
    at += 2;
    int name = tokens.typeEnd(at);
    boolean each = name > 0 && isName(name) && token(name + 1).equals(":");
    if (each) {
      String type = tokens.typeAt(at, name, name);
      at = head + 1;
      brackets();
      int first = tokens.line(head);
      int last = tokens.line(at - 1);
      boolean array = any(next + 1, 'I', first, last) && any(next + 2, 'I', first, last);
      array &= sets(next + 3, type, first, last);
      certain &= any(next, 'L', first, last);
      next += array ? 3 : 1; // array, length and index, or the iterator
      declare(token(name), type, first, last, true);
    } else {
      if (!declaration()) {
        expression();
      }
      while (at < tokens.size() && !is(")")) {
        step();
      }
      at++;
    }
    statement();
  }

  private void tryStatement() {
    at++;
    scope(
        () -> {
          if (is("(")) {
            resources();
          }
          block();
        });
    while (is("catch")) {
      scope(
          () -> {
            int bracket = at + 1;
            at++;
            brackets();
            declare(token(at - 2), "catch", tokens.line(bracket), tokens.line(at - 1), true);
            block();
          });
    }
    if (is("finally")) {
      at++;
      scope(
          () -> {
            certain = false; // copied with slots of its own to each way out
            block();
          });
    }
  }

  private void resources() {
    int first = tokens.line(at);
    at++;
    while (at < tokens.size() && !is(")")) {
      if (!declaration()) {
        next++; // a variable that was there is copied
        while (at < tokens.size() && !is(";") && !is(")")) {
          step();
        }
        at += is(";") ? 1 : 0;
      }
    }
    // What closing throws comes behind the body, up to javac 10 something before it.
    int more = stores.first(next, 'L', first, tokens.line(at));
    certain &= more < 0 || more > stores.first(next - 1, 'L', first, tokens.line(at)) + 1;
    at++;
  }

  private void switchStatement() {
    int first = tokens.line(at++);
    brackets();
    int last = tokens.line(at - 1);
    boolean text = any(next, 'L', first, last) && any(next + 1, 'I', first, last);
    next += text ? 2 : 0; // the text and which of the labels it is
    at++;
    while (at < tokens.size() && !is("}")) {
      if (is("case") || is("default")) {
        label();
      } else {
        statement();
      }
    }
    at++;
  }

  private void label() {
    int values = at;
    while (at < tokens.size() && !is(":") && !is("->")) {
      step();
    }
    for (int i = values + 1; i + 1 < at; i++) {
      certain &= !isName(i) || !isName(i + 1); // a pattern declares something
      certain &= !token(i).equals("(");
    }
    at++;
  }

  /** Reads a declaration up to behind its end, or nothing. */
  private boolean declaration() {
    int first = at;
    int name = tokens.typeEnd(at);
    if (name < 0 || !isName(name) || !"=;,[)".contains(token(name + 1))) {
      return false;
    }
    int type = at;
    boolean more = true;
    while (more) {
      int of = name;
      at = name + 1;
      while (is("[") || is("]")) {
        at++;
      }
      String described = tokens.typeAt(type, tokens.typeEnd(type), at);
      boolean set = is("=");
      while (at < tokens.size() && !is(",") && !is(";") && !is(")")) {
        step();
      }
      declare(token(of), described, tokens.line(first), tokens.line(at - 1), set && !isFinal(type));
      more = is(",") && isName(at + 1) && "=,;[".contains(token(at + 2));
      certain &= more || !is(",");
      name = at + 1;
    }
    at += is(";") ? 1 : 0;
    return true;
  }

  private boolean isFinal(int type) {
    return token(type).equals("final"); // a constant is not stored
  }

  /** Gives a variable the next slot, unless the class file shows that it is another one. */
  private void declare(String name, String type, int first, int last, boolean set) {
    if (set && !sets(next, type, first, last)) {
      certain = false;
    }
    if (certain) {
      open.add(new Local(name, type, next, first, last));
    }
    boolean wide = type.equals("var") ? isWide(first, last) : slots(type) == 2;
    next += wide ? 2 : 1;
  }

  private boolean any(int slot, char type, int first, int last) {
    return stores.first(slot, type, first, last) >= 0;
  }

  private boolean isWide(int first, int last) {
    return any(next, 'J', first, last) || any(next, 'D', first, last);
  }

  private boolean sets(int slot, String type, int first, int last) {
    boolean any = false;
    for (char each : "IJFDL".toCharArray()) {
      any |= fits(type, each) && any(slot, each, first, last);
    }
    return any;
  }

  /** An expression up to behind its semicolon. */
  private void expression() {
    while (at < tokens.size() && !is(";") && !is("}")) {
      step();
    }
    at += is(";") ? 1 : 0;
  }

  /** Goes on one token, or behind what is in brackets. */
  private void step() {
    if (is("(") || is("{") || is("[")) {
      brackets();
      return;
    }
    if (is("new") && tokens.typeEnd(at + 1) > 0) {
      at = tokens.typeEnd(at + 1);
      return;
    }
    if (is("instanceof")) {
      int end = tokens.typeEnd(at + 1);
      certain &= end > 0 && !isName(end) && !token(end).equals("(");
    }
    at++;
  }

  private void brackets() {
    int end = tokens.behindBrackets(at);
    for (at++; at < end - 1; ) {
      step();
    }
    at = end;
  }

  /** Whether a variable of a type is kept as I, J, F, D or L. */
  static boolean fits(String type, char kept) {
    return switch (type) {
      case "var" -> true;
      case "boolean", "byte", "short", "char", "int" -> kept == 'I';
      case "long" -> kept == 'J';
      case "float" -> kept == 'F';
      case "double" -> kept == 'D';
      default -> kept == 'L';
    };
  }

  /** How many slots a variable of a type takes. */
  static int slots(String type) {
    return type.equals("long") || type.equals("double") ? 2 : 1;
  }
}
