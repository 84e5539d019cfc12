// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import java.util.Locale;

/** Writes counts for people: short beside a line, exact and in words where there is room. */
public final class Numbers {
  private static final String UNITS = "kMGTPE";

  private Numbers() {}

  /**
   * At most five characters: exact below 10,000 ({@code 1,234}), above that the first three digits
   * and a unit ({@code 12.3k}, {@code 4.56M}). Digits are cut, not rounded: what is shown was
   * reached.
   *
   * @param count 0 or more; a negative number gives an empty text
   */
  public static String shortForm(long count) {
    if (count < 0) {
      return "";
    }
    if (count < 10_000) {
      return exact(count);
    }
    int unit = 0;
    long divisor = 1_000;
    while (count / divisor >= 1_000) {
      divisor *= 1_000;
      unit++;
    }
    long whole = count / divisor;
    long thousandths = count % divisor / (divisor / 1_000);
    String digits =
        whole >= 100
            ? Long.toString(whole)
            : whole >= 10
                ? whole + "." + thousandths / 100
                : whole + "." + twoDigits(thousandths / 10);
    return digits + UNITS.charAt(unit);
  }

  /** All digits in groups of three, {@code 1,234}, in every locale. */
  public static String exact(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 round}, {@code 1,234 rounds}. */
  public static String of(long count, String noun) {
    return exact(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /**
   * What a line's numbers mean, for a tool tip: {@code 3 hits}, {@code 10 rounds, 11 checks},
   * {@code 1 hit, lambda 3 times}, {@code never run}; empty for a line without code.
   */
  public static String inWords(FilePicture file, int line) {
    return inWords(file.hits(line), file.rounds(line), file.lambdaHits(line));
  }

  /**
   * As {@link #inWords(FilePicture, int)}.
   *
   * @param hits the line's hits
   * @param rounds its loop's rounds
   * @param lambdaHits its lambda's hits; each may be {@link FilePicture#NONE}
   */
  public static String inWords(long hits, long rounds, long lambdaHits) {
    if (hits == FilePicture.NONE) {
      return "";
    }
    String own;
    if (hits == 0) {
      own = "never run";
    } else if (rounds != FilePicture.NONE) {
      own = of(rounds, "round") + ", " + of(hits, "check");
    } else {
      own = of(hits, "hit");
    }
    return lambdaHits == FilePicture.NONE ? own : own + ", lambda " + of(lambdaHits, "time");
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
