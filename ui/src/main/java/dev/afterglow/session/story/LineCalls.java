// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which methods a line of source calls that may do anything: all of libraries but those that are
 * known to read only. The program's own have steps that tell what they do.
 */
final class LineCalls {
  private static final Pattern CALL =
      Pattern.compile(
          "(?<![\\w$@])(?:(new)\\s+)?(?:([\\w$]+)\\s*(?:\\.|::)\\s*)?(?<![\\w$])([A-Za-z_$][\\w$]*)"
              + "\\s*(?:<[\\w\\s,.<>?]*>\\s*)?\\(");

  private static final Pattern DECLARED =
      Pattern.compile(
          "\\b(?:class|enum|record|interface)\\s+(\\w+)"
              + "|[\\w>\\]]\\s+(\\w+)\\s*\\([^()]*\\)\\s*(?:throws\\s[\\w\\s.,]+)?\\{");

  private static final Pattern RECORD = Pattern.compile("\\brecord\\s+\\w+[^(]*\\(([^()]*)\\)");

  private static final Set<String> WORDS =
      Set.of(
          "if",
          "for",
          "while",
          "switch",
          "catch",
          "synchronized",
          "return",
          "try",
          "assert",
          "throw",
          "yield",
          "super",
          "this",
          "case",
          "else",
          "do",
          "when");

  /** Names that change nothing, whatever they are called on. */
  private static final Pattern READS =
      Pattern.compile(
          "length|charAt|codePointAt|substring|indexOf|lastIndexOf|equals(IgnoreCase)?|hashCode"
              + "|compareTo(IgnoreCase)?|contains(Key|Value|All)?|startsWith|endsWith|is(Empty|Blank)"
              + "|trim|strip|split|replace|to(LowerCase|UpperCase|CharArray|String)|concat|repeat"
              + "|matches|size|get|getOrDefault|keySet|values|entrySet|get(Key|Value|First|Last)"
              + "|subList|(int|long|double|float|short|byte|char|boolean)Value(Exact)?|isPresent"
              + "|subtract|multiply|divide|mod|modPow|negate|abs|gcd|pow|signum|shift(Left|Right)"
              + "|bitLength|ordinal|name|clone|(floor|ceiling|lower|higher)(Key|Entry)?|getClass");

  /** As above, of these types. */
  private static final Pattern PURE =
      Pattern.compile(
          "(Strict)?Math\\.(?!random).*|(Integer|Long|Short|Byte|Boolean|Double|Float)\\.(?!get).*"
              + "|(Character|String|Objects|Optional)\\..*|(List|Set|Map)\\.(of|ofEntries|entry|copyOf)"
              + "|Arrays\\.(copyOf(Range)?|toString|deepToString|equals|deepEquals|hashCode|asList"
              + "|binarySearch|compare|mismatch|stream)|Big(Integer|Decimal)\\.valueOf"
              + "|Collections\\.(empty.*|singleton.*|unmodifiable.*|max|min|frequency|nCopies)");

  private static final Pattern MADE =
      Pattern.compile(
          "String|StringBuilder|Array(List|Deque)|(Linked|Tree)?Hash(Map|Set)|Linked(List|HashMap"
              + "|HashSet)|Tree(Map|Set)|Big(Integer|Decimal)|\\w*(Exception|Error)|Object");

  private LineCalls() {}

  /** What a source declares: its types and methods, and what its records have, behind a dot. */
  static Set<String> declared(List<String> code) {
    String all = String.join("\n", code);
    Set<String> names = new HashSet<>();
    Matcher declared = DECLARED.matcher(all);
    while (declared.find()) {
      names.add(declared.group(declared.group(1) == null ? 2 : 1));
    }
    Matcher records = RECORD.matcher(all);
    while (records.find()) {
      for (String part : records.group(1).split(",")) {
        names.add("." + part.strip().replaceAll("(?s).*\\W", ""));
      }
    }
    return names;
  }

  /** The calls of a line about which nothing is known, as {@code type.name} or {@code .name}. */
  static List<String> unknown(String code, Set<String> declared, Pattern judged) {
    List<String> unknown = new ArrayList<>();
    Matcher call = CALL.matcher(code);
    for (int at = 0; call.find(at); at = call.end()) {
      String on = call.group(2);
      String name = call.group(3);
      boolean chained =
          on == null && code.substring(0, call.start(3)).stripTrailing().endsWith(".");
      if (call.group(1) != null) {
        if (!declared.contains(name) && !MADE.matcher(name).matches()) {
          unknown.add("new." + name);
        }
      } else if (chained || (on != null && !on.equals("this") && !on.equals("super"))) {
        String whole = (chained ? "" : on) + "." + name;
        boolean type = !chained && isType(on);
        boolean known =
            judged.matcher(name).matches()
                || (type ? declared.contains(on) : READS.matcher(name).matches())
                || declared.contains("." + name)
                || PURE.matcher(whole).matches();
        if (!known) {
          unknown.add(whole);
        }
      } else if (!WORDS.contains(name) && !declared.contains(name)) {
        unknown.add("." + name);
      }
    }
    return unknown;
  }

  /** {@code Math}, not {@code LOG} or {@code R}: a constant is called on an object. */
  private static boolean isType(String name) {
    return Character.isUpperCase(name.charAt(0)) && !name.equals(name.toUpperCase(Locale.ROOT));
  }
}
