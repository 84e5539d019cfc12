// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things that are kept once and known by number; for few of them. Any thread may ask. */
final class Numbered<T> {
  private final List<T> all = new ArrayList<>();
  private final Map<T, Integer> numbers = new HashMap<>();

  /** The number of a thing; equal things have equal ones. */
  synchronized int number(T thing) {
    Integer known = numbers.putIfAbsent(thing, all.size());
    if (known == null) {
      all.add(thing);
      return all.size() - 1;
    }
    return known;
  }

  synchronized T get(int number) {
    return all.get(number);
  }

  synchronized int size() {
    return all.size();
  }
}
