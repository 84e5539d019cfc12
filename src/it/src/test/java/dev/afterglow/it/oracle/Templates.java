// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import java.util.List;

/**
 * Statements with gaps: {@code $x} is any number, {@code $c} any condition, {@code $v} and {@code
 * $w} names that the statement declares, {@code $l} the label of a loop. A line {@code @} stands
 * for a block.
 */
final class Templates {
  /**
   * One of them.
   *
   * @param since the Java release that knows it
   * @param rounds how often its blocks run at most
   */
  record Template(int since, int rounds, String text) {}

  /** Without blocks. */
  static final List<Template> SIMPLE =
      List.of(
          simple(8, "slots[$x & 1] += $x;"),
          simple(8, "a = b = $x;"),
          simple(8, "a = sum($x,\n    $x,\n    b);"),
          simple(8, "a = larger($x, $x);"),
          simple(8, "a = larger(\n    new Ordered($x),\n    new Ordered($x)).x;"),
          simple(8, "a = locked($x);"),
          simple(8, "a = twice(NAME::half);"),
          simple(8, "a = twice($v -> pick(\n    $v,\n    slots[$v & 1]));"),
          simple(8, "a = twice($v -> $v > 1\n    ? $v\n    : half($v));"),
          simple(8, "a = new Outer($x).new Inner($x).get();"),
          simple(8, "a = Sized.of($x).twice();"),
          simple(8, "a = new Sized() { public int size() { return 2; } }.twice();"),
          simple(8, "a = Operator.values()[$x & 1].apply(a, $x);"),
          simple(8, "a += Late.n++;"),
          simple(8, "int[] $v = {$x,\n    $x,\n    b};"),
          simple(8, "Integer $v = $x;\n$v++;\nb = $v;"),
          simple(8, "assert $c;"),
          simple(8, "assert $c\n    : $x;"),
          simple(8, "int $v;\nif ($c) $v = $x; else $v = 1;\na = $v;"),
          simple(8, "if ($c)\n  a = $x;\nelse if ($c)\n  b = $x;\nelse\n  a++;"),
          simple(8, "if ($c) ;"),
          simple(8, "if (false) a = 3;\nb++;"),
          simple(8, "a = $c\n    ? $c\n        ? $x\n        : 1\n    : $x;"),
          simple(
              8,
              "String $v = new StringBuilder()\n    .append($x)\n    .append(b)\n    .toString();"),
          simple(8, "switch ($x) { case 0: b++; break; default: b--; }"),
          simple(8, "try { a = $x; } finally { b++; }"),
          simple(8, "try { a = $x; } catch (RuntimeException $v) { b++; }"),
          simple(8, "for (int $v : new Range(2)) a += $v;"),
          simple(8, "for (int $v = 0, $w = 2; $v < $w; $v++, $w--) a++;"),
          simple(8, "int $v = 0;\nwhile ($v++ < 2) ;"),
          simple(8, "if ($c) throw new ArithmeticException(\n    \"x\" + $x);"),
          simple(
              8,
              """
              a = java.util.stream.Stream.of(1, 2, 3)
                  .filter($v -> $v > 1)
                  .mapToInt($v -> {
                    if ($v > 2) return 1;
                    return $v;
                  })
                  .sum();
              """),
          simple(
              8,
              """
              a = new Object() {
                int x = 1;
                {
                  x += slots[0];
                }
                int get() {
                  return x;
                }
              }.get();
              """),
          simple(8, "for (int $v : new Range(2))\n  if ($c)\n    a += $v;"),
          simple(8, "for (int $v : new Range(2))\n  a = half(b)\n      + half($v);"),
          simple(8, "for (int $v : slots)\n  if ($c)\n    a += $v;\n  else\n    b = $x;"),
          simple(8, "for (int $v = 0; $v < 2; $v++)\n  if ($c)\n    continue;\n  else\n    a++;"),
          simple(8, "int $v = 0;\nwhile ($v++ < 2)\n  if ($c)\n    a = $x;"),
          simple(8, "int $v = 0;\ndo\n  a += $v;\nwhile ($v++ < 2);"),
          simple(
              8,
              "for (int $v : new Range(2))\n  for (int $w : slots)\n    if ($c)\n      a += $w;"),
          simple(10, "var $v = $x;\na = $v;"),
          simple(14, "a = pick(switch ($x) {\n  case 0 -> 1;\n  default -> 2;\n}, $x);"),
          simple(14, "a = switch ($x) {\n  case 0: yield $x;\n  default: b++; yield 2;\n};"),
          simple(15, "String $v = \"\"\"\n    one\n      two\n    \"\"\" + $x;"),
          simple(16, "if ((Object) a instanceof Integer $v && $v > 1) b = $v;"),
          simple(21, "if ((Object) new Pair($x, 2) instanceof Pair(int $v, int $w)) a = $v;"));

