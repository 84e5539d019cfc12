// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

/**
 * A coloured piece of a line.
 *
 * @param start first column, from 0
 * @param end column behind the last
 * @param kind what it is
 */
public record Token(int start, int end, Kind kind) {

  /** What a token is; the kinds that are coloured apart, all else is {@link #PLAIN}. */
  public enum Kind {
    PLAIN,
    KEYWORD,
    TYPE,
    STRING,
    NUMBER,
    COMMENT,
    ANNOTATION
  }
}
