// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** One frame of a thread's stack. */
public final class StackFrame {
  /** Binary name with dots. */
  public final String className;

  /** Method name. */
  public final String method;

  /** Source file name without folder, or empty. */
  public final String sourceFile;

  /** Source line, or 0 if unknown. */
  public final int line;

  /** Whether the class is woven, that is, has counts. */
  public final boolean woven;

  public StackFrame(String className, String method, String sourceFile, int line, boolean woven) {
    this.className = className;
    this.method = method;
    this.sourceFile = sourceFile;
    this.line = line;
    this.woven = woven;
  }
}
