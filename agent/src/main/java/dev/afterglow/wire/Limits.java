// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/** What a reader accepts at most, so that a broken or hostile sender costs bounded memory. */
public final class Limits {
  /** Bytes in the payload of a frame: 16 MB. */
  public static final int MAX_FRAME = 16 << 20;

  /** Bytes in the payload of a command, which the agent reads: 4 kB. */
  public static final int MAX_COMMAND = 4 << 10;

  /** Classes of one target; class numbers are below it. */
  public static final int MAX_CLASSES = 1 << 20;

  /** Counters of one class. */
  public static final int MAX_COUNTERS = 1 << 20;

  /** Counters of all classes that one connection or recording announces. */
  public static final int MAX_ALL_COUNTERS = 1 << 26;

  /** The largest line number; class files have no larger one. */
  public static final int MAX_LINE = 65_535;

  /** UTF-8 bytes of a string; a longer one is cut by the sender. */
  public static final int MAX_STRING = 65_535;

  /** Loops of one class. */
  public static final int MAX_LOOPS = 1 << 17;

  /** Different names in the stacks of one {@link Threads} frame. */
  public static final int MAX_NAMES = 1 << 18;

  /** Methods of one target that report steps. */
  public static final int MAX_METHODS = 1 << 22;

  /** Variables of one method. */
  public static final int MAX_VARIABLES = 1 << 16;

  /** Values of one step. */
  public static final int MAX_VALUES = 1 << 10;

  /** The depth of a step. */
  public static final int MAX_DEPTH = 1 << 26;

  /** Threads in one {@link Threads} frame. */
  public static final int MAX_THREADS = 10_000;

  /** Innermost frames of a stack that are sent. */
  public static final int MAX_INNER_FRAMES = 512;

  /** Outermost frames of a stack that are sent, if it is deeper than the innermost ones. */
  public static final int MAX_OUTER_FRAMES = 64;

  /** Frames of one stack. */
  public static final int MAX_STACK = MAX_INNER_FRAMES + MAX_OUTER_FRAMES;

  /** An exception and its causes in one {@link Uncaught} frame, and what each suppressed. */
  public static final int MAX_CAUSES = 8;

  /** Expressions that are watched. */
  public static final int MAX_EXPRESSIONS = 32;

  private Limits() {}
}
