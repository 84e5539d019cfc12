// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the counting rules want to know of a source: which lines which statements stand on. */
final class SourceShape {
  /** The owner of a span that stands in no lambda. */
  static final int NO_LAMBDA = -1;

  /**
   * The lines of a statement without nested ones, or of the head of one that has nested ones.
   *
   * @param owner index of the lambda that it stands in, or {@link #NO_LAMBDA}
   */
  record Span(int first, int last, int owner) {
    boolean contains(int line) {
      return first <= line && line <= last;
    }
  }

  /** How a loop tests its condition. */
  enum Shape {
    TOP,
    BOTTOM,
    ENDLESS
  }

  /**
   * A loop.
   *
   * @param head the lines of what stands in the parentheses
   * @param body the lines of the statements that go round
   * @param plain whether the body begins with a statement of its own, not with another loop
   */
  record Loop(Shape shape, Span head, Span body, boolean plain) {
    boolean around(int line) {
      return head.contains(line) || body.contains(line);
    }

    /** Whether trace and source suffice to count its rounds. */
    boolean countable() {
      boolean apart = body.first > head.last || body.last < head.first;
      return apart && (plain || shape != Shape.ENDLESS);
    }
  }

  /**
   * A statement whose end is compiled into each way out of it.
   *
   * @param whole all of it
   * @param exits the lines of what runs at its end
   * @param resources the lines of what is closed at its end
   * @param block the lines that its handlers guard
   */
  record Guard(Span whole, BitSet exits, BitSet resources, Span block) {}

  /** The statements, without nested ones. */
  final List<Span> statements = new ArrayList<>();

  /** Lines with code that somebody wrote. */
  final BitSet written = new BitSet();

  final BitSet returns = new BitSet();
  final BitSet catches = new BitSet();

  /** Lines with a brace and, behind it, what runs next. */
  final BitSet goingOn = new BitSet();

  /** Lines of {@code break} and {@code continue}. */
  final BitSet jumps = new BitSet();

  /** Lines with two values to choose from by a condition, or more, which begin there. */
  final BitSet choices = new BitSet();

  /** Lines of labels in a switch, and those on which stands what exceptions can lead to. */
  final BitSet labels = new BitSet();

  final BitSet handlers = new BitSet();

  /** Simple names of classes whose head has no code but the call of {@code super()}. */
  final Set<String> bareHeads = new HashSet<>();

  /** The {@link #statements} that are patterns of a switch. */
  final Set<Span> patterns = new HashSet<>();

  /** Switches that are expressions. */
  final List<Span> chosenValues = new ArrayList<>();

  final List<Span> switches = new ArrayList<>();
  final List<Guard> guards = new ArrayList<>();
  final List<Loop> loops = new ArrayList<>();

  /** The lambda's bodies; its owner is the lambda around it. */
  final List<Span> lambdas = new ArrayList<>();

  /** Of a class whose source is not known. */
  static final SourceShape EMPTY = new SourceShape();

  static final Pattern CLOSING = Pattern.compile("[\\s)};,\\]]+");

  private SourceShape() {}

  static SourceShape of(Path source) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjects(source.toFile()));
      SourceShape shape = new SourceShape();
      for (CompilationUnitTree unit : task.parse()) {
        new ShapeScanner(shape, unit, Trees.instance(task)).scan(unit, NO_LAMBDA);
      }
      List<String> lines = Files.readAllLines(source);
      for (int line = 1; line <= lines.size(); line++) {
        // What a statement ends with may have an entry in the line table: newer compilers differ.
        if (CLOSING.matcher(lines.get(line - 1)).matches()) {
          shape.written.clear(line);
        }
      }
      return shape;
    }
  }

  /** The innermost statement of a lambda or a method that a line belongs to, or null. */
  Span statement(int line, int owner) {
    Span innermost = null;
    for (Span span : statements) {
      boolean smaller =
          innermost == null || span.last - span.first <= innermost.last - innermost.first;
      if (span.owner == owner && span.contains(line) && smaller) {
        innermost = span;
      }
    }
    return innermost;
  }

  /** The smallest lambda around lines, or {@link #NO_LAMBDA}. */
  int lambda(int first, int last) {
    int found = NO_LAMBDA;
    for (int i = 0; i < lambdas.size(); i++) {
      Span span = lambdas.get(i);
      boolean around = span.first <= first && last <= span.last;
      if (around && (found == NO_LAMBDA || inside(span, lambdas.get(found)))) {
        found = i;
      }
    }
    return found;
  }

  private static boolean inside(Span a, Span b) {
    return a.last - a.first < b.last - b.first;
  }

  /** How many lambdas stand around one, itself included. */
  int nesting(int lambda) {
    return lambda == NO_LAMBDA ? 0 : 1 + nesting(lambdas.get(lambda).owner);
  }

  /** Whether a line has a {@code break} or {@code continue} and nothing else. */
  boolean jumpsAlone(int line, int owner) {
    return jumps.get(line)
        && statements.stream()
                .filter(s -> s.owner == owner && (s.first == line || s.last == line))
                .count()
            == 1;
  }

  /**
   * Whether control that comes to a line from another one comes to something that begins there: a
   * statement, or one of two values.
   */
  boolean begins(int from, int to, int owner) {
    boolean chosen = chosenValues.stream().anyMatch(s -> s.contains(from) && s.contains(to));
    return from < to
        && !chosen
        && (choices.get(to)
            || statements.stream()
                .filter(s -> s.owner == owner && s.first == to && !patterns.contains(s))
                .anyMatch(s -> !s.contains(from)));
  }

  /** Whether control that comes from a line to a return hands over a value that was ready. */
  boolean leavesThrough(int from, int to) {
    for (Guard guard : guards) {
      if (guard.whole.contains(to) && guard.exits.get(from) && !guard.exits.get(to)) {
        return true;
      }
    }
    return false;
  }

  /** Whether control that comes from a line to the head of a try closes what it opened. */
  boolean closes(int from, int to) {
    for (Guard guard : guards) {
      if (guard.resources.get(to) && guard.whole.contains(from) && !guard.resources.get(from)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an exception that comes to the head of a try with resources closes them. */
  boolean closesOnThrow(int from, int to) {
    return guards.stream().anyMatch(guard -> guard.resources.get(to) && guard.whole.contains(from));
  }

  /** Whether no exception leads to what somebody wrote on the line: a label, and no more. */
  boolean labelOnly(int line) {
    return labels.get(line) && !handlers.get(line);
  }

  /** Whether control that comes from a line goes to the head of a switch around it. */
  boolean asksAgain(int from, int to) {
    return switches.stream().anyMatch(s -> s.first() == to && s.contains(from));
  }

  /** Whether the handler of what fails on the line, and which stands on it, guards other lines. */
  boolean guardsMore(int line) {
    if (guards.stream().anyMatch(g -> g.whole.first == line && g.whole.last == line)) {
      return false;
    }
    for (Guard guard : guards) {
      boolean more = guard.block.first != line || guard.block.last != line;
      if (guard.whole.contains(line) && more) {
        return true;
      }
    }
    return false;
  }
}
