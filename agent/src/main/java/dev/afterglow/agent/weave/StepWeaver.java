// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import dev.afterglow.agent.plan.StepPlan;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Places the reports of one method: {@code Steps.enter} at its start, whose answer stands for the
 * activation in a local variable of its own, and calls with the values of the variables at each
 * visit, return and handler. A handler around the body reports what leaves it by an exception.
 */
final class StepWeaver {
  private static final String STEPS = "dev/afterglow/agent/probe/Steps";
  private static final String BOXES = "dev/afterglow/agent/probe/Boxes";
  private static final String EXCEPTION = "(Ljava/lang/Throwable;Ljava/lang/Object;)V";
  private static final String PASSES = "(Ljava/lang/Throwable;Ljava/lang/Object;I)V";
  private static final String VALUES = "[Ljava/lang/Object;";

  /** Words on the operand stack: a result, its copy, the activation, values, index, a value. */
  static final int STACK = 12;

  private final MethodNode method;
  private final StepPlan plan;
  private final int methodId;

  /** The local variable that holds the activation. */
  private final int local;

  private final boolean withFrames;
  private LabelNode end;

  StepWeaver(MethodNode method, StepPlan plan, int methodId, int local, boolean withFrames) {
    this.method = method;
    this.plan = plan;
    this.methodId = methodId;
    this.local = local;
    this.withFrames = withFrames;
  }

  /** Bytes of code that the reports add at most. */
  static int size(StepPlan plan) {
    int size = 60 + 14 * plan.arguments;
    for (StepPlan.Point point : plan.points) {
      size += 24 + 14 * point.variables.length;
    }
    return size;
  }

  /** The activation begins: its first instructions. */
  InsnList prologue() {
    InsnList code = new InsnList();
    MethodWeaver.pushInt(code, methodId);
    int first = plan.variables.size() > 0 && plan.variables.get(0).name.equals("this") ? 1 : 0;
    int[] arguments = new int[plan.arguments];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = first + i;
    }
    values(code, arguments);
    code.add(call("enter", "(I" + VALUES + ")Ljava/lang/Object;"));
    code.add(new VarInsnNode(Opcodes.ASTORE, local));
    return code;
  }

  /** Reports the visit of a line. */
  InsnList visit(int point) {
    InsnList code = new InsnList();
    report(code, point, "line");
    return code;
  }

  /** Places what comes before a visit at the same instruction: handlers, lines that begin. */
  void placeBeforeVisits(MethodWeaver weaver) {
    for (int i = 0; i < plan.points.size(); i++) {
      StepPlan.Point point = plan.points.get(i);
      InsnList code = new InsnList();
      if (point.kind == StepPlan.Kind.EARLY) {
        report(code, i, "early");
      } else if (point.kind == StepPlan.Kind.CATCH) {
        code.add(new InsnNode(Opcodes.DUP));
        report(code, i, "caught");
      } else if (point.kind == StepPlan.Kind.PASS) {
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ALOAD, local));
        MethodWeaver.pushInt(code, i);
        code.add(call("passes", PASSES));
      } else {
        continue;
      }
      method.instructions.insertBefore(weaver.placeBefore(point.insn), code);
    }
  }

  /** Places the returns, behind the visit of their line, and what belongs to the line before. */
  void placeAroundVisits() {
    for (int i = 0; i < plan.points.size(); i++) {
      StepPlan.Point point = plan.points.get(i);
      InsnList code = new InsnList();
      if (point.kind == StepPlan.Kind.SET) {
        report(code, i, "set");
        method.instructions.insert(point.insn, code);
      }
      if (point.kind != StepPlan.Kind.RETURN) {
        continue;
      }
      int opcode = point.insn.getOpcode();
      if (opcode == Opcodes.RETURN) {
        report(code, i, "leave");
      } else {
        boolean wide = opcode == Opcodes.LRETURN || opcode == Opcodes.DRETURN;
        code.add(new InsnNode(wide ? Opcodes.DUP2 : Opcodes.DUP));
        box(code, Type.getReturnType(plan.descriptor).getDescriptor().charAt(0));
        report(code, i, "leaveWith");
      }
      method.instructions.insertBefore(point.insn, code);
    }
  }

  /** Marks the end of the code that was there: what is added behind is not guarded. */
  void markEnd() {
    end = new LabelNode();
    method.instructions.add(end);
  }

  /** Puts the handler around the body; done before the locals are added to the frames. */
  void guard(AbstractInsnNode prologueEnd) {
    if (plan.guardFrom == null) {
      return;
    }
    LabelNode start = new LabelNode();
    LabelNode handler = new LabelNode();
    InsnList code = method.instructions;
    if (method.name.equals("<init>")) {
      code.insertBefore(plan.guardFrom, start);
    } else {
      code.insert(prologueEnd, start);
    }
    code.add(handler);
    if (withFrames) {
      code.add(
          new FrameNode(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"}));
    }
    code.add(new InsnNode(Opcodes.DUP));
    code.add(new VarInsnNode(Opcodes.ALOAD, local));
    code.add(call("thrown", EXCEPTION));
    code.add(new InsnNode(Opcodes.ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, handler, null));
  }

  private void report(InsnList code, int point, String what) {
    code.add(new VarInsnNode(Opcodes.ALOAD, local));
    MethodWeaver.pushInt(code, point);
    values(code, plan.points.get(point).variables);
    String first =
        what.equals("caught")
            ? "Ljava/lang/Throwable;"
            : what.equals("leaveWith") ? "Ljava/lang/Object;" : "";
    code.add(call(what, "(" + first + "Ljava/lang/Object;I" + VALUES + ")V"));
  }

  private static MethodInsnNode call(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, STEPS, name, descriptor, false);
  }

  private static MethodInsnNode boxes(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, BOXES, name, descriptor, false);
  }

  private void values(InsnList code, int[] variables) {
    if (variables.length == 0) {
      code.add(new InsnNode(Opcodes.ACONST_NULL));
      return;
    }
    MethodWeaver.pushInt(code, variables.length);
    code.add(boxes("room", "(I)" + VALUES));
    for (int i = 0; i < variables.length; i++) {
      StepPlan.Variable variable = plan.variables.get(variables[i]);
      code.add(new InsnNode(Opcodes.DUP));
      MethodWeaver.pushInt(code, i);
      code.add(
          variable.field == null
              ? new VarInsnNode(load(variable.type), variable.slot)
              : new FieldInsnNode(
                  Opcodes.GETSTATIC,
                  variable.field.owner,
                  variable.field.name,
                  variable.field.desc));
      box(code, variable.type);
      code.add(new InsnNode(Opcodes.AASTORE));
    }
  }

  private static int load(char type) {
    switch (type) {
      case 'J':
        return Opcodes.LLOAD;
      case 'F':
        return Opcodes.FLOAD;
      case 'D':
        return Opcodes.DLOAD;
      case 'L':
      case '[':
        return Opcodes.ALOAD;
      default:
        return Opcodes.ILOAD;
    }
  }

  private static void box(InsnList code, char type) {
    if (type != 'L' && type != '[') {
      code.add(boxes("box", "(" + type + ")Ljava/lang/Object;"));
    }
  }
}
