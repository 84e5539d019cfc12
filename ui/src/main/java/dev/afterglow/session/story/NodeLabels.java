// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.TreeChoice.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands in the nodes of one picture: short, and what tells the calls apart. A tool tip has
 * the rest.
 */
final class NodeLabels {
  /** More boxes than these have the arguments alone below the first levels. */
  private static final int LARGE = 9;

  /** More boxes than these do without brackets there. */
  private static final int CROWD = 25;

  private static final int MAX_LABEL = 22;
  private static final int MAX_PART = 8;
  private static final int MAX_RESULT = 12;

  /** What reads alike in all calls but one of so many does not tell them apart. */
  private static final int ALIKE = 8;

  private final StepLog log;
  private final List<Method> methods;
  private final int boxes;

  /** Of each call the arguments that differ, in brief. */
  private final Map<Box, List<Value>> differing = new HashMap<>();

  /** The arguments that are left out, by number of the method. */
  private final Map<Integer, Set<String>> left = new HashMap<>();

  NodeLabels(CallTree tree, List<Box> boxes) {
    this.log = tree.log();
    this.methods = tree.methods();
    this.boxes = boxes.size();
    for (Box box : boxes) {
      if (box.folded == 0) {
        differing.put(box, brief(tree.differing(box.call)));
      }
    }
    findAlike();
  }

  /** One argument of all drawn calls of a method, as it would be cut. */
  private static final class Column {
    private final Map<String, Integer> cut = new HashMap<>();
    private int whole;
    private int all;

    void add(String text) {
      all++;
      if (text.length() > MAX_PART) {
        cut.merge(Calls.cut(text, MAX_PART), 1, Integer::sum);
      } else {
        whole++;
      }
    }

    /** Whether all of it is read as it is. */
    boolean whole() {
      return whole == all;
    }

    /** Whether next to nothing of it would tell calls apart: a board, say, cut at its begin. */
    boolean alike() {
      int most = cut.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      return ALIKE * most >= (ALIKE - 1) * (all - whole) && 2 * whole < all;
    }
  }

  private static List<Value> brief(List<Value> values) {
    return values.stream().map(value -> new Value(value.name(), brief(value.text()))).toList();
  }

  private void findAlike() {
    Map<Integer, Map<String, Column>> methods = new HashMap<>();
    differing.forEach(
        (box, values) -> {
          Map<String, Column> columns =
              methods.computeIfAbsent(log.methodNumber(box.call), method -> new HashMap<>());
          for (Value value : values) {
            columns.computeIfAbsent(value.name(), name -> new Column()).add(value.text());
          }
        });
    methods.forEach(
        (method, columns) -> {
          Set<String> alike = new HashSet<>(columns.keySet());
          alike.removeIf(name -> !columns.get(name).alike());
          Set<String> cut = new HashSet<>(columns.keySet());
          cut.removeIf(name -> columns.get(name).whole());
          if (cut.size() < columns.size() && tellApart(method, cut)) {
            left.put(method, cut);
          } else if (alike.size() < columns.size()) {
            left.put(method, alike);
          }
        });
  }

  /** Whether calls of a method that differ do so without some of the arguments, too. */
  private boolean tellApart(int method, Set<String> without) {
    Set<List<Value>> all = new HashSet<>();
    Set<List<Value>> some = new HashSet<>();
    differing.forEach(
        (box, values) -> {
          if (log.methodNumber(box.call) == method) {
            all.add(values);
            some.add(values.stream().filter(value -> !without.contains(value.name())).toList());
          }
        });
    return some.size() == all.size();
  }

  /** The call, or how many are folded. */
  String of(Box box) {
    if (box.folded > 0) {
      return Numbers.of(box.folded, "call") + " folded";
    }
    boolean small = boxes > LARGE && box.level > 1 && methods.size() == 1;
    String name = small ? "" : MethodNames.inClass(log.method(box.call), methods);
    int room = Math.max(6, MAX_LABEL - name.length());
    String cut = Calls.cut(arguments(box, room), room);
    return small && boxes > CROWD && !cut.isEmpty() ? cut : name + '(' + cut + ')';
  }

  /**
   * An array must not hide the numbers behind it: of several that do not fit, long ones are cut.
   */
  private String arguments(Box box, int room) {
    Set<String> leftOut = left.getOrDefault(log.methodNumber(box.call), Set.of());
    List<Value> shown = new ArrayList<>(differing.get(box));
    shown.removeIf(value -> leftOut.contains(value.name()));
    String all = joined(shown, Integer.MAX_VALUE);
    return shown.size() == 1 || all.length() <= room ? all : joined(shown, MAX_PART);
  }

  private static String joined(List<Value> values, int most) {
    return values.stream()
        .map(value -> Calls.cut(value.text(), most))
        .collect(Collectors.joining(", "));
  }

  /** What a call returned, cut. */
  static String result(String text) {
    return Calls.cut(brief(text), MAX_RESULT);
  }

  /** An object by its numbers and texts, without the objects it holds: {@code Node{key=3…}}. */
  static String brief(String text) {
    int open = 0;
    while (open < text.length() && Character.isJavaIdentifierPart(text.charAt(open))) {
      open++;
    }
    boolean isObject = open > 0 && open < text.length() && "{[".indexOf(text.charAt(open)) >= 0;
    if (!isObject) {
      return text;
    }
    List<String> parts = Texts.parts(text);
    List<String> plain = parts.stream().filter(NodeLabels::isPlain).toList();
    if (plain.size() == parts.size()) {
      return text;
    }
    String name = text.substring(0, open);
    String close = text.charAt(open) == '{' ? "…}" : "…]";
    return plain.isEmpty() ? name : name + text.charAt(open) + String.join(", ", plain) + close;
  }

  private static boolean isPlain(String part) {
    String value = part.substring(part.indexOf('=') + 1).strip();
    return value.equals("true")
        || value.equals("false")
        || (!value.isEmpty() && "-\"'0123456789".indexOf(value.charAt(0)) >= 0);
  }
}
