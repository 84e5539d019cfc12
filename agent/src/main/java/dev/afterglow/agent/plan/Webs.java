// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The variables of a method whose class file has no names for them: each is a web, of definitions
 * that reach a common use. Which of them somebody wrote, and what they are called, the source says.
 */
final class Webs {
  /** Steps of the analysis, so that a huge method does not hold up the program. */
  private static final int MOST_WORK = 4_000_000;

  private static final int[] NOTHING = {};
  private static final String TYPES = "IJFDL";

  private final Code code;
  private final int slots;

  /** Of each definition its slot, type and line; those of the arguments come first. */
  private final List<int[]> definitions = new ArrayList<int[]>();

  /** The definition that each instruction is, or -1. */
  private final int[] defined;

  /** For each instruction the definitions that reach it, by slot. */
  private final int[][][] before;

  private final Deque<Integer> open = new ArrayDeque<Integer>();
  private final int arguments;
  private int[] parents;

  /** A variable. */
  static final class Web {
    final int slot;

    /** I, J, F, D or L for a reference; of an argument the first of its descriptor. */
    final char type;

    /** The line of its first definition, 0 of an argument. */
    final int line;

    /** Where nothing else can be in its slot. */
    final BitSet scope = new BitSet();

    /** The instructions that set it. */
    final BitSet sets = new BitSet();

    Web(int slot, char type, int line) {
      this.slot = slot;
      this.type = type;
      this.line = line;
    }

    /** Its name for the window, which knows the source. */
    String name() {
      StringBuilder name = new StringBuilder("#");
      return name.append(slot).append(type).append('@').append(line).toString();
    }
  }

  private Webs(Code code, MethodNode method) {
    this.code = code;
    this.slots = method.maxLocals;
    this.defined = new int[code.size()];
    this.before = new int[code.size()][][];
    int[][] start = new int[slots][];
    Arrays.fill(start, NOTHING);
    int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    for (Type type : Type.getArgumentTypes(method.desc)) {
      start[slot] = new int[] {define(slot, type.getDescriptor().charAt(0), 0)};
      slot += type.getSize();
    }
    arguments = definitions.size();
    for (int i = 0; i < code.size(); i++) {
      int opcode = code.opcode(i);
      boolean store = opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
      defined[i] =
          store || opcode == Opcodes.IINC
              ? define(slot(i), store ? TYPES.charAt(opcode - Opcodes.ISTORE) : 'I', line(i))
              : -1;
    }
    reach(0, start);
  }

  /** The webs, arguments first. Of a method that is too large these alone, without a scope. */
  static List<Web> of(Code code, MethodNode method) {
    Webs webs = new Webs(code, method);
    return webs.find(webs.flow());
  }

  private int define(int slot, char type, int line) {
    definitions.add(new int[] {slot, type, line});
    return definitions.size() - 1;
  }

  private int line(int insn) {
    return LineId.isOwn(code.line[insn]) ? LineId.line(code.line[insn]) : 0;
  }

  private int slot(int insn) {
    return code.insns[insn] instanceof IincInsnNode
        ? ((IincInsnNode) code.insns[insn]).var
        : ((VarInsnNode) code.insns[insn]).var;
  }

  private boolean flow() {
    for (long work = 0; !open.isEmpty(); work += slots) {
      if (work > MOST_WORK) {
        return false;
      }
      int insn = open.remove();
      int[][] state = before[insn];
      for (Code.TryRange range : code.tryRanges) {
        if (range.start <= insn && insn < range.end && range.handler < code.size()) {
          reach(range.handler, state);
        }
      }
      int[][] after = defined[insn] < 0 ? state : after(insn, state.clone());
      for (Edge edge : code.outOf[insn]) {
        reach(edge.to, after);
      }
    }
    return true;
  }

  private int[][] after(int insn, int[][] state) {
    int slot = slot(insn);
    int type = definitions.get(defined[insn])[1];
    if (slot > 0 && state[slot - 1].length > 0) {
      int left = definitions.get(state[slot - 1][0])[1];
      state[slot - 1] = left == 'J' || left == 'D' ? NOTHING : state[slot - 1];
    }
    state[slot] = new int[] {defined[insn]};
    if (type == 'J' || type == 'D') {
      state[slot + 1] = NOTHING;
    }
    return state;
  }

  private void reach(int insn, int[][] state) {
    int[][] known = before[insn];
    if (known == null) {
      before[insn] = state.clone();
      open.add(insn);
      return;
    }
    boolean changed = false;
    for (int slot = 0; slot < slots; slot++) {
      if (known[slot] != state[slot]) {
        int[] both = union(known[slot], state[slot]);
        changed |= both.length > known[slot].length;
        known[slot] = both;
      }
    }
    if (changed) {
      open.add(insn);
    }
  }

  private static int[] union(int[] one, int[] other) {
    int[] both = Arrays.copyOf(one, one.length + other.length);
    int size = one.length;
    for (int each : other) {
      boolean known = false;
      for (int i = 0; i < one.length && !known; i++) {
        known = one[i] == each;
      }
      if (!known) {
        both[size++] = each;
      }
    }
    return size == one.length ? one : Arrays.copyOf(both, size);
  }

  private List<Web> find(boolean complete) {
    parents = new int[definitions.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
    if (complete) {
      joinAtUses();
    }
    Web[] webs = new Web[definitions.size()];
    List<Web> found = new ArrayList<Web>();
    for (int i = 0; i < webs.length; i++) {
      int[] of = definitions.get(i);
      boolean known = i < arguments || (complete && of[2] > 0);
      if (known && root(i) == i) { // the smallest, which comes first
        webs[i] = new Web(of[0], (char) of[1], of[2]);
        found.add(webs[i]);
      }
    }
    for (int i = 0; i < code.size(); i++) {
      Web set = defined[i] < 0 ? null : webs[root(defined[i])];
      if (set != null) {
        set.sets.set(i);
      }
      for (int slot = 0; complete && before[i] != null && slot < slots; slot++) {
        int root = common(before[i][slot]);
        if (root >= 0 && webs[root] != null) {
          webs[root].scope.set(i);
        }
      }
    }
    return found;
  }

  private void joinAtUses() {
    for (int i = 0; i < code.size(); i++) {
      int opcode = code.opcode(i);
      boolean uses = opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
      if (before[i] != null && (uses || opcode == Opcodes.IINC)) {
        int[] reaching = before[i][slot(i)];
        for (int each : reaching) {
          join(each, reaching[0]);
        }
        if (opcode == Opcodes.IINC && reaching.length > 0) {
          join(defined[i], reaching[0]);
        }
      }
    }
  }

  private int common(int[] reaching) {
    int root = reaching.length == 0 ? -1 : root(reaching[0]);
    for (int each : reaching) {
      root = root(each) == root ? root : -1;
    }
    return root;
  }

  private void join(int one, int other) {
    int a = root(one);
    int b = root(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  private int root(int definition) {
    int at = definition;
    while (parents[at] != at) {
      at = parents[at];
    }
    return at;
  }
}
