// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** A thread that reports steps. Its own thread alone writes, but for what {@link Pace} guards. */
final class StepThread {
  final Thread owner;
  final long id;

  /** The deepest activation below which there was room on the stack for a report. */
  int deepest = -1;

  /** Whether it is among those that have written since steps were last taken. */
  boolean wrote;

  /** The innermost activation that reports. */
  Activation top;

  /** Whether a report is being made: what runs meanwhile reports nothing. */
  boolean busy;

  final StepBuffer event = new StepBuffer();
  final StepBuffer items = new StepBuffer();
  final StringBuilder text = new StringBuilder(80);

  /** The latest snapshot of an array of numbers, or null. */
  Snapshot snapshot;

  /** Where it is about to go on; guarded by {@link Pace}. */
  String className = "";

  int line;
  int depth;

  /** Whether {@link #depth} counts all frames, as no activation reports; guarded by Pace. */
  boolean counting;

  /** Whether it stands at the gate; guarded by {@link Pace}. */
  boolean stands;

  StepThread(Thread owner) {
    this.owner = owner;
    this.id = ThreadKey.id(owner);
  }
}
