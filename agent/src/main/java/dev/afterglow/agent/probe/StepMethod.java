// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.util.Arrays;

/** A method that reports its steps, and what the numbers in its reports mean. */
public final class StepMethod {
  /** Its class, as in {@link Probes}. */
  public final int classId;

  /** Binary name of its class. */
  public final String className;

  /** Path of the source file below its source root. */
  public final String file;

  /** Name as in the class file. */
  public final String name;

  /** Descriptor as in the class file. */
  public final String descriptor;

  /** First line of its code. */
  public final int line;

  /**
   * Names of its variables: {@code this} first if it reports it, then the arguments; those of
   * static fields have their class before a dot.
   */
  public final String[] variables;

  /** Its number; set when it is defined, before its code runs. */
  int number;

  /** Stands for its calls that began while nobody wanted reports. */
  final Activation unreported;

  final boolean hasThis;
  final byte[] secrecy;

  /** Whether a variable is a static field: what it was before the call is no change. */
  final boolean[] isStatic;

  /** The line of each point. */
  final int[] lines;

  /** The variables that each point reports. */
  final int[][] shown;

  /** The local variables that are out of scope at each point. */
  final int[][] hidden;

  /** Takes the arrays over. */
  public StepMethod(
      int classId,
      String className,
      String file,
      String name,
      String descriptor,
      int line,
      String[] variables,
      int[] lines,
      int[][] shown) {
    this.classId = classId;
    this.className = className;
    this.file = file;
    this.name = name;
    this.descriptor = descriptor;
    this.line = line;
    this.variables = variables;
    this.hasThis = variables.length > 0 && variables[0].equals("this");
    this.secrecy = new byte[variables.length];
    this.isStatic = new boolean[variables.length];
    for (int i = 0; i < secrecy.length; i++) {
      int dot = variables[i].indexOf('.');
      isStatic[i] = dot >= 0;
      secrecy[i] = Words.secrecy(variables[i].substring(dot + 1));
    }
    this.lines = lines;
    this.shown = shown;
    this.hidden = new int[shown.length][];
    for (int i = 0; i < shown.length; i++) {
      hidden[i] = others(shown[i]);
    }
    this.unreported = new Activation(null, this, null);
  }

  /** The line of its innermost frame in a trace; its first line where the trace has none. */
  int lineIn(Throwable exception) {
    for (StackTraceElement frame : Throwables.trace(exception)) {
      if (frame.getClassName().equals(className)
          && frame.getMethodName().equals(name)
          && frame.getLineNumber() > 0) {
        return frame.getLineNumber();
      }
    }
    return line;
  }

  /** Fields stay what they were where nobody looks at them. */
  private int[] others(int[] shown) {
    int[] others = new int[variables.length];
    int at = 0;
    int next = 0;
    for (int v = 0; v < variables.length; v++) {
      if (at < shown.length && shown[at] == v) {
        at++;
      } else if (!isStatic[v]) {
        others[next++] = v;
      }
    }
    return Arrays.copyOf(others, next);
  }
}
