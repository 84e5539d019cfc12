// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it.oracle;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ClassType;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import dev.afterglow.it.oracle.SourceShape.Loop;
import dev.afterglow.it.oracle.SourceShape.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applies the counting rules to the instructions that one activation of a method runs. */
final class Trace {
  /** What all activations of a method share: its lines and the numbers counted so far. */
  static final class Counted {
    private static final int SYNTHETIC = 0x1000;

    /** Bytes of code from which on the agent may have to count less, which the notices say. */
    private static final int LARGE = 4000;

    final Method method;
    final Instructions code;
    final SourceShape shape;
    final int lambda;

    /** Asked for at once: the JVM does not answer when it has ended. */
    private final boolean counts;

    /** Whether it begins with the flag of {@code assert}, on the line of the class's head. */
    final boolean setsFlag;

    /** Line of each place where the line table has an entry. */
    final TreeMap<Integer, Integer> entries = new TreeMap<>();

    final Map<Integer, Long> hits = new TreeMap<>();
    final Map<Loop, Long> rounds = new HashMap<>();

    Counted(Method method, SourceShape shape) {
      this.method = method;
      this.shape = shape;
      this.code = new Instructions(method.bytecodes());
      try {
        for (Location location : method.allLineLocations()) {
          entries.put((int) location.codeIndex(), location.lineNumber());
        }
      } catch (AbsentInformationException e) {
        entries.clear();
      }
      int end = method.bytecodes().length - 1;
      if (method.isConstructor() && entries.containsKey(end) && !shape.returns.get(line(end))) {
        // On no line: some compilers give the end of a constructor that of a static field.
        entries.put(end, 0);
      }
      boolean isLambda = method.name().startsWith("lambda$") && !entries.isEmpty();
      int first = entries.values().stream().min(Integer::compare).orElse(0);
      int last = entries.values().stream().max(Integer::compare).orElse(0);
      this.lambda = isLambda ? shape.lambda(first, last) : SourceShape.NO_LAMBDA;
      this.counts = isCounted();
      this.setsFlag =
          method.isStaticInitializer()
              && method.declaringType().fieldByName("$assertionsDisabled") != null;
    }

    /** False for bridges, accessors and the like. */
    boolean counts() {
      return counts;
    }

    private boolean isCounted() {
      boolean made = method.isSynthetic() && !method.name().startsWith("lambda$");
      boolean ofEnum = isEnum() && method.isStatic() && method.name().matches("values|valueOf");
      boolean madeClass = (method.declaringType().modifiers() & SYNTHETIC) != 0;
      return !(entries.isEmpty() || made || method.isBridge() || ofEnum || madeClass);
    }

    private boolean isEnum() {
      return method.declaringType() instanceof ClassType type && type.isEnum();
    }

    int line(int at) {
      Map.Entry<Integer, Integer> entry = entries.floorEntry(at);
      return entry == null ? 0 : entry.getValue();
    }

    /**
     * Whether it is a constructor that nobody wrote, of a class with nothing on its head's line.
     */
    boolean bareHead() {
      String name = method.declaringType().name();
      String simple = name.substring(name.lastIndexOf('$') + 1);
      boolean anonymous = simple.matches("\\d+");
      return method.isConstructor()
          && (anonymous || shape.bareHeads.contains(simple.replaceFirst("^\\d+", "")));
    }

    int nesting() {
      return shape.nesting(lambda);
    }

    /** Whether the loop stands in this method and not in a class or lambda around or inside it. */
    boolean contains(Loop loop) {
      Span sure = loop.shape() == SourceShape.Shape.ENDLESS ? loop.body() : loop.head();
      return loop.head().owner() == lambda && entries.containsValue(sure.first());
    }

    boolean large() {
      return method.bytecodes().length > LARGE;
    }

    /** Whether a jump leads from a loop's end to its beginning; not if each round leaves. */
    boolean goesRound(Loop loop) {
      for (int at = 0; at < method.bytecodes().length; at += code.length(at)) {
        int to = code.backward(at);
        boolean around = to >= 0 && loop.around(line(at)) && loop.around(line(to));
        boolean begins =
            switch (loop.shape()) {
              case TOP -> loop.head().contains(line(Math.max(to, 0)));
              case BOTTOM -> loop.head().contains(line(at));
              default -> loop.body().first() == line(Math.max(to, 0));
            };
        if (around && begins) {
          return true;
        }
      }
      return false;
    }
  }

  /** One evaluation of a statement that stands on several lines. */
  private static final class Evaluation {
    final Span span;
    final int start;
    final Map<Integer, Integer> visitStarts = new HashMap<>();

    Evaluation(Span span, int start) {
      this.span = span;
      this.start = start;
    }
  }

  private static final int NOWHERE = -1;

  final Counted counted;

  /** How many frames the thread has up to this one. */
  final int frames;

  private final List<Evaluation> evaluations = new ArrayList<>();
  private final BitSet visited = new BitSet();
  private final Map<Loop, Integer> loopStarts = new HashMap<>();
  private int at = NOWHERE;
  private int line;
  private int visitStart;

  Trace(Counted counted, int frames) {
    this.counted = counted;
    this.frames = frames;
  }

  /** Whether the activation's next instruction can be this one without an exception. */
  boolean goesOnAt(int next) {
    return at != NOWHERE && counted.code.follows(at, next);
  }

  /** The instruction is about to run. */
  void step(int next) {
    int to = counted.line(next);
    if (counted.counts()) {
      endEvaluations(next, to);
      if (hit(next, to) && counted.shape.written.get(to)) {
        counted.hits.merge(to, 1L, Long::sum);
        visited.set(to);
      }
      countRounds(next, to);
    }
    at = next;
    line = to;
  }

