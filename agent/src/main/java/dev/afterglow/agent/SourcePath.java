// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

/** Where a class's source lies below its source root, by the rule that the window has. */
final class SourcePath {
  private SourcePath() {}

  /**
   * The path with slashes.
   *
   * @param className binary name with dots
   * @param sourceFile the class file's {@code SourceFile}, or empty
   */
  static String of(String className, String sourceFile) {
    int start = className.lastIndexOf('.') + 1;
    String folders = className.substring(0, start).replace('.', '/');
    if (!sourceFile.isEmpty()) {
      return folders.concat(sourceFile);
    }
    int dollar = className.indexOf('$', start + 1);
    String simple = dollar < 0 ? className.substring(start) : className.substring(start, dollar);
    return folders.concat(simple).concat(".java");
  }
}
