// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up programs: nests of everything that the counting rules speak of. They end soon by
 * construction: loops have counters of their own, the rounds of nested loops are few together, and
 * each call takes one from a small supply.
 */
public final class Programs {
  /** How a return may leave the body around the present place. */
  private enum Leaving {
    WITH_VALUE,
    WITHOUT,
    NOT
  }

  private static final int METHODS = 4;
  private static final int DEEPEST = 4;

  /** How often a statement can run in one call of its method, by its loops alone. */
  private static final int MOST_ROUNDS = 9;

  /** How many statements with blocks a method has at most. */
  private static final int MOST_BLOCKS = 10;

  private static final String REFILL = "supply = 12;\n";

  private final Random random;
  private final int release;
  private final Expressions expressions;
  private int names;

  /** The labels of the loops around the present place, innermost last. */
  private final List<String> labels = new ArrayList<>();

  /** The rounds of the loops around the present place, multiplied. */
  private int rounds = 1;

  private int blocks;

  /** How many lambdas are around the present place. */
  private int nesting;

  private Leaving leaving = Leaving.WITH_VALUE;

  private Programs(long seed, int release) {
    this.random = new Random(seed * 7919 + 17);
    this.release = release;
    this.expressions = new Expressions(random, METHODS, release);
  }

  /**
   * A program's class.
   *
   * @param seed the same seed makes the same program
   * @param release the Java release whose language it may use
   */
  public static Program make(long seed, int release) {
    return new Program(new Programs(seed, release).program());
  }

  private Piece program() {
    List<Piece> members = new ArrayList<>();
    members.add(Piece.line("enum Kind { RED, GREEN, BLUE }"));
    members.add(Piece.line("static int supply;"));
    members.add(Piece.line("static int[] slots = new int[3];"));
    members.add(Piece.line("static final Object LOCK = new Object();"));
    members.add(Piece.line("int field = 3;"));
    members.add(Piece.line(release >= 16 ? Members.RECORD : Members.CLASS));
    members.add(Piece.line("static {\n  slots[1] = 1;\n}\n{\n  field += slots[1];\n}"));
    members.add(Piece.line("int other = pick(\n    field,\n    2);"));
    constructors(members);
    for (String text : Members.METHODS) {
      members.add(Piece.line(text));
    }
    for (String text : Members.CLASSES) {
      members.add(Piece.line(text));
    }
    for (int method = 0; method < METHODS; method++) {
      members.add(method(method));
    }
    List<Piece> main = new ArrayList<>();
    for (int i = 0; i < METHODS; i++) {
      for (int call = 0; call < 2; call++) {
        main.add(guarded("m" + i + "(" + call * 2 + ", " + random.nextInt(4) + ");"));
      }
    }
    main.add(guarded("new NAME(1);"));
    main.add(guarded("new NAME();"));
    members.add(Piece.block("public static void main(String[] args) {", main));
    String assertions = random.nextBoolean() ? "// assertions: on\n" : "";
    return Piece.block(assertions + "class NAME {", members);
  }

  private void constructors(List<Piece> members) {
    begin(METHODS - 1);
    List<Piece> body = apart(Leaving.WITHOUT, 0);
    members.add(Piece.block("NAME(int x) {\n  int a = x;\n  int b = 1;", body));
    List<Piece> second = List.of(Piece.line("this(2);"), Piece.line("field++;"));
    members.add(
        Piece.block("NAME() {", random.nextBoolean() ? second : List.of(Piece.line("other++;"))));
  }

  private static Piece guarded(String statement) {
    return new Piece(
        List.of(
            new Piece.Part(REFILL + "try {", List.of(Piece.line(statement)), true),
            new Piece.Part(
                "} catch (Exception | AssertionError e) {",
                List.of(Piece.line("slots[0]++;")),
                true)),
        "}");
  }

  private void begin(int method) {
    labels.clear();
    rounds = 1;
    blocks = 0;
    expressions.method = method;
  }

