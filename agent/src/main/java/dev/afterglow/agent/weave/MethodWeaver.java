// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import dev.afterglow.agent.plan.MethodPlan;
import dev.afterglow.agent.plan.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Places the probes of one method.
 *
 * <p>The thread's counters are fetched once, at the method's start, into a local variable behind
 * all others; a probe is {@code counters[n]++}. Frames are kept by hand: each gets the new local,
 * and nothing has to be known about class hierarchies. A method with a single probe, at its start,
 * needs no local.
 */
final class MethodWeaver {
  static final String PROBES = "dev/afterglow/agent/probe/Probes";
  private static final String COUNTERS = "[J";
  private static final String ACTIVATION = "java/lang/Object";

  /** Words a probe needs on the operand stack: array, index, their copies, a long and another. */
  private static final int STACK = 6;

  private final CountersFetch fetch;
  private final MethodNode method;
  private final MethodPlan plan;
  private final int classId;
  private final int firstCounter;
  private final boolean single;
  private final int local;
  private final IdentityHashMap<LabelNode, LabelNode> movedNews =
      new IdentityHashMap<LabelNode, LabelNode>();

  /** Reports besides counting, or null. */
  private final StepWeaver steps;

  /**
   * Prepares.
   *
   * @param stepMethod the number of the method in reports, if the plan has steps
   * @param withFrames whether the class file is of a version with stack maps
   */
  MethodWeaver(
      String className,
      MethodNode method,
      MethodPlan plan,
      int classId,
      int firstCounter,
      int stepMethod,
      boolean withFrames) {
    this.fetch = new CountersFetch(className, method, withFrames);
    this.method = method;
    this.plan = plan;
    this.classId = classId;
    this.firstCounter = firstCounter;
    this.single =
        plan.placements().size() == 1
            && plan.steps() == null
            && plan.placements().get(0).where == Placement.Where.AT_START;
    this.local = method.maxLocals;
    this.steps =
        plan.steps() == null
            ? null
            : new StepWeaver(method, plan.steps(), stepMethod, local + 1, withFrames);
  }

  void weave() {
    InsnList code = method.instructions;
    AbstractInsnNode start = code.getFirst();
    InsnList prologue = new InsnList();
    // A stack overflow strikes in the first call, which may be ours: it has the line it would have.
    addLine(prologue, firstInstruction());
    // With steps, the program is paused before a line, not before a call.
    prologue.add(fetch.code(classId, steps == null ? "first" : "firstCounting"));
    if (!single) {
      prologue.add(new VarInsnNode(Opcodes.ASTORE, local));
    }
    if (steps != null) {
      prologue.add(steps.prologue());
      steps.markEnd();
    }
    AbstractInsnNode begun = prologue.getLast();
    branches(); // first, while the code around the labels is as it was
    if (steps != null) {
      steps.placeBeforeVisits(this);
    }
    for (Placement placement : plan.placements()) {
      switch (placement.where) {
        case AT_START:
          prologue.add(probe(placement));
          break;
        case BEFORE:
          code.insertBefore(placeBefore(placement.insn), probe(placement));
          break;
        case BEHIND:
          code.insert(placement.insn, probe(placement));
          break;
        default:
          break;
      }
    }
    for (AbstractInsnNode turn : plan.turns()) {
      code.insertBefore(
          placeBefore(turn),
          new MethodInsnNode(Opcodes.INVOKESTATIC, PROBES, "turn", "()V", false));
    }
    if (steps != null) {
      steps.placeAroundVisits();
    }
    code.insertBefore(start, prologue);
    if (steps != null) {
      finishSteps(begun);
    }
    renameMovedNews();
    method.maxStack = single ? Math.max(method.maxStack, STACK) : method.maxStack + STACK;
    if (!single) {
      method.maxLocals++;
      addLocalToFrames(local, COUNTERS);
    }
    if (steps != null) {
      addLocalToFrames(local + 1, ACTIVATION);
    }
  }

  private void finishSteps(AbstractInsnNode begun) {
    steps.guard(begun);
    method.maxLocals++;
    method.maxStack += StepWeaver.STACK;
  }

