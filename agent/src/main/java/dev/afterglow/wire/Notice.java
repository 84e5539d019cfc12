// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** Something the user should know, one sentence. */
public final class Notice extends Frame {
  /** A class was left as it is. */
  public static final int CLASS_LEFT = 1;

  /** Something else. */
  public static final int GENERAL = 0;

  /** {@link #CLASS_LEFT} or {@link #GENERAL}. */
  public final int kind;

  /** What it is about, such as a class name; may be empty. */
  public final String subject;

  /** The sentence. */
  public final String text;

  public Notice(int kind, String subject, String text) {
    this.kind = kind;
    this.subject = subject;
    this.text = text;
  }

  @Override
  public int type() {
    return FrameType.NOTICE;
  }
}
