// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import dev.afterglow.it.oracle.SourceShape.Loop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers that the oracle finds for the lines of some source files. */
public final class OracleCounts {
  /** The value of a number that a line does not have. */
  public static final long NONE = -1;

  /** The value of a number about which the oracle says nothing. */
  public static final long UNKNOWN = -2;

  private final Map<String, SourceShape> shapes = new HashMap<>();
  private final Map<Method, Trace.Counted> methods = new LinkedHashMap<>();

  private OracleCounts() {}

  /**
   * Runs a main class that prints {@code all run} and nothing else.
   *
   * @param classPath of the program, with the runner
   * @param runner name of the class whose main method runs the programs
   * @param arguments its arguments
   * @param sources the sources of the programs
   */
  public static OracleCounts of(
      String classPath, String runner, String arguments, Collection<Path> sources)
      throws IOException {
    OracleCounts counts = new OracleCounts();
    for (Path source : sources) {
      counts.shapes.put(source.getFileName().toString(), SourceShape.of(source));
    }
    Stepper.run(classPath, runner, arguments, counts);
    return counts;
  }

  /** Whether the class is one of the programs'. */
  boolean loaded(ReferenceType type) {
    SourceShape shape = shape(type);
    if (shape == null) {
      return false;
    }
    for (Method method : type.methods()) {
      if (!method.isAbstract() && !method.isNative()) {
        methods.put(method, new Trace.Counted(method, shape));
      }
    }
    return true;
  }

  Trace.Counted of(Method method) {
    return methods.computeIfAbsent(
        method,
        m -> {
          SourceShape shape = shape(m.declaringType());
          return new Trace.Counted(m, shape == null ? SourceShape.EMPTY : shape);
        });
  }

  private SourceShape shape(ReferenceType type) {
    return shapes.get(source(type));
  }

  /** The name of a class's source file, or an empty one. */
  static String source(ReferenceType type) {
    try {
      return type.sourceName();
    } catch (AbsentInformationException e) {
      return "";
    }
  }

  /**
   * What a line shows.
   *
   * @param hits the hits, {@link #NONE} or {@link #UNKNOWN}
   * @param rounds the rounds, {@link #NONE} or {@link #UNKNOWN}
   * @param lambdas hits of a lambda or second method, {@link #NONE} or {@link #UNKNOWN}
   */
  public record Line(long hits, long rounds, long lambdas) {}

  /** What a line of a file shows. */
  public Line line(String file, int line) {
    SourceShape shape = shapes.get(file);
    List<Trace.Counted> all = new ArrayList<>();
    for (Trace.Counted counted : methods.values()) {
      boolean here = counted.shape == shape && counted.counts();
      boolean head = (counted.bareHead() || counted.setsFlag) && counted.entries.get(0) == line;
      if (here && !head && shape.written.get(line) && Trace.lines(counted).get(line)) {
        all.add(counted);
      }
    }
    if (all.stream().anyMatch(Trace.Counted::large)) {
      return new Line(UNKNOWN, UNKNOWN, UNKNOWN);
    }
    Trace.Counted owner = null;
    for (Trace.Counted counted : all) {
      boolean first = owner == null || rank(counted) < rank(owner);
      owner = first ? counted : owner;
    }
    long hits = NONE;
    long lambdas = NONE;
    for (Trace.Counted counted : all) {
      long number = counted.hits.getOrDefault(line, 0L);
      if (counted == owner || (isConstructor(counted) && isConstructor(owner))) {
        hits = Math.max(0, hits) + number;
      } else {
        lambdas = Math.max(0, lambdas) + number;
      }
    }
    long rounds = rounds(shape, line, owner);
    for (Loop loop : shape.loops) {
      if (loop.shape() == SourceShape.Shape.ENDLESS && loop.head().first() == line) {
        hits = rounds;
      }
    }
    return new Line(hits, rounds, lambdas);
  }

  private static boolean isConstructor(Trace.Counted counted) {
    return counted.method.isConstructor();
  }

  private static int rank(Trace.Counted counted) {
    String name = counted.method.declaringType().name();
    return 1000 * (int) name.chars().filter(c -> c == '$').count() + counted.nesting();
  }

  /** The rounds of the only loop on a line; unknown if there are several or it is on one line. */
  private long rounds(SourceShape shape, int line, Trace.Counted owner) {
    long rounds = NONE;
    BitSet heads = new BitSet();
    for (Loop loop : shape.loops) {
      if (!loop.head().contains(line)) {
        continue;
      }
      boolean oneLine = loop.head().first() == loop.head().last();
      if (heads.get(line) || !loop.countable() || !oneLine) {
        return UNKNOWN;
      }
      heads.set(line);
      rounds = 0;
      boolean goesRound = false;
      for (Trace.Counted counted : methods.values()) {
        if (counted.shape == shape) {
          if (counted.large() && counted.contains(loop)) {
            return UNKNOWN;
          }
          rounds += counted.rounds.getOrDefault(loop, 0L);
          goesRound |= counted.contains(loop) && counted.goesRound(loop);
        }
      }
      if (!goesRound) {
        return UNKNOWN;
      }
    }
    return owner == null && rounds == 0 ? UNKNOWN : rounds;
  }
}
