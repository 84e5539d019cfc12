// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import java.util.List;
import java.util.Random;

/** Makes up the expressions of a program, and its statements without blocks. */
final class Expressions {
  /** Nothing is called where loops take more rounds than this. */
  private static final int ROUNDS_WITH_CALLS = 3;

  private final Random random;
  private final int methods;
  private final int release;

  /** Number of the method that is made; it calls itself and later ones. */
  int method;

  Expressions(Random random, int methods, int release) {
    this.random = random;
    this.release = release;
    this.methods = methods;
  }

  /**
   * A statement on one line or a few.
   *
   * @param name of a variable that it may declare
   * @param rounds how often loops repeat it
   */
  String simple(String name, int rounds) {
    if (random.nextBoolean()) {
      return filled(template(Templates.SIMPLE).text(), name, rounds);
    }
    String value = value(1, rounds);
    String other = value(1, rounds);
    String condition = condition(rounds);
    return switch (random.nextInt(15)) {
      case 8 -> "a = " + value + "; b = " + other + "; a++;";
      case 9 -> "a = new Pair(" + value + ", " + other + ").sum();";
      case 10 ->
          "a = java.util.stream.IntStream.range(0, 2)\n    .map(N -> N + 1)\n    .sum();"
              .replace("N", name);
      case 0 -> "slots[" + value(0, rounds) + "] = " + value + ";";
      case 1 -> "a = pick(\n    " + value + ",\n    " + other + ");";
      case 2 -> "b = " + condition + "\n    ? " + value + "\n    : " + other + ";";
      case 3 -> {
        String more = condition(rounds) + "\n    || " + condition(rounds);
        yield "boolean " + name + " = " + condition + "\n    && " + more + ";";
      }
      case 4 -> "a = ((Integer) (Object) (a > 2 ? \"s\" : a)).intValue();";
      case 5 -> "slots[0] += (b > 3 ? null : \"t\").length();";
      case 6 -> "a++; b--;";
      case 7 -> "String " + name + " = \"n\" + a\n    + " + value + "\n    + b;";
      default -> (random.nextBoolean() ? "a" : "b") + " = " + value + ";";
    };
  }

  /** Any template of a list that the release knows. */
  Templates.Template template(List<Templates.Template> from) {
    Templates.Template template = from.get(random.nextInt(from.size()));
    return template.since() <= release ? template : template(from);
  }

  /**
   * The text of a template without its gaps.
   *
   * @param name what the names in it begin with
   */
  String filled(String text, String name, int rounds) {
    String named = text.replace("$v", name).replace("$w", name + "w").replace("$l", "l" + name);
    StringBuilder filled = new StringBuilder();
    for (String part : named.split("(?=\\$)")) {
      String gap = part.length() < 2 ? "" : part.substring(0, 2);
      switch (gap) {
        case "$x" -> filled.append(value(1, rounds)).append(part.substring(2));
        case "$c" -> filled.append(condition(rounds)).append(part.substring(2));
        default -> filled.append(part);
      }
    }
    return filled.toString();
  }

  String condition(int rounds) {
    return switch (random.nextInt(6)) {
      case 0 -> "a > b";
      case 1 -> "b < " + random.nextInt(4);
      case 2 -> "a == " + random.nextInt(3);
      case 3 -> "(a & 1) == 0 && b != 2";
      case 4 -> "a > 3 || b + " + value(1, rounds) + " < 5";
      default -> "a + " + value(1, rounds) + " > " + random.nextInt(6);
    };
  }

  /**
   * A number.
   *
   * @param calls whether methods may be called for it
   */
  String value(int calls, int rounds) {
    boolean called = calls > 0 && rounds <= ROUNDS_WITH_CALLS && method + 1 < methods;
    return switch (random.nextInt(called ? 9 : 6)) {
      case 0 -> "a";
      case 1 -> "b";
      case 2 -> Integer.toString(random.nextInt(4));
      case 3 -> "6 / (b & 3)";
      case 4 -> "slots[a & 1]";
      case 5 -> "(a & 3)";
      case 6 -> "m" + method + "(a - 1, b)";
      default -> {
        int callee = method + 1 + random.nextInt(methods - method - 1);
        yield "m" + callee + "(a, " + random.nextInt(3) + ")";
      }
    };
  }
}
