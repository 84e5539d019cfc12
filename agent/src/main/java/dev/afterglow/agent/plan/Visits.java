// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/** Marks the edges on which a line is hit: counting rules 1, 2 and 4. */
final class Visits {
  private final Code code;
  private final CompilerCode compiler;

  /** The hits of each line that has code, by {@link LineId}. */
  final Map<Integer, Quantity> hits = new TreeMap<Integer, Quantity>();

  /** Lines that something else than a closing brace begins on. */
  final Set<Integer> written = new HashSet<Integer>();

  /** Instructions with which a line begins that is hit later, at its back edge. */
  final BitSet early = new BitSet();

  /** The conditional jumps back of loops whose condition stands behind the body. */
  private final BitSet bottomJumps = new BitSet();

  /** From the first instruction of such a condition to that of the body. */
  private final Map<Integer, Integer> bodies = new TreeMap<Integer, Integer>();

  private Blocks blocks;
  private Map<Integer, List<Integer>> entries;

  Visits(Code code, CompilerCode compiler) {
    this.code = code;
    this.compiler = compiler;
  }

  /**
   * Marks them.
   *
   * @param later whether the first line is hit only when control comes back to it
   */
  void mark(boolean later) {
    findBottomConditions();
    for (int i = 0; i < code.size(); i++) {
      if (code.line[i] == 0 || code.depth(i) < 0) {
        continue;
      }
      boolean suppressed = false;
      boolean judged = false;
      for (Edge edge : code.into[i]) {
        if (!enters(edge) || (later && edge.kind == Edge.Kind.START)) {
          continue;
        }
        if (edge.from >= 0 && goesOn(edge)) {
          hit(edge);
          continue;
        }
        if (!judged) {
          judged = true;
          suppressed = compiler.begins(i) || continues(i);
        }
        if (!suppressed) {
          if (edge.from >= 0 && countedAtBackEdge(i)) {
            early.set(i);
          } else {
            hit(edge);
          }
        }
      }
    }
  }

  /**
   * ECJ lays out a loop as a jump to its condition, body, condition, jump back to the body. Then a
   * further round of the line is where the condition is reached from inside, not the jump back.
   */
  private void findBottomConditions() {
    for (int body = 1; body < code.size(); body++) {
      Edge[] in = code.into[body];
      Edge[] out = code.outOf[body - 1];
      boolean jumpedOver = out.length == 1 && out[0].kind == Edge.Kind.GOTO;
      if (jumpedOver && in.length == 1 && in[0].backward() && code.conditional(in[0].from)) {
        int condition = out[0].to;
        if (condition > body && condition <= in[0].from) {
          bottomJumps.set(in[0].from);
          bodies.put(condition, body);
        }
      }
    }
  }

  /** Whether control comes to such a condition from the loop's body, on the same line. */
  private boolean turnsInto(Edge edge) {
    Integer body = bodies.get(edge.to);
    return body != null
        && edge.from >= body
        && edge.from < edge.to
        && code.line[edge.from] == code.line[edge.to];
  }

  private void hit(Edge edge) {
    int line = code.line[edge.to];
    Quantity quantity = hits.get(line);
    if (quantity == null) {
      quantity = new Quantity();
      hits.put(line, quantity);
    }
    edge.count(quantity);
    edge.visit = line;
    if (!compiler.closes(edge.to)) {
      written.add(line);
    }
  }

  /** Whether it is a further visit of the same line, or the first of an inlined function's. */
  private boolean goesOn(Edge edge) {
    return code.lineBefore(edge) == InlineScopes.NO_LINE || !leavesLine(edge);
  }

  /** Whether control comes from another line, through what the compiler put between at most. */
  private boolean leavesLine(Edge edge) {
    return code.lineBefore(edge) != code.line[edge.to] || leavesTry(edge);
  }

  /**
   * Whether a try statement ends on the line, which goes on behind it, and what ran before was on
   * other lines: the jump over the handlers, and the closing of resources, have the brace's line.
   */
  private boolean leavesTry(Edge edge) {
    if (!code.java || edge.kind != Edge.Kind.GOTO || !compiler.begins(edge.from)) {
      return false;
    }
    BitSet seen = new BitSet();
    List<Integer> open = new ArrayList<Integer>();
    open.add(edge.from);
    while (!open.isEmpty()) {
      int i = open.remove(open.size() - 1);
      boolean made = compiler.begins(i);
      for (Edge in : code.into[i]) {
        boolean sameLine = in.from >= 0 && code.line[in.from] == code.line[i];
        if (in.kind == Edge.Kind.HANDLER || (!sameLine && !made)) {
          return false;
        }
        if (sameLine && !seen.get(in.from)) {
          seen.set(in.from);
          open.add(in.from);
        }
      }
    }
    return true;
  }

  /** Rule 1, edge by edge; what the compiler put there is sorted out later. */
  private boolean enters(Edge edge) {
    switch (edge.kind) {
      case START:
        return true;
      case HANDLER:
        return coversOtherLines(edge.to);
      default:
        if (turnsInto(edge)) {
          return true;
        }
        if (edge.backward()) {
          boolean turns = bottomJumps.get(edge.from) && code.line[edge.from] == code.line[edge.to];
          return !turns && !compiler.patterns.restarts(edge.to);
        }
        return code.lineBefore(edge) == InlineScopes.NO_LINE
            || (leavesLine(edge) && begins(edge) && !code.resumes(edge))
            || (code.lineStart[edge.to]
                && compiler.patterns.choosesInside(edge.from)
                && !compiler.begins(edge.to));
    }
  }

