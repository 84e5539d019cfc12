// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** The elements of a rendered value, and which of them are new since it was rendered before. */
final class Elements {
  private static final int MOST = 32;

  /** Of so many elements at most that differ, each is new at its place, not moved. */
  private static final int IN_PLACE = 2;

  private final CharSequence text;
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private int size;

  /** Whether some elements are not in the text, and how many it says there are. */
  private boolean cut;

  private int more;

  private Elements(CharSequence text) {
    this.text = text;
    int open = 0;
    while (open < text.length() && text.charAt(open) != '[' && text.charAt(open) != '{') {
      char c = text.charAt(open++);
      if (c == '"' || c == '\'') {
        return;
      }
    }
    read(open);
  }

  private void read(int open) {
    int depth = 0;
    int start = open + 1;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        i = endOfQuote(i, c);
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        if (--depth == 0) {
          add(start, i);
          return;
        }
      } else if (c == ',' && depth == 1) {
        add(start, i);
        start = i + 2;
      }
    }
    cut = true; // its last element is not whole
  }

  private int endOfQuote(int at, char quote) {
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  private void add(int start, int end) {
    if (start >= end) {
      return;
    }
    if (text.charAt(start) == '…') {
      cut = true;
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        more = c >= '0' && c <= '9' ? 10 * more + c - '0' : more;
      }
    } else if (size < MOST) {
      starts[size] = start;
      ends[size++] = end;
    }
  }

  private boolean same(int at, Elements other, int otherAt) {
    int length = ends[at] - starts[at];
    if (length != other.ends[otherAt] - other.starts[otherAt]) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(starts[at] + i) != other.text.charAt(other.starts[otherAt] + i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The part of a text from the first to the last element that is new.
   *
   * @param inPlace whether elements keep their places, as those of an array
   * @return where it begins in the upper half, then where it ends; 0 if nothing stands out
   */
  static long difference(CharSequence before, CharSequence now, boolean inPlace) {
    Elements old = new Elements(before);
    Elements all = new Elements(now);
    if (old.cut && old.size + old.more > all.size + all.more) {
      return 0; // what has come into sight is not new
    }
    boolean[] fresh = all.size == old.size ? all.differing(old) : null;
    if (fresh == null || (!inPlace && count(fresh) > IN_PLACE)) {
      fresh = all.inserted(old);
    }
    int first = 0;
    int last = all.size - 1;
    while (first <= last && !fresh[first]) {
      first++;
    }
    while (last > first && !fresh[last]) {
      last--;
    }
    return first > last ? 0 : ((long) all.starts[first]) << 32 | all.ends[last];
  }

  private static int count(boolean[] fresh) {
    int count = 0;
    for (boolean each : fresh) {
      count += each ? 1 : 0;
    }
    return count;
  }

  private boolean[] differing(Elements old) {
    boolean[] fresh = new boolean[size];
    for (int i = 0; i < size; i++) {
      fresh[i] = !same(i, old, i);
    }
    return fresh;
  }

  /** Those that are not in the longest row of elements that both have in this order. */
  private boolean[] inserted(Elements old) {
    int[][] longest = new int[size + 1][old.size + 1];
    for (int i = size - 1; i >= 0; i--) {
      for (int j = old.size - 1; j >= 0; j--) {
        longest[i][j] =
            same(i, old, j)
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    boolean[] fresh = new boolean[size];
    int j = 0;
    for (int i = 0; i < size; i++) {
      while (j < old.size && !same(i, old, j) && longest[i][j + 1] == longest[i][j]) {
        j++;
      }
      boolean kept = j < old.size && same(i, old, j);
      fresh[i] = !kept;
      j += kept ? 1 : 0;
    }
    return fresh;
  }
}
