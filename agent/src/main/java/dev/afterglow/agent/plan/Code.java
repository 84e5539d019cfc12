// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** A method's instructions with their lines and the edges between them. */
final class Code {
  /**
   * The instructions without labels, lines and frames; the rest of the package speaks of indices.
   */
  final AbstractInsnNode[] insns;

  /** The {@link LineId} of each instruction, 0 if it has none. */
  final int[] line;

  /** Whether the line table has an entry at the instruction. */
  final boolean[] lineStart;

  /** The edges that lead to each instruction. */
  final Edge[][] into;

  /** The edges that leave each instruction, exceptions excepted. */
  final Edge[][] outOf;

  private static final Edge[] NO_EDGES = {};

  /** The try blocks, by index of instruction. */
  final List<TryRange> tryRanges = new ArrayList<TryRange>();

  /** Whether a compiler for Java made the code: others leave more to be guessed. */
  final boolean java;

  private final boolean constructor;
  private final JavaLines lines;
  private final InlineScopes inlined;
  private final Coroutines coroutines;
  private final IdentityHashMap<LabelNode, Integer> positions =
      new IdentityHashMap<LabelNode, Integer>();
  private int[] depth;
  private int[] lineEnds;

  /** The instructions from {@link #start} to before {@link #end} and the handler they have. */
  static final class TryRange {
    final int start;
    final int end;
    final int handler;

    /** Whether it catches everything, as {@code finally} does. */
    final boolean any;

    TryRange(int start, int end, int handler, boolean any) {
      this.start = start;
      this.end = end;
      this.handler = handler;
      this.any = any;
    }
  }

  Code(MethodNode method, ClassFacts facts) {
    LineMap sources = facts.lines();
    java = facts.fromJava();
    constructor = method.name.equals("<init>");
    InsnList list = method.instructions;
    List<AbstractInsnNode> real = new ArrayList<AbstractInsnNode>(list.size());
    int[] lineOf = new int[list.size() + 1];
    boolean[] starts = new boolean[list.size() + 1];
    int current = 0;
    boolean pending = false;
    for (AbstractInsnNode node = list.getFirst(); node != null; node = node.getNext()) {
      if (node instanceof LabelNode) {
        positions.put((LabelNode) node, real.size());
      } else if (node instanceof LineNumberNode) {
        current = sources.sourceLine(((LineNumberNode) node).line);
        pending = true;
      } else if (node.getOpcode() >= 0) {
        lineOf[real.size()] = current;
        starts[real.size()] = pending;
        pending = false;
        real.add(node);
      }
    }
    insns = real.toArray(new AbstractInsnNode[0]);
    into = new Edge[insns.length][];
    outOf = new Edge[insns.length][];
    line = lineOf;
    lineStart = starts;
    connect(method);
    lines = new JavaLines(this);
    if (java) {
      lines.correct();
    }
    inlined = java ? null : InlineScopes.of(this, method);
    coroutines = java ? null : Coroutines.of(this);
    if (!java && KotlinAndScala.fillsInDefaults(method)) {
      hideFirstLine();
    }
  }

  private void hideFirstLine() {
    for (int i = size() - 1; i >= 0; i--) {
      line[i] = line[i] == line[0] ? 0 : line[i];
    }
  }

  /**
   * The line that control comes from on an edge with an instruction before; {@link
   * InlineScopes#NO_LINE} where inlined code begins.
   */
  int lineBefore(Edge edge) {
    return inlined == null ? line[edge.from] : inlined.lineBefore(edge.from, edge.to);
  }

  /** Whether inlined code begins at one of the instructions and not the other. */
  boolean inlinedApart(int a, int b) {
    return inlined != null && !inlined.together(a, b);
  }

  /** Whether the edge leads back to where a coroutine was suspended. */
  boolean resumes(Edge edge) {
    return coroutines != null
        && coroutines.resumes.get(edge.to)
        && opcode(edge.from) == Opcodes.TABLESWITCH;
  }

  /** Whether a line begins at an instruction for those who jump to it. */
  boolean startsLine(int index) {
    // Scala's finally has the line of the code before, which does not lead to it.
    return lineStart[index]
        || (java ? lines.beginsAnew(index) : opcode(index - 1) == Opcodes.ATHROW);
  }

  /** Whether those who jump to an instruction, from another line, come to what its line does. */
  boolean entersLine(int index) {
    return startsLine(index) || (java && lines.actsFrom(index));
  }

  /** Whether a condition over several lines has its value on a line that it began on. */
  boolean hasValueAbove(int index) {
    return java && index > 0 && line[index] < line[index - 1] && lines.isValue(index);
  }

  /**
   * Whether a constructor ends behind a block of initialisers: javac 25 gives that the line of a
   * field, or the file's first one.
   */
  boolean endsInitializers(int index) {
    return java
        && constructor
        && opcode(index) == Opcodes.RETURN
        && index > 0
        && index == size() - 1
        && line[index] < line[index - 1];
  }

