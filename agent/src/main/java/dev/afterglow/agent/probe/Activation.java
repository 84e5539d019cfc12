// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** One call of a method, while it runs: what its variables were when they were last looked at. */
final class Activation {
  /** Null in those that stand for calls which report nothing. */
  final StepThread thread;

  final StepMethod method;
  final Activation caller;
  final int depth;

  /** Its variables at the last point. */
  final Seen seen;

  /** The same for the fields of {@code this}; null before they were looked at. */
  Fields fields;

  Seen fieldsSeen;

  /** What is watched besides, and what it was; null before it was looked at. */
  Watched[] watched;

  Seen watchedSeen;

  /** The line it is on. */
  int line;

  /** The exception that passes through a {@code finally}, or null, and where it came from. */
  Throwable passing;

  int passingFrom;

  /** Whether a line was reported, which changes belong to. */
  boolean onLine;

  /** Whether a line has begun that is reported later. */
  boolean early;

  boolean ended;

  Activation(StepThread thread, StepMethod method, Activation caller) {
    this.thread = thread;
    this.method = method;
    this.caller = caller;
    this.depth = caller == null ? 0 : caller.depth + 1;
    this.seen = new Seen(thread == null ? 0 : method.variables.length);
  }

  /** Holds no object of the program any more: where memory is full, it may have given it up. */
  void forget() {
    seen.forgetAll();
    if (fieldsSeen != null) {
      fieldsSeen.forgetAll();
    }
    if (watchedSeen != null) {
      watchedSeen.forgetAll();
    }
  }

  /** The line from which an exception came: not that of a {@code finally} which ran since. */
  int cameFrom(Throwable exception) {
    return exception == passing ? passingFrom : line;
  }
}
