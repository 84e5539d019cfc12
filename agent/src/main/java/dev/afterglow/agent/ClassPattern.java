// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

/**
 * A pattern of class names: {@code com.acme.Main} (with its inner classes), {@code com.acme.*} for
 * a package, {@code com.acme.**} for a package and all below it; {@code *} inside a name stands for
 * any characters but dots.
 */
final class ClassPattern {
  private final String pattern;

  ClassPattern(String pattern) {
    this.pattern = pattern.replace('.', '/');
  }

  /** Whether an internal name, {@code com/acme/Main$Inner}, fits. */
  boolean matches(String internalName) {
    if (fits(pattern, 0, internalName, 0)) {
      return true;
    }
    for (int i = internalName.indexOf('$'); i > 0; i = internalName.indexOf('$', i + 1)) {
      if (fits(pattern, 0, internalName.substring(0, i), 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(String pattern, int p, String name, int n) {
    if (p == pattern.length()) {
      return n == name.length();
    }
    if (pattern.charAt(p) != '*') {
      return n < name.length()
          && pattern.charAt(p) == name.charAt(n)
          && fits(pattern, p + 1, name, n + 1);
    }
    boolean anyDepth = p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
    int rest = anyDepth ? p + 2 : p + 1;
    for (int end = n; ; end++) {
      if (fits(pattern, rest, name, end)) {
        return true;
      }
      if (end == name.length() || (name.charAt(end) == '/' && !anyDepth)) {
        return false;
      }
    }
  }
}