  /**
   * Whether control that comes from another line comes to something that its line does. Behind a
   * try it is a statement; a {@code return} may be the method's brace.
   */
  private boolean begins(Edge edge) {
    int opcode = code.opcode(edge.to);
    if (leavesTry(edge) && !code.startsLine(edge.to)) {
      return opcode != Opcodes.GOTO && opcode != Opcodes.RETURN;
    }
    return code.entersLine(edge.to);
  }

  /** A handler on the line of all that it covers begins in the midst of a visit. */
  private boolean coversOtherLines(int handler) {
    if (!code.java && !code.lineStart[handler]) {
      return false; // the line is that of the code before
    }
    for (Code.TryRange range : code.tryRanges) {
      if (range.handler == handler) {
        for (int i = range.start; i < range.end; i++) {
          if (code.line[i] != code.line[handler]) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Rule 2: the line was entered before in the evaluation of the same statement. That is so if
   * something lies on the operand stack, and every way here leads over an entry of the line with
   * less on the stack, also every way from here to here. Likewise a {@code return}, {@code break}
   * or {@code continue} whose condition stands on its line, behind a finally; and where javac turns
   * a for-each whose body is no block: it does so on the line that the body begins on. ECJ gives
   * the value of a condition to its first line.
   */
  private boolean continues(int index) {
    if (compiler.patterns.chosenInside(index)) {
      for (int entry : entries(code.line[index])) {
        if (entry != index && !compiler.begins(entry) && blocks().dominates(entry, index)) {
          return true;
        }
      }
    }
    boolean leaves =
        returns(index) || leavesInlined(index) || jumpsOnly(index) || code.hasValueAbove(index);
    if ((code.depth(index) == 0 && !leaves) || code.isHandler(index)) {
      return false;
    }
    for (int entry : entries(code.line[index])) {
      if (code.depth(entry) >= 0
          && (leaves ? entry != index : code.depth(entry) < code.depth(index))
          && !code.inlinedApart(entry, index)
          && (code.java || leaves || !statementBetween(entry, index))
          && blocks().dominates(entry, index)
          && !blocks().returnsWithout(index, entry)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all that is left is the way out of an inlined function. */
  private boolean leavesInlined(int index) {
    int opcode = code.opcode(index);
    int jump = opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD ? index + 1 : index;
    return code.opcode(jump) == Opcodes.GOTO && code.inlinedApart(index, code.outOf[jump][0].to);
  }

  /** Whether all that is left is a jump away from the line. */
  private boolean jumpsOnly(int index) {
    return code.java
        && code.opcode(index) == Opcodes.GOTO
        && code.line[code.outOf[index][0].to] != code.line[index];
  }

  private boolean returns(int index) {
    return code.opcode(index) >= Opcodes.IRETURN && code.opcode(index) <= Opcodes.RETURN;
  }

  /** Whether another line's statement begins in between, as in a method that Scala inlined. */
  private boolean statementBetween(int entry, int index) {
    for (int i = entry + 1; i < index; i++) {
      if (code.depth(i) == 0 && code.lineStart[i] && code.line[i] != code.line[index]) {
        return true;
      }
    }
    return false;
  }

  private Blocks blocks() {
    if (blocks == null) {
      blocks = new Blocks(code);
    }
    return blocks;
  }

  private List<Integer> entries(int line) {
    if (entries == null) {
      entries = new TreeMap<Integer, List<Integer>>();
      for (int i = 0; i < code.size(); i++) {
        if (i == 0
            || code.line[i - 1] != code.line[i]
            || code.isHandler(i)
            || (code.java && code.startsLine(i))) {
          List<Integer> ofLine = entries.get(code.line[i]);
          if (ofLine == null) {
            ofLine = new ArrayList<Integer>(2);
            entries.put(code.line[i], ofLine);
          }
          ofLine.add(i);
        }
      }
    }
    return entries.get(line);
  }

  /**
   * Rule 1's exception: all that is left of the line behind this entry is the way to a back edge
   * that is counted itself, as in javac's {@code i++; goto condition}.
   */
  private boolean countedAtBackEdge(int entry) {
    BitSet seen = new BitSet();
    List<Integer> open = new ArrayList<Integer>();
    open.add(entry);
    boolean counted = false;
    while (!open.isEmpty()) {
      int i = open.remove(open.size() - 1);
      if (seen.get(i)) {
        continue;
      }
      seen.set(i);
      if (code.outOf[i].length == 0) {
        return false;
      }
      for (Edge edge : code.outOf[i]) {
        if (code.line[edge.to] != code.line[entry]) {
          return false;
        }
        if (turnsInto(edge)) {
          counted = true;
        } else if (edge.backward()) {
          if (edge.to >= entry || entry > edge.from || !enters(edge)) {
            return false;
          }
          counted = true;
        } else {
          open.add(edge.to);
        }
      }
    }
    return counted;
  }
}
