// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** A sorted sample of measured values, in whatever unit they were taken. */
final class Stats {
  private final double[] sorted;

  Stats(Collection<? extends Number> values) {
    sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no values were measured");
    }
  }

  Stats(long[] values) {
    this(Arrays.stream(values).boxed().toList());
  }

  int size() {
    return sorted.length;
  }

  double min() {
    return sorted[0];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  double mean() {
    return Arrays.stream(sorted).average().orElseThrow();
  }

  double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The smallest value that at least {@code percent} of all values do not exceed. */
  double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  /** {@code median [min–max]}, each divided by {@code unit}. */
  String range(int digits, double unit) {
    return number(median() / unit, digits)
        + " ["
        + number(min() / unit, digits)
        + "–"
        + number(max() / unit, digits)
        + "]";
  }

  /** A number with a fixed count of digits behind the point, the same in every locale. */
  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
