// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

/**
 * The numbers of the frames. Never reuse one: an old window skips what it does not know by length.
 */
public final class FrameType {
  /** Agent to window: who connects. */
  public static final int TARGET = 1;

  /** Agent to window: a woven class, its lines and how they follow from its counters. */
  public static final int CLASS = 2;

  /** Agent to window: counters that changed. */
  public static final int COUNTS = 3;

  /** Agent to window: ends a group of counts that belong to one moment. */
  public static final int TICK = 4;

  /** Agent to window: the threads that run woven code, with their stacks. */
  public static final int THREADS = 5;

  /** Agent to window: something the user should know, such as a class left as it is. */
  public static final int NOTICE = 6;

  /** Agent to window: the counters of one thread alone. */
  public static final int THREAD_COUNTS = 7;

  /** Agent to window: the target ends; these were the last counts. */
  public static final int BYE = 8;

  /** Agent to window: an exception ended a thread. */
  public static final int UNCAUGHT = 9;

  /** Agent to window: a method that reports its steps. */
  public static final int STEP_METHOD = 16;

  /** Agent to window: steps, in order. */
  public static final int STEPS = 17;

  /** Agent to window: how the target is made to run. */
  public static final int RUN_STATE = 18;

  /** Agent to window: the name of a thread that reports its steps. */
  public static final int STEP_THREAD = 19;

  /** Agent to window: steps of kinds that came after {@link #STEPS}, in order with those. */
  public static final int LATER_STEPS = 20;

  /** Window to agent: the token was right, send on. */
  public static final int WELCOME = 64;

  /** Window to agent: how often to send stacks, zero for never. */
  public static final int WATCH = 65;

  /** Window to agent: send this thread's own counters too, zero for none. */
  public static final int SELECT_THREAD = 66;

  /** Window to agent: tell these expressions with the steps too. */
  public static final int EXPRESSIONS = 67;

  /** Window to agent: run, stand, go a step, run slowly, report more. */
  public static final int RUN = 80;

  private FrameType() {}
}
