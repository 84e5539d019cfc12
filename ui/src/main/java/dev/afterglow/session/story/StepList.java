// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import java.util.Arrays;

/** Some steps of a log in ascending order: rows of the story, places that were found. Immutable. */
public final class StepList {
  /** No steps. */
  public static final StepList NONE = new StepList(new int[0], 0);

  private final int[] steps;
  private final int size;

  /** The array is not copied: its first items must not change. */
  StepList(int[] steps, int size) {
    this.steps = steps;
    this.size = size;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The step at a place. */
  public int step(int place) {
    if (place >= size) {
      throw new IndexOutOfBoundsException(place);
    }
    return steps[place];
  }

  /** The place of a step, or of the last one before it; -1 if there is none. */
  public int place(int step) {
    int at = Arrays.binarySearch(steps, 0, size, step);
    return at >= 0 ? at : -at - 2;
  }

  /** The place of a step counted from 1, 0 if it is not among these. */
  public int number(int step) {
    return Math.max(0, Arrays.binarySearch(steps, 0, size, step) + 1);
  }

  /** The first one behind a step, or the first of all; -1 if there is none. */
  public int next(int step) {
    int at = place(step) + 1;
    return size == 0 ? -1 : at < size ? steps[at] : steps[0];
  }

  /** The last one before a step, or the last of all; -1 if there is none. */
  public int previous(int step) {
    int at = place(step - 1);
    return size == 0 ? -1 : at >= 0 ? steps[at] : steps[size - 1];
  }

  /** The steps from one place to another, that one included. */
  public int[] range(int from, int to) {
    return Arrays.copyOfRange(steps, from, to + 1);
  }
}
