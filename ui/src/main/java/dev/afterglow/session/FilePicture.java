// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

/**
 * The numbers of one file's lines at one moment. Lines count from 1; arrays are indexed by line and
 * belong to this picture.
 */
public final class FilePicture {
  /** The value of a number that a line does not have. */
  public static final long NONE = -1;

  private final FileKey key;
  private final long version;
  private final long[] hits;
  private final long[] rounds;
  private final long[] second;
  private final long[] lastHitNanos;
  private final long maxHits;

  /**
   * Made by the session.
   *
   * @param key which file
   * @param version grows with every change of a number
   * @param hits hits by line, {@link #NONE} where there is no code
   * @param rounds rounds by line, {@link #NONE} where there is no loop
   * @param second hits of lambdas on the line, {@link #NONE} where there is none
   * @param lastHitNanos session clock at which the line was last seen to run, {@link #NONE} if
   *     never
   * @param maxHits the largest of the hits
   */
  public FilePicture(
      FileKey key,
      long version,
      long[] hits,
      long[] rounds,
      long[] second,
      long[] lastHitNanos,
      long maxHits) {
    this.key = key;
    this.version = version;
    this.hits = hits;
    this.rounds = rounds;
    this.second = second;
    this.lastHitNanos = lastHitNanos;
    this.maxHits = maxHits;
  }

  /** Which file. */
  public FileKey key() {
    return key;
  }

  /** Grows with every change of a number of this file. */
  public long version() {
    return version;
  }

  /** The largest line that has a number. */
  public int lastLine() {
    return hits.length - 1;
  }

  /** Whether the line has code that is counted. */
  public boolean hasCode(int line) {
    return hits(line) != NONE;
  }

  /** How often the line was hit, or {@link #NONE}. */
  public long hits(int line) {
    return at(hits, line);
  }

  /** How often the body of the line's loop was entered, or {@link #NONE}. */
  public long rounds(int line) {
    return at(rounds, line);
  }

  /** How often a lambda or second method on the line was entered, or {@link #NONE}. */
  public long lambdaHits(int line) {
    return at(second, line);
  }

  /** The session clock at which the line was last seen to run, or {@link #NONE}. */
  public long lastHitNanos(int line) {
    return at(lastHitNanos, line);
  }

  /** The largest number of hits of a line of this file. */
  public long maxHits() {
    return maxHits;
  }

  private static long at(long[] numbers, int line) {
    return line > 0 && line < numbers.length ? numbers[line] : NONE;
  }
}