  private Piece method(int method) {
    begin(method);
    List<Piece> body = new ArrayList<>(block(0));
    body.addAll(block(0));
    String head = "static int m" + method + "(int a, int b) {\n";
    String limit = "  if (supply-- < 0) throw new IllegalStateException();";
    return new Piece(
        List.of(new Piece.Part(head + limit, body, true)), "  return " + value(1) + ";\n}");
  }

  private List<Piece> block(int depth) {
    List<Piece> block = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      block.add(statement(depth));
    }
    return block;
  }

  private Piece statement(int depth) {
    int kind = random.nextInt(26);
    if (depth >= DEEPEST || blocks >= MOST_BLOCKS || kind > 21) {
      return kind % 4 == 0 ? leave() : simple();
    }
    if (kind != 13 && kind != 14) {
      blocks++;
    }
    return switch (kind) {
      case 0, 1, 2 -> loop(depth);
      case 3, 4 -> choice(depth);
      case 5, 6, 7 -> attempt(depth);
      case 8 -> selection(depth);
      case 9 -> lambda(depth);
      case 10 -> Piece.block("synchronized (LOCK) {", block(depth + 1));
      case 11 -> resource(depth);
      case 12 -> chosen(depth);
      case 13 -> oneLineLoop();
      case 14 -> leave();
      default -> filled(depth);
    };
  }

  private Piece filled(int depth) {
    Templates.Template template = expressions.template(Templates.NESTING);
    if (template.rounds() * rounds > MOST_ROUNDS) {
      return leave();
    }
    String v = name();
    rounds *= template.rounds();
    boolean loop = template.text().contains("$l");
    if (loop) {
      labels.add("l" + v);
    }
    List<Piece.Part> parts = new ArrayList<>();
    String[] texts = expressions.filled(template.text(), v, rounds).split("\n@\n");
    for (int i = 0; i + 1 < texts.length; i++) {
      parts.add(new Piece.Part(texts[i], block(depth + 1), true));
    }
    if (loop) {
      labels.remove("l" + v);
    }
    rounds /= template.rounds();
    return new Piece(parts, texts[texts.length - 1]);
  }

  private String name() {
    return "v" + names++;
  }

  private Piece simple() {
    return Piece.line(expressions.simple(name(), rounds));
  }

  private String value(int calls) {
    return expressions.value(calls, rounds);
  }

  private String condition() {
    return expressions.condition(rounds);
  }

  /** As many rounds of a loop as there may be here. */
  private int fewRounds() {
    return random.nextInt(Math.min(3, MOST_ROUNDS / rounds) + 1);
  }

  private Piece loop(int depth) {
    String v = name();
    String label = "l" + v;
    boolean three = rounds * 3 <= MOST_ROUNDS;
    int most = fewRounds();
    int kind = random.nextInt(7);
    kind = kind < 2 && !three ? 2 : kind;
    int around = rounds;
    rounds *= kind < 2 ? 3 : Math.max(1, most);
    labels.add(label);
    List<Piece> body = block(depth + 1);
    labels.remove(label);
    rounds = around;
    String variable = kind < 3 ? "" : "int " + v + " = 0;\n";
    String limit = "while (" + v + "++ < " + most;
    String open =
        switch (kind) {
          case 0 -> "for (int " + v + " : new int[] {1, 2, 3}) {";
          case 1 -> "for (Object " + v + " : java.util.Arrays.asList(1, \"x\", null)) {";
          case 2 -> "for (int " + v + " = 0; " + v + " < " + most + "; " + v + "++) {";
          case 3 -> limit + ") {";
          case 4 -> limit + " && (" + condition() + ")) {";
          case 5 -> "do {";
          default -> "while (true) {\n  if (" + v + "++ >= " + most + ") break;";
        };
    String end = kind == 5 ? "} while (++" + v + " < " + most + ");" : "}";
    return new Piece(List.of(new Piece.Part(variable + label + ":\n" + open, body, true)), end);
  }

  private Piece oneLineLoop() {
    String v = name();
    int most = fewRounds();
    String counted = "for (int " + v + " = 0; " + v + " < " + most + "; " + v + "++) ";
    return Piece.line(
        switch (random.nextInt(7)) {
          case 0 -> counted + "a += " + v + ";";
          case 1 -> counted + "if (a > b) b++; else a++;";
          case 2 -> counted + "for (int j = 0; j < 2; j++) b += j;";
          case 3 -> "int " + v + " = 0; while (" + v + " < " + most + ") " + v + "++;";
          case 4 -> "int " + v + " = 0; do " + v + "++; while (" + v + " < " + most + ");";
          case 5 -> counted + "if (" + v + " == 2) break;";
          default -> "for (int " + v + " : slots) a += " + v + ";";
        });
  }

  private Piece choice(int depth) {
    List<Piece.Part> parts = new ArrayList<>();
    parts.add(new Piece.Part("if (" + condition() + ") {", block(depth + 1), true));
    if (random.nextInt(3) == 0) {
      parts.add(new Piece.Part("} else if (" + condition() + ") {", block(depth + 1), false));
    }
    if (random.nextBoolean()) {
      parts.add(new Piece.Part("} else {", block(depth + 1), false));
    }
    return new Piece(parts, "}");
  }

  private Piece attempt(int depth) {
    List<Piece.Part> parts = new ArrayList<>();
    parts.add(new Piece.Part("try {", block(depth + 1), true));
    boolean last = random.nextBoolean();
    if (!last || random.nextBoolean()) {
      String e = name();
      String one = "} catch (ArithmeticException | ClassCastException " + e + ") {";
      String all = "} catch (RuntimeException " + e + ") {";
      parts.add(new Piece.Part(random.nextBoolean() ? one : all, block(depth + 1), !last));
    }
    if (last) {
      parts.add(new Piece.Part("} finally {", block(depth + 1), true));
    }
    return new Piece(parts, "}");
  }

  private Piece resource(int depth) {
    String more = random.nextBoolean() ? "" : ";\n    AutoCloseable " + name() + " = open(1)";
    String open = "try (AutoCloseable " + name() + " = open(" + value(0) + ")" + more + ") {";
    List<Piece.Part> parts = new ArrayList<>();
    parts.add(new Piece.Part(open, block(depth + 1), true));
    String caught = "} catch (Exception " + name() + ") {";
    parts.add(new Piece.Part(caught, block(depth + 1), true));
    return new Piece(parts, "}");
  }

  private Piece selection(int depth) {
    boolean arrows = release >= 14 && random.nextBoolean();
    List<Piece.Part> parts = new ArrayList<>();
    String[] cases;
    String open;
    switch (random.nextInt(release >= 21 ? 5 : 3)) {
      case 3, 4 -> {
        String n = name();
        arrows = true;
        cases = new String[] {"Integer N when N > 2".replace("N", n), "String " + n, "7"};
        open = "switch ((Object) (a > 1 ? a : \"s\")) {";
      }
      case 0 -> {
        cases = new String[] {"0", "1", "7"};
        open = "switch (" + value(0) + ") {";
      }
      case 1 -> {
        cases = new String[] {"\"x0\"", "\"x1\"", "\"b\""};
        open = "switch (\"x\" + a) {";
      }
      default -> {
        cases = new String[] {"RED", "GREEN", "BLUE"};
        open = "switch (Kind.values()[(a & 7) % 3]) {";
      }
    }
    String before = open + "\n";
    for (String label : cases) {
      boolean other = label.equals("\"b\"") || label.equals("7");
      String head = other ? "default" : "case " + label;
      String text = arrows ? "  " + head + " -> {" : "  " + head + ": {";
      parts.add(new Piece.Part(before + text, block(depth + 1), true));
      before = random.nextBoolean() && !arrows ? "  }\n    break;\n" : "  }\n";
    }
    return new Piece(parts, "  }\n}");
  }

  /** A switch expression, or a conditional one where the language has none. */
  private Piece chosen(int depth) {
    String target = (random.nextBoolean() ? "a" : "b") + " = ";
    if (release < 14) {
      return Piece.line(target + condition() + " ? " + value(1) + " : " + value(1) + ";");
    }
    String open = target + "switch (" + value(0) + ") {\n";
    String first = "  case 0 -> " + value(1) + ";\n  case 1, 2 -> ";
    List<Piece> body = apart(Leaving.NOT, depth);
    String yield = "    yield " + value(1) + ";\n  }\n  default -> " + value(1) + ";\n};";
    return new Piece(List.of(new Piece.Part(open + first + "{", body, true)), yield);
  }

  /** A block that jumps to no label around it. */
  private List<Piece> apart(Leaving way, int depth) {
    List<String> around = new ArrayList<>(labels);
    Leaving before = leaving;
    labels.clear();
    leaving = way;
    List<Piece> body = block(depth + 1);
    leaving = before;
    labels.addAll(around);
    return body;
  }

  private Piece lambda(int depth) {
    String p = name();
    if (nesting > 1 || random.nextInt(3) == 0) {
      return Piece.line(
          ("java.util.function.IntUnaryOperator R = P -> pick(P, slots[1]);\n"
                  + "for (int Q = 0; Q < 2; Q++) R.applyAsInt(1);")
              .replace("P", p)
              .replace("Q", name())
              .replace("R", name()));
    }
    nesting++;
    rounds *= 2;
    List<Piece> body = apart(Leaving.WITH_VALUE, depth);
    body.add(Piece.line("return " + value(1) + ";"));
    rounds /= 2;
    nesting--;
    String q = name();
    List<Piece> renamed = new ArrayList<>();
    renamed.add(Piece.line("int " + q + " = 2;"));
    body.forEach(piece -> renamed.add(piece.renamed("a", p).renamed("b", q)));
    String f = name();
    String type = "java.util.function.IntUnaryOperator ";
    return switch (random.nextInt(4)) {
      case 3 -> {
        String local = "class L" + f + " {\n  int call(int " + p + ") {";
        yield whole(local, renamed, "  }\n}\na = new L" + f + "().call(a);");
      }
      case 0 -> whole("slots[0] += twice(" + p + " -> {", renamed, "});");
      case 1 ->
          whole(
              "slots[1] += new Object() {\n  int call(int " + p + ") {",
              renamed,
              "  }\n}.call(1);");
      default -> whole(type + f + " = " + p + " -> {", renamed, "};\na = twice(" + f + ");");
    };
  }

  private static Piece whole(String open, List<Piece> block, String end) {
    return new Piece(List.of(new Piece.Part(open, block, true)), end);
  }

  /** Ways out: each behind a condition, so that what follows can be reached. */
  private Piece leave() {
    boolean block = random.nextInt(3) == 0;
    String condition = "if (" + condition() + ") " + (block ? "{\n  b++;" : "");
    String gap = block || random.nextBoolean() ? "\n  " : "";
    String end = block ? "\n}" : "";
    int kind = random.nextInt(5);
    if (kind == 0) {
      return Piece.line(condition + gap + "throw new ArithmeticException();" + end);
    }
    if (kind < 3 && !labels.isEmpty()) {
      String word = random.nextBoolean() ? "break" : "continue";
      String label = labels.get(random.nextInt(labels.size()));
      String inner = labels.get(labels.size() - 1);
      boolean plain = word.equals("continue") && label.equals(inner) && random.nextBoolean();
      return Piece.line(condition + gap + word + (plain ? "" : " " + label) + ";" + end);
    }
    if (kind < 3 || leaving == Leaving.NOT) {
      return simple();
    }
    boolean with = leaving == Leaving.WITH_VALUE;
    return Piece.line(condition + gap + "return" + (with ? " " + value(1) : "") + ";" + end);
  }
}