  private boolean hit(int next, int to) {
    if (at == NOWHERE) {
      arrive(next, to);
      return !counted.bareHead();
    }
    boolean sameLine = to == line;
    if (!goesOnAt(next)) {
      arrive(next, to);
      boolean guarded = !sameLine || counted.shape.guardsMore(to);
      boolean caught = guarded && !counted.code.unlocks(next);
      // Some compilers give what keeps an exception for a finally the line of a label in it.
      return caught && !counted.shape.closesOnThrow(line, to) && !counted.shape.labelOnly(to);
    }
    if (sameLine) {
      boolean begunBehind = visitStart > next && visitStart <= at;
      visitStart = Math.min(visitStart, next);
      return next <= at && !begunBehind;
    }
    // Where what begins has the line of the code before it, the table has no entry.
    boolean begins =
        counted.entries.containsKey(next) || counted.shape.begins(line, to, counted.lambda);
    if (next <= at) {
      arrive(next, to);
      // Rule 4: where a guard says no, the switch is asked for the next pattern.
      return begins || !counted.shape.asksAgain(line, to);
    }
    Span span = counted.shape.statement(to, counted.lambda);
    for (Evaluation evaluation : evaluations) {
      if (evaluation.span.equals(span) && evaluation.visitStarts.containsKey(to)) {
        visitStart = evaluation.visitStarts.get(to);
        return false; // rule 2
      }
    }
    boolean written = begins && !compilerMade(next, to);
    if (written) {
      arrive(next, to);
    } else {
      visitStart = next;
    }
    // The initialisers of fields run behind the head of a constructor, before its statements.
    boolean headAgain = counted.method.isConstructor() && to == counted.line(0) && visited.get(to);
    return written && !headAgain;
  }

  /** Rules 2 and 4: arrivals at code that stands in no source. */
  private boolean compilerMade(int next, int to) {
    SourceShape shape = counted.shape;
    boolean handsOver = handsOver(next, to) && visited.get(to);
    boolean end = counted.code.opcode(next) == Instructions.RETURN && !shape.returns.get(to);
    boolean made = end || jumpsOnly(next, to) || jumpsBehindTry(next, to);
    return handsOver || made || shape.closes(line, to);
  }

  /**
   * Whether it is no more than a jump, and not one that was written on a line of its own. At the
   * end of a block it may have the line of what stands behind the brace, and behind a finally that
   * of a {@code break} or {@code continue} whose line ran before.
   */
  private boolean jumpsOnly(int next, int to) {
    Instructions code = counted.code;
    int target = code.target(next);
    boolean jumps = code.opcode(next) == Instructions.GOTO && counted.line(target) != to;
    return jumps && !counted.shape.jumpsAlone(to, counted.lambda);
  }

  /** Whether it is the jump over a catch that begins on the line, and does not go on there. */
  private boolean jumpsBehindTry(int next, int to) {
    Instructions code = counted.code;
    int target = code.opcode(next) == Instructions.GOTO ? code.target(next) : next;
    boolean goesOn = counted.line(target) == to && code.opcode(target) != Instructions.RETURN;
    return counted.shape.catches.get(to) && !(goesOn && counted.shape.goingOn.get(to));
  }

  /** Whether a return goes on behind what runs at the end of the statements around it. */
  private boolean handsOver(int next, int to) {
    return counted.shape.returns.get(to)
        && counted.code.handsOver(next)
        && counted.shape.leavesThrough(line, to);
  }

  /** A visit begins. */
  private void arrive(int next, int to) {
    visitStart = next;
    Span span = counted.shape.statement(to, counted.lambda);
    if (span != null && span.first() != span.last()) {
      Evaluation known = null;
      for (Evaluation evaluation : evaluations) {
        known = evaluation.span.equals(span) ? evaluation : known;
      }
      if (known == null) {
        known = new Evaluation(span, next);
        evaluations.add(known);
      }
      known.visitStarts.put(to, next);
    }
  }

  private void endEvaluations(int next, int to) {
    boolean jumpsBack = next <= at && goesOnAt(next);
    evaluations.removeIf(e -> !e.span.contains(to) || (jumpsBack && next <= e.start));
  }

  private void countRounds(int next, int to) {
    // Behind what runs at the end of the statements around a jump or return, it goes on.
    boolean leaves = next > at && goesOnAt(next) && counted.shape.leavesThrough(line, to);
    for (Loop loop : counted.shape.loops) {
      if (!loop.countable() || !counted.contains(loop)) {
        continue;
      }
      boolean outside = at == NOWHERE || !loop.body().contains(line);
      boolean entered = loop.body().contains(to) && outside && !leaves;
      switch (loop.shape()) {
        case TOP -> {
          // The jump of a loop around this one may have the line of its body.
          if (entered && loop.head().contains(line) && !jumpsOnly(next, to)) {
            counted.rounds.merge(loop, 1L, Long::sum);
          }
        }
        case BOTTOM -> {
          if (entered) {
            counted.rounds.merge(loop, 1L, Long::sum);
          }
        }
        default -> {
          // What javac makes behind a loop has the line of its last statement.
          if (entered && counted.entries.containsKey(next)) {
            loopStarts.put(loop, next);
            counted.rounds.merge(loop, 1L, Long::sum);
          } else if (next <= at && loopStarts.getOrDefault(loop, NOWHERE) == next) {
            counted.rounds.merge(loop, 1L, Long::sum);
          }
        }
      }
    }
  }

  /** Lines that the method's table knows. */
  static BitSet lines(Counted counted) {
    BitSet lines = new BitSet();
    counted.entries.values().forEach(lines::set);
    return lines;
  }
}
