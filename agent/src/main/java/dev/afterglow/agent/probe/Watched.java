// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression that somebody watches: a variable, its fields and elements, as {@code
 * node.left.value}. The text of a variable ends at its own fields; this goes on. Nothing of the
 * program's runs for it.
 */
final class Watched {
  /** What there is none of: the variable is not in scope, or the way to the value ends before. */
  static final Object NOTHING = new Object();

  /** As it is told where the variable is there and the value is not. */
  static final String NONE = "—";

  private static final int LONGEST = 200;

  /** All of them, exchanged as a whole. */
  static volatile Watched[] all = {};

  /** As it was written, the name of the value. */
  final String expression;

  final byte secrecy;
  private final String root;

  /** {@code this.left} for a field, {@code 3} or {@code i} for an element. */
  private final String[] steps;

  private Watched(String expression) {
    this.expression = expression;
    List<String> parts = new ArrayList<String>();
    byte secret = Words.OPEN;
    int start = 0;
    for (int i = 0; i <= expression.length(); i++) {
      char c = i < expression.length() ? expression.charAt(i) : '.';
      if (c == '.' || c == '[' || c == ']') {
        String part = expression.substring(start, i).trim();
        boolean element = c == ']';
        if (!part.isEmpty()) {
          secret = element ? secret : (byte) Math.max(secret, Words.secrecy(part));
          parts.add(element || parts.isEmpty() ? part : "this.".concat(part));
        }
        start = i + 1;
      }
    }
    secrecy = secret;
    root = parts.isEmpty() ? "" : parts.remove(0);
    steps = parts.toArray(new String[0]);
  }

  static void choose(List<String> expressions) {
    List<Watched> chosen = new ArrayList<Watched>();
    for (String each : expressions) {
      if (each.length() <= LONGEST) {
        chosen.add(new Watched(each));
      }
    }
    all = chosen.toArray(new Watched[0]);
  }

  /** Its value by the variables that a point reports; {@link #NOTHING} if they do not have it. */
  Object value(StepMethod method, int[] shown, Object[] values) {
    Object now = begin(method, shown, values);
    for (int i = 0; i < steps.length && now != NOTHING; i++) {
      boolean field = steps[i].startsWith("this.");
      now = field ? field(now, steps[i]) : element(now, index(steps[i], method, shown, values));
    }
    return now;
  }

  /** The variable it begins with, or the object's field by its name. */
  Object begin(StepMethod method, int[] shown, Object[] values) {
    Object begin = variable(method, root, shown, values);
    return begin == NOTHING && method.hasThis && shown.length > 0 && shown[0] == 0
        ? field(values[0], "this.".concat(root))
        : begin;
  }

  private static Object variable(StepMethod method, String name, int[] shown, Object[] values) {
    for (int i = 0; i < shown.length; i++) {
      String variable = method.variables[shown[i]];
      boolean isIt =
          variable.equals(name)
              || (method.isStatic[shown[i]]
                  && variable.endsWith(name)
                  && variable.charAt(Math.max(0, variable.length() - name.length() - 1)) == '.');
      if (isIt) {
        return values[i];
      }
    }
    return NOTHING;
  }

  private static Object field(Object of, String name) {
    if (of != null) {
      Fields fields = FieldCache.FIELDS.get(of.getClass());
      for (int i = 0; i < fields.names.length; i++) {
        if (fields.names[i].equals(name)) {
          try {
            return fields.fields[i].get(of);
          } catch (IllegalAccessException closed) {
            return NOTHING;
          }
        }
      }
    }
    return NOTHING;
  }

  private static int index(String step, StepMethod method, int[] shown, Object[] values) {
    Object value = variable(method, step, shown, values);
    if (value instanceof Integer) {
      return (Integer) value;
    }
    try {
      return Integer.parseInt(step);
    } catch (NumberFormatException sum) {
      return -1;
    }
  }

  private static Object element(Object of, int index) {
    try {
      if (index < 0 || of == null) {
        return NOTHING;
      }
      if (of.getClass().isArray()) {
        return index < Array.getLength(of) ? Array.get(of, index) : NOTHING;
      }
      boolean list = of instanceof List && JdkTypes.COLLECTIONS.contains(of.getClass().getName());
      return list ? ((List<?>) of).get(index) : NOTHING;
    } catch (RuntimeException changing) {
      return NOTHING; // too short, or another thread changes it just now
    }
  }
}
