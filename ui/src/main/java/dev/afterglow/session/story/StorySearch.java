// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Kind;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds steps whose line of the story contains a text, upper or lower case, or matches a regular
 * expression. One thread searches; any thread may ask what was found.
 */
public final class StorySearch {
  /** Steps read before others may look at what was found. */
  private static final int BATCH = 20_000;

  private final StoryLines lines;
  private final Pattern pattern;
  private int[] steps = new int[64];
  private int size;
  private int read;
  private volatile StepList found = StepList.NONE;

  /**
   * Prepares a search; {@link #readOn} does it.
   *
   * @param lines what is searched
   * @param text what is searched for, not empty
   * @param regex whether it is a regular expression
   * @throws PatternSyntaxException if it is a wrong one
   */
  public StorySearch(StoryLines lines, String text, boolean regex) {
    this.lines = lines;
    int literal = regex ? 0 : Pattern.LITERAL;
    pattern = Pattern.compile(text, literal | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** What was found so far. */
  public StepList found() {
    return found;
  }

  /** Whether steps were not read yet. */
  public boolean behind() {
    return read < lines.log().size();
  }

  /**
   * Reads on, a batch at a time.
   *
   * @return whether more can be read
   */
  public boolean readOn() {
    int until = Math.min(lines.log().size(), read + BATCH);
    for (; read < until; read++) {
      if (matches(read)) {
        if (size == steps.length) {
          steps = Arrays.copyOf(steps, size * 2);
        }
        steps[size++] = read;
      }
    }
    found = new StepList(steps, size);
    return behind();
  }

  /** Reads all again: values of a line are known only when it has ended. */
  public void restart() {
    read = 0;
    size = 0;
    steps = new int[64];
  }

  private boolean matches(int step) {
    if (lines.log().kind(step) == Kind.LINE && lines.log().values(step).isEmpty()) {
      return pattern.matcher(lines.source(step)).find();
    }
    return pattern.matcher(lines.of(step, false).plain()).find();
  }

  /** Where the first match begins and ends in a text, or null. */
  public int[] in(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? new int[] {matcher.start(), matcher.end()} : null;
  }
}
