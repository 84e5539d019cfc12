// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Names and texts of values, taken apart. */
final class Words {
  /** The name of a variable that may be shown. */
  static final byte OPEN = 0;

  /** The name of a key, of a map, a tree or a lock, or of a count; numbers may be shown. */
  static final byte KEY = 1;

  static final byte SECRET = 2;

  private static final Set<String> SECRETS =
      new HashSet<String>(
          Arrays.asList("password", "passwords", "token", "tokens", "secret", "secrets"));

  /** What says that a number is a count, and no secret. */
  private static final Set<String> COUNTS =
      new HashSet<String>(Arrays.asList("tokens", "count", "counts", "size", "length"));

  private static boolean masks = true;

  private Words() {}

  /** Whether a name has a word that speaks of a secret: {@code apiKey}, {@code DB_PASSWORD}. */
  static byte secrecy(String name) {
    byte found = OPEN;
    boolean secret = false;
    String word = "";
    int start = 0;
    for (int i = 1; i <= name.length(); i++) {
      boolean ends =
          i == name.length()
              || !Character.isLetter(name.charAt(i))
              || (Character.isUpperCase(name.charAt(i))
                  && !Character.isUpperCase(name.charAt(i - 1)));
      if (ends) {
        int from = Character.isLetter(name.charAt(start)) ? start : start + 1;
        word = from < i ? lower(name, from, i) : "";
        secret |= SECRETS.contains(word);
        found = word.equals("key") || word.equals("keys") ? KEY : found;
        start = i;
      }
    }
    return !secret ? found : COUNTS.contains(word) ? KEY : SECRET;
  }

  /** Shows what reads like a secret too, or masks it. */
  static void showSecrets(boolean show) {
    masks = !show;
  }

  /** Whether a text is not to be shown beside a key of a map. */
  static boolean hides(String key) {
    return masks && secrecy(key) != OPEN;
  }

  /** Whether a value is not to be shown under a name of some secrecy. */
  static boolean hides(byte secrecy, Object value) {
    return masks && secrecy != OPEN && reads(secrecy, value);
  }

  private static boolean reads(byte secrecy, Object value) {
    return (secrecy == SECRET && !(value instanceof Boolean)) // passwordOk
        || (secrecy == KEY
            && !(value == null
                || (value instanceof Number && value.getClass().getName().startsWith("java.lang."))
                || value instanceof Character
                || value instanceof int[]
                || value instanceof long[]
                || value instanceof double[]));
  }

  private static String lower(String name, int from, int to) {
    StringBuilder word = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      word.append(Character.toLowerCase(name.charAt(i)));
    }
    return word.toString();
  }

  /**
   * {@code Node} for {@code com.acme.List$Node}, {@code Main$1} for an anonymous one; arrays with
   * their brackets.
   */
  static String simpleName(Class<?> type) {
    if (type.isArray()) {
      return simpleName(type.getComponentType()) + "[]";
    }
    String name = type.getName();
    int start = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
    while (start < name.length() && Character.isDigit(name.charAt(start))) {
      start++; // the number of a local class; an anonymous one has no more
    }
    return start == name.length() ? anonymous(name) : name.substring(start);
  }

  /** {@code List.Node$1} for {@code com.acme.List$Node$1}. */
  private static String anonymous(String name) {
    int start = name.lastIndexOf('.') + 1;
    StringBuilder text = new StringBuilder(name.length() - start);
    for (int i = start; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean numbered = i + 1 == name.length() || Character.isDigit(name.charAt(i + 1));
      text.append(c == '$' && !numbered ? '.' : c);
    }
    return text.toString();
  }
}
