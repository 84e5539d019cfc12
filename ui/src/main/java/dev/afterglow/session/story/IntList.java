// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import java.util.Arrays;

/** A list of {@code int}s that only grows, or is cut at its end. */
final class IntList {
  private int[] items = new int[16];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return items[index];
  }

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size + (size >> 1) + 1);
    }
    items[size++] = item;
  }

  int last() {
    return get(size - 1);
  }

  void set(int index, int item) {
    items[index] = item;
  }

  void cut(int newSize) {
    size = newSize;
  }

  /** The place of an item of a sorted list, or where it would stand as {@code -place - 1}. */
  int find(int item) {
    return Arrays.binarySearch(items, 0, size, item);
  }

  /** How many items of a sorted list are smaller. */
  int below(int item) {
    int at = find(item);
    return at >= 0 ? at : -at - 1;
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
