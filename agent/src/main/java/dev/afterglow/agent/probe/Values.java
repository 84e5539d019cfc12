// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * Values as short texts. Runs none of the program's code: objects are shown by their fields, the
 * JDK's own collections by their first elements, all else by the name of its class. Takes no lock.
 */
final class Values {
  static final String MASKED = "•••";

  private static final int CUT_STRING = 60;
  private static final int CUT_NESTED = 24;
  private static final int CUT_TEXT = 320;

  /** So many elements a text shows. */
  static final int ELEMENTS = 10;

  /** So many of the first ones if it shows a later one too. */
  private static final int HEAD = 4;

  private static final int DIGITS = 200;

  /** {@code Vector}'s own fields: its methods would wait for its lock. */
  private static volatile Field vectorData;

  private static volatile Field vectorCount;

  private static volatile boolean shown = true;
  private static volatile boolean withToString;

  private Values() {}

  static boolean shown() {
    return shown;
  }

  static void choose(boolean show, boolean callToString, Field data, Field count) {
    shown = show;
    withToString = callToString;
    vectorData = data;
    vectorCount = count;
  }

  /** Whether a value is the same and cannot have changed inside. */
  static boolean same(Object before, Object value) {
    if (before == value) {
      return value == null || unchanging(value);
    }
    return before != null
        && value != null
        && before.getClass() == value.getClass()
        && unchanging(value)
        && !(value instanceof Enum)
        && !(value instanceof Class)
        && before.equals(value);
  }

  private static boolean unchanging(Object value) {
    return value instanceof Integer
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Long
        || value instanceof Double
        || value instanceof Character
        || value instanceof Enum
        || value instanceof Float
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Class;
  }

  /**
   * Appends a value.
   *
   * @param place an element that is to be seen, as {@link Snapshot#place} has it
   * @return where the element stands, its begin in the upper half; 0 if it is among the first ones
   */
  static long render(StringBuilder out, Object value, byte secrecy, long place) {
    if (Words.hides(secrecy, value)) {
      out.append(MASKED);
      return 0;
    }
    int start = out.length();
    long found = 0;
    try {
      int at = (int) (place >>> 32);
      int inside = (int) place;
      Object all = at >= ELEMENTS || inside >= ELEMENTS ? elements(value, at) : null;
      if (all == null) {
        render(out, value, 0, false);
        boolean cut = place != 0 && out.length() - start > CUT_TEXT;
        all = cut ? elements(value, at) : null;
      }
      if (all != null) {
        out.setLength(start);
        found = window(out, all, 0, at, inside);
      }
    } catch (Throwable changing) {
      // Another thread changes it just now.
      out.setLength(start);
      out.append(value == null ? "null" : Words.simpleName(value.getClass()));
      found = 0;
      if (changing instanceof ThreadDeath) {
        throw (ThreadDeath) changing;
      }
    }
    if (out.length() - start > CUT_TEXT) {
      out.setLength(start + CUT_TEXT);
      out.append('…');
      found = (int) found > out.length() ? 0 : found;
    }
    return found;
  }

  /** The elements if there is one at a place, else null. */
  private static Object elements(Object value, int at) {
    Object all = JdkTypes.elements(value, Integer.MAX_VALUE);
    return all != null && at < Array.getLength(all) ? all : null;
  }

  /** Whether it is an array of numbers, characters or truth values. */
  static boolean isOfNumbers(Object value) {
    return value != null
        && value.getClass().isArray()
        && value.getClass().getComponentType().isPrimitive();
  }

