// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Plans what one method reports: the visits that {@link Visits} counts, calls, ends, handlers. */
final class StepPlanner {
  /** More variables at one point would only make the method too large. */
  private static final int MAX_VARIABLES = 60;

  private final Code code;
  private final MethodNode method;
  private final CompilerCode compiler;
  private final Visits visits;
  private final LocalFlow flow;
  private final Braces braces;

  /** Heads of an anonymous class or an enum: what counts on their lines is another statement. */
  private final Set<Integer> heads;

  private final List<StepPlan.Variable> variables = new ArrayList<StepPlan.Variable>();

  /** For each variable the instructions in whose scope it is. */
  private final List<BitSet> scopes = new ArrayList<BitSet>();

  /** In a class file without names, the variable that an instruction sets; else null. */
  private Map<Integer, Integer> setters;

  private final List<StepPlan.Point> points = new ArrayList<StepPlan.Point>();
  private int arguments;

  StepPlanner(
      ClassFacts facts, Code code, MethodNode method, CompilerCode compiler, Visits visits) {
    this.code = code;
    this.method = method;
    this.compiler = compiler;
    this.visits = visits;
    this.flow = new LocalFlow(code, method);
    this.braces = new Braces(code);
    this.heads =
        facts.anonymous() || facts.isEnum()
            ? WrittenMethods.implicitLines(facts, method)
            : Collections.<Integer>emptySet();
    findVariables(facts);
    findStatics(facts);
  }

  /** Plans to report the visit that an edge counts; -1 if nobody wrote what stands there. */
  int visit(Edge edge) {
    return reports(edge) ? add(StepPlan.Kind.LINE, edge.visit, null, edge.to) : -1;
  }

  /** Whether a visit is a step: its line is one of the class's own file, and somebody wrote it. */
  boolean reports(Edge edge) {
    return edge.visit != 0
        && LineId.place(edge.visit) == 0
        && !heads.contains(edge.visit)
        && !braces.at(edge.to);
  }

