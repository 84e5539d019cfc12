// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench.cost;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The obvious way to count lines: a map from class and line to an atomic number. Any thread. */
public final class LineMap {
  private static final ConcurrentHashMap<String, ConcurrentHashMap<Integer, AtomicLong>> COUNTS =
      new ConcurrentHashMap<>();

  private LineMap() {}

  /** Called at every entry of a line table. */
  public static void hit(String className, int line) {
    COUNTS
        .computeIfAbsent(className, name -> new ConcurrentHashMap<>())
        .computeIfAbsent(line, number -> new AtomicLong())
        .incrementAndGet();
  }
}
