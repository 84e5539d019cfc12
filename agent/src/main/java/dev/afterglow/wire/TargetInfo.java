// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** Who connects: one JVM that runs the agent. */
public final class TargetInfo extends Frame {
  /** Process id, or 0 if the JVM does not tell. */
  public final long pid;

  /** Start of the JVM in milliseconds since 1970. */
  public final long startMillis;

  /** The target's {@code java.version}. */
  public final String javaVersion;

  /** What the JVM runs, as its {@code sun.java.command} says; may be empty. */
  public final String command;

  /** Version of the agent. */
  public final String agentVersion;

  public TargetInfo(
      long pid, long startMillis, String javaVersion, String command, String agentVersion) {
    this.pid = pid;
    this.startMillis = startMillis;
    this.javaVersion = javaVersion;
    this.command = command;
    this.agentVersion = agentVersion;
  }

  @Override
  public int type() {
    return FrameType.TARGET;
  }
}