  StepPlan plan() {
    for (int i = visits.early.nextSetBit(0); i >= 0; i = visits.early.nextSetBit(i + 1)) {
      add(StepPlan.Kind.EARLY, code.line[i], code.insns[i], i);
    }
    planHandlers();
    UnseenSets unseen = new UnseenSets(code, visits.early, this);
    for (int i = 0; i < code.size(); i++) {
      int set = shown(code.line[i]) > 0 ? unseen.at(i) : -1;
      if (set >= 0) {
        points.add(
            new StepPlan.Point(
                StepPlan.Kind.SET, shown(code.line[i]), code.insns[i], new int[] {set}));
      }
      int opcode = code.opcode(i);
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN && code.depth(i) >= 0) {
        add(StepPlan.Kind.RETURN, code.line[i], code.insns[i], i);
      }
    }
    return new StepPlan(
        method.name, method.desc, firstLine(), variables, arguments, points, guardFrom());
  }

  private AbstractInsnNode guardFrom() {
    if (!method.name.equals("<init>")) {
      return code.insns[0];
    }
    int call = flow.superCall;
    return call < 0 || call + 1 >= code.size() ? null : code.insns[call + 1];
  }

  private int firstLine() {
    int least = Integer.MAX_VALUE;
    for (int line : visits.hits.keySet()) {
      least = visits.written.contains(line) ? Math.min(least, line) : least; // copies are larger
    }
    if (least < Integer.MAX_VALUE && !method.name.equals("<init>")) {
      return shown(least);
    }
    for (int i = 0; i < code.size(); i++) {
      if (shown(code.line[i]) > 0) {
        return shown(code.line[i]);
      }
    }
    return 0;
  }

  private void planHandlers() {
    BitSet seen = new BitSet();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      int handler = code.position(block.handler);
      if (handler >= code.size()
          || seen.get(handler)
          || code.line[handler] <= 0
          || code.depth(handler) != 1) {
        continue;
      }
      seen.set(handler);
      // A handler without a type is a finally or gives back a lock: it throws on.
      if (block.type != null && !compiler.begins(handler)) {
        add(StepPlan.Kind.CATCH, code.line[handler], code.insns[handler], handler);
      } else if (!compiler.givesBackLock(handler)) {
        int line = compiler.isFinally(handler) ? shown(code.line[handler]) : 0;
        points.add(new StepPlan.Point(StepPlan.Kind.PASS, line, code.insns[handler], new int[0]));
      }
    }
  }

  private int add(StepPlan.Kind kind, int line, AbstractInsnNode insn, int at) {
    int[] found = new int[variables.size()];
    int count = 0;
    for (int v = 0; v < found.length && count < MAX_VARIABLES; v++) {
      if (shows(v, at)) {
        found[count++] = v;
      }
    }
    points.add(new StepPlan.Point(kind, shown(line), insn, Arrays.copyOf(found, count)));
    return points.size() - 1;
  }

  /** Whether a report before an instruction can tell a variable. */
  boolean shows(int v, int at) {
    StepPlan.Variable variable = variables.get(v);
    return scopes.get(v).get(at)
        && (variable.field != null || flow.at(at, variable.slot) == kind(v));
  }

  /** The local variable that an instruction sets, or -1; its scope may begin behind it. */
  int variableSet(int insn, int slot) {
    if (setters != null) {
      Integer set = setters.get(insn);
      return set == null ? -1 : set;
    }
    int begins = variableIn(slot, insn + 1);
    return begins >= 0 ? begins : variableIn(slot, insn);
  }

  private int variableIn(int slot, int at) {
    for (int v = 0; v < variables.size(); v++) {
      if (variables.get(v).slot == slot && scopes.get(v).get(at)) {
        return v;
      }
    }
    return -1;
  }

  /** As {@link LocalFlow#at} has it. */
  char kind(int v) {
    return LocalFlow.category(variables.get(v).type);
  }

  private static int shown(int id) {
    return LineId.place(id) == 0 ? LineId.line(id) : 0;
  }

  private void findVariables(ClassFacts facts) {
    int slot = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      slot = 1;
      if (!overwrites(0)) {
        variables.add(new StepPlan.Variable("this", 0, 'L'));
        scopes.add(all());
      }
    }
    boolean named = method.localVariables != null && !method.localVariables.isEmpty();
    if (!named && code.java) {
      findWebs(facts.slotsOfJavac());
      return;
    }
    int number = 0;
    for (Type type : Type.getArgumentTypes(method.desc)) {
      char kind = type.getDescriptor().charAt(0);
      String name = named ? nameOf(slot) : "arg" + number;
      if (name != null) {
        variables.add(new StepPlan.Variable(name, slot, kind));
        scopes.add(named ? new BitSet() : all());
        arguments++;
      }
      slot += type.getSize();
      number++;
    }
    if (named) {
      for (LocalVariableNode local : method.localVariables) {
        addScope(local);
      }
    }
  }

  /** The variables of a class file without names. */
  private void findWebs(boolean all) {
    setters = new HashMap<Integer, Integer>();
    for (Webs.Web web : Webs.of(code, method)) {
      if (all || web.line == 0) {
        for (int i = web.sets.nextSetBit(0); i >= 0; i = web.sets.nextSetBit(i + 1)) {
          setters.put(i, variables.size());
        }
        variables.add(new StepPlan.Variable(web.name(), web.slot, web.type));
        scopes.add(web.scope);
        arguments += web.line == 0 ? 1 : 0;
      }
    }
  }

  /** The class is initialised, or its own thread does it, where its methods run. */
  private void findStatics(ClassFacts facts) {
    Set<String> seen = new HashSet<String>();
    for (int i = 0; i < code.size(); i++) {
      if (code.insns[i] instanceof FieldInsnNode) {
        FieldInsnNode field = (FieldInsnNode) code.insns[i];
        if (facts.usesStatic(field) && seen.add(field.name + ' ' + field.desc)) {
          variables.add(new StepPlan.Variable(facts.simpleName() + '.' + field.name, field));
          scopes.add(mayHaveChanged(field));
        }
      }
    }
  }

  /**
   * Before which instructions a field is worth a look: since the last step, or the call's begin,
   * control has passed something that may have changed it or what it holds, or that reads it. What
   * another thread changes is not shown at lines that have nothing to do with it.
   */
  private BitSet mayHaveChanged(FieldInsnNode field) {
    BitSet may = new BitSet();
    BitSet behindStep = new BitSet();
    boolean more = true;
    while (more) {
      more = false;
      for (int i = 0; i < code.size(); i++) {
        for (Edge edge : code.into[i]) {
          boolean changed =
              edge.from < 0 || behindStep.get(edge.from) || mayChange(edge.from, field);
          if (changed && !may.get(i)) {
            may.set(i);
            more = true;
          }
          if (changed && !behindStep.get(i) && !reports(edge)) {
            behindStep.set(i);
            more = true;
          }
        }
      }
    }
    return may;
  }

  private boolean mayChange(int index, FieldInsnNode field) {
    int opcode = code.opcode(index);
    if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
      FieldInsnNode used = (FieldInsnNode) code.insns[index];
      return used.name.equals(field.name) && used.desc.equals(field.desc);
    }
    return opcode == Opcodes.PUTFIELD
        || opcode == Opcodes.NEW
        || (opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEDYNAMIC)
        || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE);
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, code.size());
    return all;
  }

  private boolean overwrites(int slot) {
    for (int i = 0; i < code.size(); i++) {
      if (code.opcode(i) == Opcodes.ASTORE && ((VarInsnNode) code.insns[i]).var == slot) {
        return true;
      }
    }
    return false;
  }

  /** The name of an argument, null if nobody wrote it. */
  private String nameOf(int slot) {
    for (LocalVariableNode local : method.localVariables) {
      if (local.index == slot && code.position(local.start) == 0 && written(local)) {
        return local.name;
      }
    }
    return null;
  }

  private static boolean written(LocalVariableNode local) {
    return local.name.indexOf('$') < 0 && !local.name.isEmpty() && !local.name.equals("this");
  }

  private void addScope(LocalVariableNode local) {
    if (!written(local)) {
      return;
    }
    char type = local.desc.charAt(0);
    int found = -1;
    for (int v = 0; v < variables.size(); v++) {
      StepPlan.Variable known = variables.get(v);
      if (known.slot == local.index && known.name.equals(local.name) && known.type == type) {
        found = v;
      }
    }
    if (found < 0) {
      found = variables.size();
      variables.add(new StepPlan.Variable(local.name, local.index, type));
      scopes.add(new BitSet());
    }
    int end = Math.min(code.size(), code.position(local.end));
    int start = code.position(local.start);
    if (start < end) {
      scopes.get(found).set(start, end);
    }
  }
}
