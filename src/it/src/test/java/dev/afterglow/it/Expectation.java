// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import dev.afterglow.session.FilePicture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the trailing comment of a target's line expects of the window's numbers for it. {@code
 * src/docs/counting.md} describes the form.
 *
 * @param any whether any numbers will do
 * @param optional whether the line may also have no number of hits
 * @param hits the hits, or {@link FilePicture#NONE}
 * @param rounds the rounds, or {@link FilePicture#NONE}
 * @param lambdas the lambda hits, or {@link FilePicture#NONE}
 */
record Expectation(boolean any, boolean optional, long hits, long rounds, long lambdas) {
  static final Expectation NOTHING =
      new Expectation(false, false, FilePicture.NONE, FilePicture.NONE, FilePicture.NONE);
  static final Expectation ANYTHING =
      new Expectation(true, false, FilePicture.NONE, FilePicture.NONE, FilePicture.NONE);

  private static final Pattern FORM =
      Pattern.compile("(\\*|-|(\\d+)(\\?)?)(?: \\((\\d+)\\))?(?: λ(\\d+))?");

  /**
   * Reads the form {@code hits[?] [(rounds)] [λlambdas]}, {@code -} or {@code *}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Expectation parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("not an expectation: " + text);
    }
    if (m.group(1).equals("*")) {
      return ANYTHING;
    }
    return new Expectation(
        false, m.group(3) != null, number(m.group(2)), number(m.group(4)), number(m.group(5)));
  }

  private static long number(String digits) {
    return digits == null ? FilePicture.NONE : Long.parseLong(digits);
  }

  /** Whether the window's numbers for a line are what is expected. */
  boolean matches(long actualHits, long actualRounds, long actualLambdas) {
    if (any) {
      return true;
    }
    boolean hitsMatch = actualHits == hits || (optional && actualHits == FilePicture.NONE);
    return hitsMatch && actualRounds == rounds && actualLambdas == lambdas;
  }

  /** Numbers in the form of the comments. */
  static String form(long hits, long rounds, long lambdas) {
    StringBuilder text = new StringBuilder(hits == FilePicture.NONE ? "-" : Long.toString(hits));
    if (rounds != FilePicture.NONE) {
      text.append(" (").append(rounds).append(')');
    }
    if (lambdas != FilePicture.NONE) {
      text.append(" λ").append(lambdas);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    if (any) {
      return "*";
    }
    String text = form(hits, rounds, lambdas);
    return optional ? text.replaceFirst("^\\d+", "$0?") : text;
  }
}
