// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one element of a long array or list that a line changed, by its index. */
public final class ChangedElement {
  private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");

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

  /**
   * An element in another text of its array or list.
   *
   * @param whole the text; the part that stands out is of no interest
   * @param path the element's name, {@code grid[3][1]}
   * @return the text with the element standing out; nothing if it is not in it
   */
  public static Optional<Value> at(Value whole, String path) {
    String text = whole.text();
    Matcher index = INDEX.matcher(path.substring(whole.name().length()));
    int from = 0;
    int to = text.length();
    while (index.find()) {
      int left = Integer.parseInt(index.group(1));
      int start = from + 1;
      to = Texts.endOfPart(text, start);
      for (; left > 0 && start < text.length(); to = Texts.endOfPart(text, start)) {
        left -= Math.max(1, Texts.leftOut(text.substring(start, to)));
        start = to + 2;
        if (start > text.length()) {
          return Optional.empty();
        }
      }
      if (left != 0 || start >= to || Texts.leftOut(text.substring(start, to)) != 0) {
        return Optional.empty();
      }
      from = start;
    }
    return Optional.of(new Value(whole.name(), text, from, to));
  }
}
