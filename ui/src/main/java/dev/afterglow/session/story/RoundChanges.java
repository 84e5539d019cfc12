// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a round of a loop changed; of arrays and lists which elements: a swap changes two. */
final class RoundChanges {
  private final Map<String, Value> last = new HashMap<>();

  /** Of each name its elements by their own names, the latest change first. */
  private final Map<String, Map<String, Value>> found = new HashMap<>();

  /** Names that got another value as a whole. */
  private final Set<String> whole = new HashSet<>();

  private RoundChanges() {}

  /**
   * Looks at a round.
   *
   * @param last its last step
   * @param start its first step
   */
  static RoundChanges of(StepLog log, int last, int start) {
    RoundChanges elements = new RoundChanges();
    Moment.walk(log, last, start, start, () -> true, elements::add);
    return elements;
  }

  private void add(Kind kind, Value value) {
    // What is told with a catch need not have changed.
    if (kind == Kind.CATCH) {
      return;
    }
    last.putIfAbsent(value.name(), value);
    if (whole.contains(value.name())) {
      return;
    }
    ChangedElement.of(value)
        .ifPresentOrElse(
            element ->
                found
                    .computeIfAbsent(value.name(), name -> new LinkedHashMap<>())
                    .putIfAbsent(element.name(), element),
            () -> whole.add(value.name()));
  }

  /** The last value that a name got, or null if it did not change. */
  Value last(String name) {
    return last.get(name);
  }

  /** Those of a name in the order in which they changed; empty if not several of it stand out. */
  List<Value> of(String name) {
    Map<String, Value> elements = found.getOrDefault(name, Map.of());
    if (elements.size() < 2 || whole.contains(name)) {
      return List.of();
    }
    List<Value> all = new ArrayList<>(elements.values());
    Collections.reverse(all);
    return List.copyOf(all);
  }
}