  /** Appends the first elements and those around one; the answer as of {@link #render}. */
  private static long window(StringBuilder out, Object all, int depth, int at, int inside) {
    int length = Array.getLength(all);
    boolean first = at < (inside >= 0 ? HEAD : ELEMENTS);
    int from = first ? 0 : at - 1;
    int to = Math.min(length, first ? ELEMENTS : at + 2);
    long found = 0;
    int end = out.length() + CUT_TEXT / 3;
    out.append('[');
    int head = 0;
    while (head < Math.min(HEAD, from) && out.length() < end) {
      render(out, Array.get(all, head++), depth + 1, false);
      out.append(", ");
    }
    if (head < from) {
      out.append("… ").append(from - head).append(" more, ");
    }
    for (int i = from; i < to; i++) {
      out.append(i == from ? "" : ", ");
      int start = out.length();
      Object each = Array.get(all, i);
      if (i == at && isOfNumbers(each) && inside >= 0 && inside < Array.getLength(each)) {
        found = window(out, each, depth + 1, inside, -1);
      } else {
        render(out, each, depth + 1, false);
      }
      found = i == at && found == 0 ? (long) start << 32 | out.length() : found;
    }
    if (to < length) {
      out.append(", … ").append(length - to).append(" more");
    }
    out.append(']');
    return found;
  }

