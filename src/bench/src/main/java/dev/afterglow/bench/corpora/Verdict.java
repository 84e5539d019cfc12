// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench.corpora;

/** What the JVM says of a class file that it links. */
enum Verdict {
  /** Linked, which includes verified. */
  GOOD,
  /** It cannot be linked without us either: what it refers to is missing. */
  INCOMPLETE,
  /** Refused, although it links without us. */
  BROKEN
}