  /** With blocks. */
  static final List<Template> NESTING =
      List.of(
          nesting(8, "{\n@\n}"),
          nesting(8, "$v: {\n@\n  if ($c) break $v;\n@\n}"),
          nesting(8, "if ($c\n    && $c\n    || $c) {\n@\n} else {\n@\n}"),
          nesting(8, "if (!($c)) {\n@\n}"),
          nesting(8, "synchronized (\n    LOCK) {\n@\n}"),
          nesting(
              8, "try {\n@\n} catch (RuntimeException $v) {\n@\n  throw $v;\n} finally {\n@\n}"),
          nesting(8, "try {\n@\n} catch (ClassCastException $v) {\n} finally {\n}"),
          nesting(8, "try {\n@\n} finally {\n  try {\n@\n  } finally {\n@\n  }\n}"),
          nesting(8, "try (Resource $v = new Resource($x)) {\n@\n} finally {\n@\n}"),
          nesting(8, "try (Resource $v = $c ? null : new Resource($x)) {\n@\n}"),
          nesting(9, "Resource $v = new Resource($x);\ntry ($v) {\n@\n}"),
          nesting(8, "switch ($x) {\n  case 0:\n@\n  default:\n@\n    break;\n  case 2:\n@\n}"),
          nesting(8, "switch (pick(\n    $x,\n    1)) {\n  case 1:\n@\n}"),
          nesting(
              8,
              "switch (a > 1 ? \"Aa\" : \"BB\") {\n"
                  + "  case \"Aa\":\n@\n  case \"BB\": {\n@\n  }\n}"),
          nesting(16, "if ((Object) a instanceof Integer $v && $v > 1) {\n@\n} else {\n@\n}"),
          nesting(16, "if (!((Object) b instanceof Integer $v)) {\n@\n} else {\n@\n  a = $v;\n}"),
          nesting(
              21,
              """
              switch ((Object) new Pair(a & 3, b & 3)) {
                case Pair(int $v, int $w) when $v > $w -> {
              @
                }
                case Pair(int $v, int $w) -> {
              @
                }
                default -> a++;
              }
              """),
          nesting(8, "try {\n@\n} catch (RuntimeException $v) { b++; } a++;"),
          nesting(8, "synchronized (LOCK) {\n@\n} b = $x;"),
          new Template(8, 2, "$l:\nfor (int $v : new Range(2))\n  if ($c) {\n@\n  }"),
          new Template(8, 2, "$l:\nfor (int $v : new Range(2))\n  try {\n@\n  } finally {\n@\n  }"),
          new Template(8, 2, "$l:\nfor (int $v : slots)\n  synchronized (LOCK) {\n@\n  }"),
          new Template(
              8,
              2,
              "$l:\nfor (int $v = 0; $v < 2; $v++)\n  switch ($x) {\n    case 0:\n@\n    default:\n@\n  }"),
          new Template(8, 2, "$l:\nfor (int $v = 0;\n    $v < 2;\n    $v++) {\n@\n}"),
          new Template(8, 2, "$l:\nfor (int $v = 0, $w = 2;\n    $v < $w; $v++) {\n@\n}"),
          new Template(8, 2, "$l:\nfor (int $v :\n    new int[] {1, 2}) {\n@\n}"),
          new Template(8, 2, "$l:\nfor (int $v : new Range(2)) {\n@\n}"),
          new Template(8, 2, "int $v = 0;\n$l:\nwhile ($v++ < 2\n    && ($c)) {\n@\n}"),
          new Template(8, 2, "int $v = 0;\n$l:\ndo {\n@\n} while ($v++ < 1\n    && ($c));"),
          new Template(8, 2, "int $v = 0;\n$l:\nfor (;;) {\n  a++;\n  if (++$v == 3) break;\n@\n}"),
          new Template(8, 2, "int $v = 0;\n$l:\ndo {\n  if ($v++ > 1) break;\n@\n} while (true);"),
          new Template(8, 2, "$l:\nfor (int $v = 0; ; $v++) {\n  if ($v == 2) break;\n@\n}"));

  private Templates() {}

  private static Template simple(int since, String text) {
    return new Template(since, 1, text);
  }

  private static Template nesting(int since, String text) {
    return new Template(since, 1, text);
  }
}