  private static void render(StringBuilder out, Object value, int depth, boolean inObject) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof Integer) {
      out.append(((Integer) value).intValue());
    } else if (value instanceof String) {
      quote(out, (String) value, depth == 0 ? CUT_STRING : CUT_NESTED);
    } else if (value instanceof Character) {
      out.append('\'');
      escape(out, (Character) value, '\'');
      out.append('\'');
    } else if (value instanceof Enum) {
      out.append(((Enum<?>) value).name());
    } else if (value instanceof Class) {
      out.append(((Class<?>) value).getName()).append(".class");
    } else if (unchanging(value)) {
      out.append(value.toString());
    } else if (value.getClass().isArray()) {
      array(out, value, depth);
    } else {
      object(out, value, depth, inObject);
    }
  }

  private static void quote(StringBuilder out, String text, int most) {
    out.append('"');
    int length = Math.min(text.length(), most);
    for (int i = 0; i < length; i++) {
      escape(out, text.charAt(i), '"');
    }
    out.append(length < text.length() ? "…\"" : "\"");
  }

  private static void escape(StringBuilder out, char c, char quote) {
    if (c == '\n') {
      out.append("\\n");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (c == quote || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ' || c == 0x7f) {
      out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(hex(c));
    } else {
      out.append(c);
    }
  }

  private static char hex(char c) {
    return Character.forDigit(c & 15, 16);
  }

  private static void array(StringBuilder out, Object array, int depth) {
    int length = Array.getLength(array);
    if (depth > 2) {
      out.append(Words.simpleName(array.getClass().getComponentType()));
      out.append('[').append(length).append(']');
      return;
    }
    out.append('[');
    for (int i = 0; i < Math.min(length, ELEMENTS) && out.length() < CUT_TEXT; i++) {
      out.append(i == 0 ? "" : ", ");
      if (array instanceof int[]) {
        out.append(((int[]) array)[i]);
      } else {
        render(out, Array.get(array, i), depth + 1, false);
      }
    }
    end(out, length, ']');
  }

  private static void end(StringBuilder out, int size, char bracket) {
    if (size > ELEMENTS) {
      out.append(", … ").append(size - ELEMENTS).append(" more");
    }
    out.append(bracket);
  }

  private static void object(StringBuilder out, Object value, int depth, boolean inObject) {
    Class<?> type = value.getClass();
    String name = type.getName();
    if (type.getClassLoader() == null) {
      if (JdkTypes.COLLECTIONS.contains(name) && depth <= 2) {
        Collection<?> all = (Collection<?>) value;
        elements(out, all.iterator(), all.size(), depth, '[', ']');
      } else if (JdkTypes.MAPS.contains(name) && depth <= 2) {
        Map<?, ?> all = (Map<?, ?>) value;
        elements(out, all.entrySet().iterator(), all.size(), depth, '{', '}');
      } else {
        ofJdk(out, value, name, depth);
      }
    } else if (type.isSynthetic() || name.indexOf("$$Lambda") >= 0) {
      out.append("lambda");
    } else if (withToString) {
      String text = String.valueOf(value);
      out.append(text, 0, Math.min(text.length(), CUT_TEXT));
    } else if (value instanceof Throwable) {
      throwable(out, (Throwable) value);
    } else {
      fields(out, value, type, depth, inObject);
    }
  }

  private static void throwable(StringBuilder out, Throwable value) {
    out.append(Words.simpleName(value.getClass()));
    StringBuilder message = new StringBuilder();
    Throwables.message(message, value);
    if (message.length() > 0) {
      out.append(": ").append(message, 0, Math.min(message.length(), CUT_STRING));
    }
  }

  private static void elements(
      StringBuilder out, Iterator<?> all, int size, int depth, char open, char close) {
    out.append(open);
    for (int i = 0; i < ELEMENTS && all.hasNext() && out.length() < CUT_TEXT; i++) {
      out.append(i == 0 ? "" : ", ");
      Object each = all.next();
      if (open == '{') {
        entry(out, (Map.Entry<?, ?>) each, depth);
      } else {
        render(out, each, depth + 1, false);
      }
    }
    end(out, size, close);
  }

  private static void entry(StringBuilder out, Map.Entry<?, ?> entry, int depth) {
    Object key = entry.getKey();
    Object value = entry.getValue();
    render(out, key, depth + 1, false);
    out.append('=');
    if (key instanceof String && value instanceof String && Words.hides((String) key)) {
      out.append(MASKED);
    } else {
      render(out, value, depth + 1, false);
    }
  }

  private static void ofJdk(StringBuilder out, Object value, String name, int depth) {
    if (value instanceof StringBuilder) {
      StringBuilder text = (StringBuilder) value;
      quote(out, text.substring(0, Math.min(text.length(), CUT_STRING + 1)), CUT_STRING);
    } else if (JdkTypes.PLAIN.contains(name)) {
      boolean huge =
          value instanceof java.math.BigInteger
              && ((java.math.BigInteger) value).bitLength() > DIGITS;
      boolean hugeDecimal =
          value instanceof java.math.BigDecimal
              && ((java.math.BigDecimal) value).unscaledValue().bitLength() > DIGITS;
      out.append(huge || hugeDecimal ? Words.simpleName(value.getClass()) : value.toString());
    } else if (name.equals("java.util.Optional")) {
      Object inside = ((java.util.Optional<?>) value).orElse(null);
      out.append(inside == null ? "Optional.empty" : "Optional[");
      if (inside != null) {
        render(out, inside, depth + 1, true);
        out.append(']');
      }
    } else if (JdkTypes.ENTRIES.contains(name) && depth <= 2) {
      entry(out, (Map.Entry<?, ?>) value, depth);
    } else if (name.equals("java.util.Stack") || name.equals("java.util.Vector")) {
      vector(out, value, depth);
    } else if (value instanceof Throwable) {
      throwable(out, (Throwable) value);
    } else {
      out.append(Words.simpleName(value.getClass()));
    }
  }

  private static void vector(StringBuilder out, Object value, int depth) {
    Field data = vectorData;
    Field count = vectorCount;
    if (data == null || count == null || depth > 2) {
      out.append(Words.simpleName(value.getClass()));
      return;
    }
    try {
      Object[] all = (Object[]) data.get(value);
      int size = Math.min(count.getInt(value), all.length);
      elements(out, Arrays.asList(all).subList(0, size).iterator(), size, depth, '[', ']');
    } catch (IllegalAccessException closed) {
      out.append(Words.simpleName(value.getClass()));
    }
  }

  private static void fields(
      StringBuilder out, Object value, Class<?> type, int depth, boolean inObject) {
    Fields of = inObject || depth > 2 ? null : FieldCache.FIELDS.get(type);
    out.append(Words.simpleName(type));
    if (of == null || of.fields.length == 0) {
      return;
    }
    Class<?> above = type.getSuperclass();
    boolean record = above != null && above.getName().equals("java.lang.Record");
    out.append(record ? '[' : '{');
    for (int i = 0; i < of.fields.length && out.length() < CUT_TEXT; i++) {
      out.append(i == 0 ? "" : ", ").append(of.names[i], 5, of.names[i].length()).append('=');
      try {
        Object field = of.fields[i].get(value);
        if (Words.hides(of.secrecy[i], field)) {
          out.append(MASKED);
        } else {
          render(out, field, depth + 1, true);
        }
      } catch (IllegalAccessException closed) {
        out.append('?');
      }
    }
    out.append(record ? ']' : '}');
  }
}