  /** The report of a visit, then {@code counters[n]++}, on no locals but ours. */
  private InsnList probe(Placement placement) {
    InsnList probe = new InsnList();
    if (placement.point >= 0) {
      probe.add(steps.visit(placement.point));
    }
    int counter = placement.counter;
    if (!single) {
      probe.add(new VarInsnNode(Opcodes.ALOAD, local));
    }
    pushInt(probe, firstCounter + counter);
    probe.add(new InsnNode(Opcodes.DUP2));
    probe.add(new InsnNode(Opcodes.LALOAD));
    probe.add(new InsnNode(Opcodes.LCONST_1));
    probe.add(new InsnNode(Opcodes.LADD));
    probe.add(new InsnNode(Opcodes.LASTORE));
    return probe;
  }

  static void pushInt(InsnList code, int value) {
    if (value <= 5) {
      code.add(new InsnNode(Opcodes.ICONST_0 + value));
    } else if (value <= Byte.MAX_VALUE) {
      code.add(new IntInsnNode(Opcodes.BIPUSH, value));
    } else if (value <= Short.MAX_VALUE) {
      code.add(new IntInsnNode(Opcodes.SIPUSH, value));
    } else {
      code.add(new LdcInsnNode(value));
    }
  }

  private void branches() {
    List<Placement> branches = new ArrayList<Placement>();
    IdentityHashMap<AbstractInsnNode, List<TryCatchBlockNode>> handlers =
        new IdentityHashMap<AbstractInsnNode, List<TryCatchBlockNode>>();
    for (Placement placement : plan.placements()) {
      if (placement.where == Placement.Where.ON_BRANCH) {
        branches.add(placement);
        handlers.put(placement.target, new ArrayList<TryCatchBlockNode>());
      }
    }
    findHandlers(handlers);
    for (Placement placement : branches) {
      branch(placement, handlers.get(placement.target));
    }
  }

  /** Fills in which handlers each of some instructions has. */
  private void findHandlers(IdentityHashMap<AbstractInsnNode, List<TryCatchBlockNode>> of) {
    if (of.isEmpty() || method.tryCatchBlocks.isEmpty()) {
      return;
    }
    IdentityHashMap<LabelNode, Boolean> passed = new IdentityHashMap<LabelNode, Boolean>();
    for (AbstractInsnNode node = method.instructions.getFirst();
        node != null;
        node = node.getNext()) {
      if (node instanceof LabelNode) {
        passed.put((LabelNode) node, true);
      } else if (of.containsKey(node)) {
        for (TryCatchBlockNode each : method.tryCatchBlocks) {
          if (passed.containsKey(each.start) && !passed.containsKey(each.end)) {
            of.get(node).add(each);
          }
        }
      }
    }
  }

  /**
   * Leads one branch over a probe of its own, put behind the end of the method. The handlers of its
   * target go with it: where a lock is held, the JVM compiles only methods in which every
   * instruction has a handler that frees it.
   */
  private void branch(Placement placement, List<TryCatchBlockNode> handlers) {
    InsnList code = method.instructions;
    LabelNode target = labelOf(placement.target);
    LabelNode stub = new LabelNode();
    redirect(placement.insn, placement.target, stub);
    code.add(stub);
    FrameNode frame = frameBetween(placement.target);
    if (frame != null) {
      code.add(
          new FrameNode(
              Opcodes.F_NEW,
              frame.local.size(),
              frame.local.toArray(),
              frame.stack.size(),
              frame.stack.toArray()));
    }
    addLine(code, placement.target);
    code.add(probe(placement));
    code.add(new JumpInsnNode(Opcodes.GOTO, target));
    if (!handlers.isEmpty()) {
      LabelNode end = new LabelNode();
      code.add(end);
      for (TryCatchBlockNode each : handlers) {
        method.tryCatchBlocks.add(new TryCatchBlockNode(stub, end, each.handler, each.type));
      }
    }
  }

  private AbstractInsnNode firstInstruction() {
    AbstractInsnNode insn = method.instructions.getFirst();
    while (insn.getOpcode() < 0) {
      insn = insn.getNext();
    }
    return insn;
  }

  /** Gives what follows the line of an instruction. */
  private static void addLine(InsnList code, AbstractInsnNode insn) {
    AbstractInsnNode node = insn;
    while (node != null && !(node instanceof LineNumberNode)) {
      node = node.getPrevious();
    }
    if (node != null) {
      LabelNode label = new LabelNode();
      code.add(label);
      code.add(new LineNumberNode(((LineNumberNode) node).line, label));
    }
  }

