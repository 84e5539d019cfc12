// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Value;
import java.util.Optional;

/** The one element of a long array or list that a line changed, by its index. */
public final class ChangedElement {
  private ChangedElement() {}

  /**
   * The element, as a value called {@code crossed[20]} or {@code grid[3][1]}.
   *
   * @return nothing if no single element of an array or list stands out, or its index is not known
   */
  public static Optional<Value> of(Value value) {
    boolean marked = value.from() < value.to() && value.to() <= value.text().length();
    return marked && value.text().startsWith("[") ? in(value, 0, value.name()) : Optional.empty();
  }

  /** The element below a bracket. */
  private static Optional<Value> in(Value value, int bracket, String name) {
    String text = value.text();
    int index = 0;
    int start = bracket + 1;
    while (start < text.length()) {
      int end = Texts.endOfPart(text, start);
      String part = text.substring(start, end);
      String path = name + "[" + index + "]";
      if (value.from() == start && value.to() == end) {
        return Optional.of(new Value(path, part, 0, part.length()));
      }
      if (value.from() < end) {
        return part.startsWith("[") ? in(value, start, path) : Optional.empty();
      }
      int left = Texts.leftOut(part);
      if (left < 0) {
        return Optional.empty();
      }
      index += Math.max(1, left);
      start = end + 2;
    }
    return Optional.empty();
  }
}
