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

  /** The exceptions that pass through a {@code finally}, the latest first, or null. */
  private Passing passing;

  /** Whether a line was reported, which changes belong to. */
  boolean onLine;

  /** Whether a line has begun that is reported later. */
  boolean early;

  boolean ended;

  /** Whether all of the fields that it sees were told, not only those that changed. */
  boolean fieldsTold;

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
    Passing found = Passing.find(exception, passing);
    return found == null ? line : found.from();
  }

  /** An exception comes to a {@code finally}, perhaps not the first one. */
  void passes(Throwable exception) {
    Passing found = Passing.find(exception, passing);
    passing = found == null ? Passing.with(exception, line, passing) : found;
  }

  /** An exception was caught, perhaps while another one waits for a {@code finally} to end. */
  void caught(Throwable exception) {
    Passing found = Passing.find(exception, passing);
    passing = found == null ? passing : found.outer();
  }
}
