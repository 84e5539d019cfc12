// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** What a thread is called, before its first {@link Steps}; again when it is called otherwise. */
public final class StepThreadInfo extends Frame {
  /** The JVM's thread id. */
  public final long threadId;

  /** Its name, which others may have too; a virtual thread's is often empty. */
  public final String name;

  public StepThreadInfo(long threadId, String name) {
    this.threadId = threadId;
    this.name = name;
  }

  @Override
  public int type() {
    return FrameType.STEP_THREAD;
  }
}
