// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table that grows row by row. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(List<String> heads) {
    lines.add(row(heads));
    lines.add("|" + "---|".repeat(heads.size()));
  }

  Table(String... heads) {
    this(List.of(heads));
  }

  void add(List<String> cells) {
    lines.add(row(cells));
  }

  void add(String... cells) {
    add(List.of(cells));
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  @Override
  public String toString() {
    return String.join(System.lineSeparator(), lines);
  }
}
