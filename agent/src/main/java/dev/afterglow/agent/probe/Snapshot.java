// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * The elements of an array or a collection as they were, where a text shows the first of them only:
 * it tells which one has changed since. Not for more than a thousand elements, or 2,500 in arrays
 * of arrays. Immutable.
 */
final class Snapshot {
  /** No element has changed. */
  static final long SAME = -1;

  private static final int MOST = 1024;

  /** Of an array of arrays, all together: those that stay as they are share their copies. */
  private static final int MOST_INSIDE = 2500;

  private static final int NONE = -1;

  /** The array it is of; null if it holds more than numbers. */
  private final Object source;

  /** A copy; of an array of arrays of numbers with copies of those. */
  private final Object elements;

  private Snapshot(Object source, Object elements) {
    this.source = source;
    this.elements = elements;
  }

  /** A snapshot, or null if the value has none. */
  static Snapshot of(Object value, StepThread thread) {
    Snapshot last = thread.snapshot;
    if (last != null && last.source == value && last.difference(value) == SAME) {
      return last; // the argument of a recursion
    }
    Object all = JdkTypes.elements(value, MOST);
    if (all == null) {
      return null;
    }
    if (all instanceof Object[]) {
      Object[] copy = copy((Object[]) all, last == null ? null : last.elements);
      if (copy == null) {
        return null;
      }
      thread.snapshot = new Snapshot(null, copy);
      return thread.snapshot;
    }
    int length = Array.getLength(all);
    if (length <= Values.ELEMENTS || length > MOST) {
      return null;
    }
    thread.snapshot = new Snapshot(all, copy(all));
    return thread.snapshot;
  }

  /** A copy; of inner arrays that are in the last one too as they are now there is no second. */
  private static Object[] copy(Object[] all, Object last) {
    int length = all.length;
    if (length > MOST) {
      return null;
    }
    boolean cut = length > Values.ELEMENTS;
    for (Object each : all) {
      int inside = Values.isOfNumbers(each) ? Array.getLength(each) : 0;
      length += inside;
      cut |= inside > Values.ELEMENTS;
    }
    // Ten rows of three are shown; more may be cut.
    cut |= length - all.length > 3 * Values.ELEMENTS;
    if (!cut || length > MOST_INSIDE) {
      return null;
    }
    Object[] known = last instanceof Object[] ? (Object[]) last : new Object[0];
    Object[] copy = all.clone();
    for (int i = 0; i < copy.length; i++) {
      if (Values.isOfNumbers(copy[i])) {
        boolean same = i < known.length && isEqual(known[i], copy[i]);
        copy[i] = same ? known[i] : copy(copy[i]);
      }
    }
    return copy;
  }

  private static Object copy(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  /**
   * The first element that is another now.
   *
   * @return {@link #place} of it and of the first inside it that is another; {@link #SAME}
   */
  long difference(Object value) {
    Object now = JdkTypes.elements(value, MOST);
    if (now == null) {
      return SAME;
    }
    if (!(now instanceof Object[])) {
      int at = first(elements, now);
      return at == NONE ? SAME : place(at, NONE);
    }
    Object[] before = (Object[]) elements;
    Object[] after = (Object[]) now;
    for (int i = 0; i < after.length; i++) {
      if (i >= before.length) {
        return place(i, NONE);
      }
      boolean inside =
          Values.isOfNumbers(after[i])
              && before[i] != null
              && before[i].getClass() == after[i].getClass();
      int at = inside ? first(before[i], after[i]) : NONE;
      if (at != NONE) {
        return place(i, at);
      }
      if (!inside && before[i] != after[i] && !Values.same(before[i], after[i])) {
        return place(i, NONE);
      }
    }
    return SAME;
  }

  /** An element's place, and that of one inside it, -1 for none. */
  static long place(int at, int inside) {
    return (long) at << 32 | (inside & 0xFFFFFFFFL);
  }

  /** The first place of two arrays of the same type where the second has something else. */
  private static int first(Object before, Object after) {
    if (isEqual(before, after)) {
      return NONE;
    }
    int known = Array.getLength(before);
    int length = Array.getLength(after);
    for (int i = 0; i < length; i++) {
      if (i >= known || differ(before, after, i)) {
        return i;
      }
    }
    return NONE;
  }

  /** Quick for the common types; of others only {@link #first} knows. */
  private static boolean isEqual(Object before, Object after) {
    if (before == null || before.getClass() != after.getClass()) {
      return false;
    }
    if (before instanceof int[]) {
      return Arrays.equals((int[]) before, (int[]) after);
    }
    if (before instanceof boolean[]) {
      return Arrays.equals((boolean[]) before, (boolean[]) after);
    }
    if (before instanceof char[]) {
      return Arrays.equals((char[]) before, (char[]) after);
    }
    if (before instanceof double[]) {
      return Arrays.equals((double[]) before, (double[]) after);
    }
    if (before instanceof long[]) {
      return Arrays.equals((long[]) before, (long[]) after);
    }
    return before instanceof byte[] && Arrays.equals((byte[]) before, (byte[]) after);
  }

  private static boolean differ(Object before, Object after, int i) {
    if (before instanceof int[]) {
      return ((int[]) before)[i] != ((int[]) after)[i];
    }
    if (before instanceof boolean[]) {
      return ((boolean[]) before)[i] != ((boolean[]) after)[i];
    }
    return !Array.get(before, i).equals(Array.get(after, i));
  }
}
