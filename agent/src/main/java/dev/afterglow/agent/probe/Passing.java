// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** An exception on its way through the {@code finally} blocks of one activation. Immutable. */
final class Passing {
  /** Exceptions that are kept: one may be thrown and caught while a finally runs for another. */
  private static final int MOST = 4;

  private final Throwable exception;
  private final int from;

  /** The one that waits for the finally in which this one was thrown, or null. */
  private final Passing outer;

  private Passing(Throwable exception, int from, Passing outer) {
    this.exception = exception;
    this.from = from;
    this.outer = outer;
  }

  /** The exceptions with one more, which comes from a line; the oldest may be forgotten. */
  static Passing with(Throwable exception, int from, Passing others) {
    return new Passing(exception, from, first(others, MOST - 1));
  }

  private static Passing first(Passing of, int most) {
    int count = 0;
    for (Passing each = of; each != null; each = each.outer) {
      count++;
    }
    if (count <= most) {
      return of;
    }
    // A finally that returns or goes on with a loop drops its exception, and nobody says so.
    return most == 0 ? null : new Passing(of.exception, of.from, first(of.outer, most - 1));
  }

  /** Where an exception stands among others, null if it is none of them. */
  static Passing find(Throwable exception, Passing among) {
    Passing each = among;
    while (each != null && each.exception != exception) {
      each = each.outer;
    }
    return each;
  }

  /** The line that the exception came from. */
  int from() {
    return from;
  }

  /** What is on its way when this one was caught: those thrown after it have been caught, too. */
  Passing outer() {
    return outer;
  }
}