  /** Whether behind the brace that a jump belongs to something else stands on its line. */
  boolean goesOnBehind(int jump) {
    int to = outOf[jump][0].to;
    return to > jump && line[to] == line[jump] && opcode(to) != Opcodes.RETURN;
  }

  int size() {
    return insns.length;
  }

  int opcode(int index) {
    return index >= 0 && index < insns.length ? insns[index].getOpcode() : -1;
  }

  /** The index of the first instruction at or behind the label. */
  int position(LabelNode label) {
    return positions.get(label);
  }

  /** Words on the operand stack before the instruction; -1 if control never gets there. */
  int depth(int index) {
    if (depth == null) {
      depth = StackDepths.of(this);
    }
    return depth[index];
  }

  /** Whether the instruction is a conditional jump. */
  boolean conditional(int index) {
    return insns[index] instanceof JumpInsnNode && insns[index].getOpcode() != Opcodes.GOTO;
  }

  /** Whether control can pass from the instruction to the one behind it in the code. */
  boolean fallsThrough(int index) {
    int opcode = insns[index].getOpcode();
    return opcode != Opcodes.GOTO
        && opcode != Opcodes.ATHROW
        && opcode != Opcodes.TABLESWITCH
        && opcode != Opcodes.LOOKUPSWITCH
        && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
  }

  /**
   * The end of the stretch of one line that begins at the instruction: the first index not in it.
   */
  int lineEnd(int start) {
    if (lineEnds == null) {
      lineEnds = new int[insns.length];
      for (int i = insns.length - 1; i >= 0; i--) {
        boolean ends = i + 1 == insns.length || line[i + 1] != line[i] || isHandler(i + 1);
        lineEnds[i] = ends ? i + 1 : lineEnds[i + 1];
      }
    }
    return lineEnds[start];
  }

  boolean isHandler(int index) {
    for (Edge edge : into[index]) {
      if (edge.kind == Edge.Kind.HANDLER) {
        return true;
      }
    }
    return false;
  }

  /** Whether control can come here from further down: every cycle has such an instruction. */
  boolean turns(int index) {
    for (Edge edge : into[index]) {
      if (edge.backward() && depth(edge.from) >= 0) {
        return true;
      }
    }
    return false;
  }

  private void connect(MethodNode method) {
    Arrays.fill(into, NO_EDGES);
    Arrays.fill(outOf, NO_EDGES);
    if (insns.length == 0) {
      return;
    }
    into[0] = with(into[0], new Edge(Edge.Kind.START, -1, 0));
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      int handler = position(block.handler);
      int end = position(block.end);
      tryRanges.add(new TryRange(position(block.start), end, handler, block.type == null));
      if (handler < insns.length && !isHandler(handler)) {
        into[handler] = with(into[handler], new Edge(Edge.Kind.HANDLER, -1, handler));
      }
    }
    for (int i = 0; i < insns.length; i++) {
      connect(i);
    }
  }

  private void connect(int i) {
    AbstractInsnNode insn = insns[i];
    if (insn instanceof JumpInsnNode) {
      boolean jump = insn.getOpcode() == Opcodes.GOTO;
      edge(jump ? Edge.Kind.GOTO : Edge.Kind.BRANCH, i, position(((JumpInsnNode) insn).label));
    } else if (insn instanceof TableSwitchInsnNode) {
      TableSwitchInsnNode table = (TableSwitchInsnNode) insn;
      cases(i, table.dflt, table.labels);
    } else if (insn instanceof LookupSwitchInsnNode) {
      LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) insn;
      cases(i, lookup.dflt, lookup.labels);
    }
    if (fallsThrough(i)) {
      edge(Edge.Kind.FALL, i, i + 1);
    }
  }

  private void cases(int from, LabelNode byDefault, List<LabelNode> labels) {
    List<Integer> seen = new ArrayList<Integer>();
    seen.add(position(byDefault));
    edge(Edge.Kind.BRANCH, from, position(byDefault));
    for (LabelNode label : labels) {
      int to = position(label);
      if (!seen.contains(to)) {
        seen.add(to);
        edge(Edge.Kind.BRANCH, from, to);
      }
    }
  }

  private void edge(Edge.Kind kind, int from, int to) {
    if (to >= insns.length) {
      return; // only in code that never runs: a jump behind the end does not verify
    }
    Edge edge = new Edge(kind, from, to);
    outOf[from] = with(outOf[from], edge);
    into[to] = with(into[to], edge);
  }

  /** Most instructions have one edge: lists would take most of the time and memory here. */
  private static Edge[] with(Edge[] edges, Edge more) {
    Edge[] longer = Arrays.copyOf(edges, edges.length + 1);
    longer[edges.length] = more;
    return longer;
  }
}