  /** The first of the labels right before an instruction that jumps lead to. */
  private static LabelNode labelOf(AbstractInsnNode insn) {
    LabelNode found = null;
    for (AbstractInsnNode node = insn.getPrevious();
        node != null && node.getOpcode() < 0;
        node = node.getPrevious()) {
      if (node instanceof LabelNode) {
        found = (LabelNode) node;
      }
    }
    return found;
  }

  private static FrameNode frameBetween(AbstractInsnNode insn) {
    AbstractInsnNode node = insn.getPrevious();
    while (node != null && node.getOpcode() < 0) {
      if (node instanceof FrameNode) {
        return (FrameNode) node;
      }
      node = node.getPrevious();
    }
    return null;
  }

  private static void redirect(AbstractInsnNode jump, AbstractInsnNode target, LabelNode stub) {
    if (jump instanceof JumpInsnNode) {
      ((JumpInsnNode) jump).label = stub;
    } else if (jump instanceof TableSwitchInsnNode) {
      TableSwitchInsnNode table = (TableSwitchInsnNode) jump;
      table.dflt = replace(table.dflt, target, stub);
      replaceAll(table.labels, target, stub);
    } else {
      LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) jump;
      lookup.dflt = replace(lookup.dflt, target, stub);
      replaceAll(lookup.labels, target, stub);
    }
  }

  private static void replaceAll(List<LabelNode> labels, AbstractInsnNode target, LabelNode stub) {
    for (int i = 0; i < labels.size(); i++) {
      labels.set(i, replace(labels.get(i), target, stub));
    }
  }

  private static LabelNode replace(LabelNode label, AbstractInsnNode target, LabelNode stub) {
    AbstractInsnNode node = label;
    while (node != null && node.getOpcode() < 0) {
      node = node.getNext();
    }
    return node == target ? stub : label;
  }

  /**
   * An uninitialised object's type in a frame is the label of its NEW. A probe before the NEW would
   * part the two, so the NEW gets a label of its own and the frames are told.
   */
  AbstractInsnNode placeBefore(AbstractInsnNode insn) {
    if (insn.getOpcode() != Opcodes.NEW) {
      return insn;
    }
    if (movedNews.containsValue(insn.getPrevious())) {
      return insn.getPrevious();
    }
    LabelNode own = new LabelNode();
    for (AbstractInsnNode node = insn.getPrevious();
        node != null && node.getOpcode() < 0;
        node = node.getPrevious()) {
      if (node instanceof LabelNode) {
        movedNews.put((LabelNode) node, own);
      }
    }
    method.instructions.insertBefore(insn, own);
    return own;
  }

  private void renameMovedNews() {
    if (movedNews.isEmpty()) {
      return;
    }
    for (AbstractInsnNode node = method.instructions.getFirst();
        node != null;
        node = node.getNext()) {
      if (node instanceof FrameNode) {
        FrameNode frame = (FrameNode) node;
        frame.local = renamed(frame.local);
        frame.stack = renamed(frame.stack);
      }
    }
  }

  private List<Object> renamed(List<Object> types) {
    if (types == null) {
      return new ArrayList<Object>();
    }
    List<Object> renamed = new ArrayList<Object>(types);
    for (int i = 0; i < renamed.size(); i++) {
      Object type = renamed.get(i);
      if (type instanceof LabelNode && movedNews.containsKey(type)) {
        renamed.set(i, movedNews.get(type));
      }
    }
    return renamed;
  }

  private void addLocalToFrames(int slot, String localType) {
    for (AbstractInsnNode node = method.instructions.getFirst();
        node != null;
        node = node.getNext()) {
      if (node instanceof FrameNode && node != fetch.frame) {
        FrameNode frame = (FrameNode) node;
        List<Object> types =
            frame.local == null ? new ArrayList<Object>() : new ArrayList<Object>(frame.local);
        int words = 0;
        for (Object type : types) {
          words += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
        }
        Object[] padding = new Object[Math.max(0, slot - words)];
        Arrays.fill(padding, Opcodes.TOP);
        types.addAll(Arrays.asList(padding));
        types.add(localType);
        frame.local = types;
      }
    }
  }
}
