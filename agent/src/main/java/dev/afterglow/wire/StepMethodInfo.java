// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.util.List;

/** A method that reports its steps, before the first {@link Steps} that name it. */
public final class StepMethodInfo extends Frame {
  /** The agent's number for it, 0 or more, dense. */
  public final int method;

  /** Its class, see {@link ClassInfo#classId}. */
  public final int classId;

  /** Its name, {@code <init>} for a constructor. */
  public final String name;

  /** Its descriptor. */
  public final String descriptor;

  /** The first line of its code. */
  public final int line;

  /** Names of the variables that {@link Steps} refer to. */
  public final List<String> variables;

  public StepMethodInfo(
      int method, int classId, String name, String descriptor, int line, List<String> variables) {
    this.method = method;
    this.classId = classId;
    this.name = name;
    this.descriptor = descriptor;
    this.line = line;
    this.variables = variables;
  }

  @Override
  public int type() {
    return FrameType.STEP_METHOD;
  }
}
