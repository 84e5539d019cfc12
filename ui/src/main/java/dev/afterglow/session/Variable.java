// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.source.SlotNames;
import dev.afterglow.source.SlotNames.Named;
import dev.afterglow.source.SlotNames.Slot;
import dev.afterglow.wire.StepMethodInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable that a method reports.
 *
 * @param name what it is called; null if nobody can know
 * @param type its type in the source if the class file has no names, else empty
 */
record Variable(String name, String type) {
  private static final Pattern NAMELESS = Pattern.compile("#(\\d+)(.)@(\\d+)");
  private static final Pattern ARGUMENT = Pattern.compile("\\[*(?:L[^;]*;|[BCDFIJSZ])");

  /** Words of names as the agent masks them, where it knows names. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)(password|token|secret)s?(?![a-z])|(?<![A-Z])[A-Z]*(?i:key)s?(?![a-z])");

  /** The variables of a method, with the names that its source gives those that have none. */
  static List<Variable> of(StepMethodInfo info, ClassState of) {
    List<Variable> variables = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    for (String name : info.variables) {
      Matcher nameless = NAMELESS.matcher(name);
      if (nameless.matches()) {
        int slot = Integer.parseInt(nameless.group(1));
        int line = Integer.parseInt(nameless.group(3));
        slots.add(new Slot(slot, nameless.group(2).charAt(0), line));
        String argument = line == 0 ? "arg" + (slots.size() - 1) : null;
        variables.add(new Variable(argument, ""));
      } else {
        variables.add(new Variable(name, ""));
      }
    }
    SlotNames source = slots.isEmpty() ? null : of.file.slotNames();
    if (source != null) {
      boolean receiver = info.variables.get(0).equals("this");
      List<Named> names = source.of(method(info, of, receiver), slots);
      int first = receiver ? 1 : 0;
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i) != null) {
          variables.set(first + i, new Variable(names.get(i).name(), names.get(i).type()));
        }
      }
    }
    return variables;
  }

  private static SlotNames.Method method(StepMethodInfo info, ClassState of, boolean receiver) {
    List<String> types = new ArrayList<>();
    int close = info.descriptor.indexOf(')');
    Matcher argument = ARGUMENT.matcher(info.descriptor).region(1, close);
    while (argument.find()) {
      types.add(argument.group());
    }
    String name = of.info.className;
    String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    boolean local = Character.isDigit(simple.charAt(0));
    simple = simple.replaceFirst("^\\d+", "");
    return new SlotNames.Method(info.name, simple, local, types, info.line, receiver ? 1 : 0);
  }

  /**
   * A value as the source's type has it: a class file without names keeps both as numbers.
   *
   * @param masks whether one whose name reads like a secret's is not shown
   */
  String text(String value, boolean masks) {
    if (masks && !type.isEmpty() && secret(value)) {
      return StepLog.Value.MASKED;
    }
    return switch (type) {
      case "boolean" -> value.equals("0") ? "false" : value.equals("1") ? "true" : value;
      case "char" -> character(value);
      default -> value;
    };
  }

  private boolean secret(String value) {
    Matcher word = SECRET.matcher(name);
    boolean number = value.matches("\\[?[-\\d., …]*(?: more)?]?|null|'.*'");
    return word.find() && (word.group(1) != null || !number);
  }

  private static String character(String value) {
    if (!value.matches("\\d{1,5}")) {
      return value;
    }
    char c = (char) Integer.parseInt(value);
    return switch (c) {
      case '\n' -> "'\\n'";
      case '\t' -> "'\\t'";
      case '\r' -> "'\\r'";
      case '\'', '\\' -> "'\\" + c + "'";
      default -> c < ' ' || c == 0x7f ? "'\\u%04x'".formatted((int) c) : "'" + c + "'";
    };
  }
}
