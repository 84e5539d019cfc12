// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** What each local variable is sure to hold before each instruction, as the verifier sees it. */
final class LocalFlow {
  /** Nothing that may be read. */
  static final char NOTHING = 0;

  /** {@code this} before another constructor was called. */
  private static final char RAW_THIS = 'U';

  private static final String STORED = "IJFDA";

  private final Code code;
  private final char[][] before;

  /** The frames of the class file, in which what is out of scope may be left out. */
  private final FrameNode[] frames;

  private final Deque<Integer> open = new ArrayDeque<Integer>();

  /** The call of another constructor, or -1: none, or not clear which. */
  final int superCall;

  LocalFlow(Code code, MethodNode method) {
    this.code = code;
    this.before = new char[code.size()][];
    this.frames = new FrameNode[code.size() + 1];
    int next = 0;
    for (AbstractInsnNode node = method.instructions.getFirst();
        node != null;
        node = node.getNext()) {
      if (node instanceof FrameNode) {
        frames[next] = (FrameNode) node;
      }
      next += node.getOpcode() >= 0 ? 1 : 0;
    }
    this.superCall = method.name.equals("<init>") ? findSuperCall() : -1;
    reach(0, start(method));
    while (!open.isEmpty()) {
      pass(open.remove());
    }
  }

  /** I, J, F, D or A for a reference; {@link #NOTHING} if the slot must not be read there. */
  char at(int index, int slot) {
    char[] state = before[index];
    return state == null || slot >= state.length || state[slot] == RAW_THIS ? NOTHING : state[slot];
  }

  private static char[] start(MethodNode method) {
    char[] state = new char[method.maxLocals];
    int slot = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      state[slot++] = method.name.equals("<init>") ? RAW_THIS : 'A';
    }
    for (Type type : Type.getArgumentTypes(method.desc)) {
      state[slot] = category(type.getDescriptor().charAt(0));
      slot += type.getSize();
    }
    return state;
  }

  /** The kind of local variable that holds a type. */
  static char category(char descriptor) {
    switch (descriptor) {
      case 'Z':
      case 'B':
      case 'C':
      case 'S':
      case 'I':
        return 'I';
      case 'J':
      case 'F':
      case 'D':
        return descriptor;
      default:
        return 'A';
    }
  }

  /** The constructor's call that belongs to no NEW; compilers keep the two in order. */
  private int findSuperCall() {
    int found = -1;
    int made = 0;
    for (int i = 0; i < code.size(); i++) {
      if (code.opcode(i) == Opcodes.NEW) {
        made++;
      } else if (code.opcode(i) == Opcodes.INVOKESPECIAL
          && ((MethodInsnNode) code.insns[i]).name.equals("<init>")) {
        if (made > 0) {
          made--;
        } else if (found < 0) {
          found = i;
        } else {
          return -1;
        }
      }
    }
    return found;
  }

  private void pass(int index) {
    char[] state = before[index];
    for (Code.TryRange range : code.tryRanges) {
      if (range.start <= index && index < range.end && range.handler < code.size()) {
        reach(range.handler, state);
      }
    }
    char[] after = after(index, state);
    for (Edge edge : code.outOf[index]) {
      reach(edge.to, after);
    }
  }

  private char[] after(int index, char[] state) {
    int opcode = code.opcode(index);
    if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
      char[] after = state.clone();
      int slot = ((VarInsnNode) code.insns[index]).var;
      if (slot > 0 && (after[slot - 1] == 'J' || after[slot - 1] == 'D')) {
        after[slot - 1] = NOTHING;
      }
      after[slot] = STORED.charAt(opcode - Opcodes.ISTORE);
      if (opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE) {
        after[slot + 1] = NOTHING;
      }
      return after;
    }
    if (index == superCall && state[0] == RAW_THIS) {
      char[] after = state.clone();
      after[0] = 'A';
      return after;
    }
    return state;
  }

  private static char[] inFrame(char[] state, FrameNode frame) {
    char[] left = new char[state.length];
    int slot = 0;
    for (int i = 0; frame.local != null && i < frame.local.size(); i++) {
      Object type = frame.local.get(i);
      left[slot] = type == Opcodes.TOP ? NOTHING : state[slot];
      slot += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }
    return left;
  }

  private void reach(int index, char[] state) {
    char[] known = before[index];
    if (known == null) {
      before[index] = frames[index] == null ? state.clone() : inFrame(state, frames[index]);
      open.add(index);
      return;
    }
    boolean changed = false;
    for (int i = 0; i < known.length; i++) {
      if (known[i] != state[i] && known[i] != NOTHING) {
        known[i] = NOTHING;
        changed = true;
      }
    }
    if (changed) {
      open.add(index);
    }
  }
}
