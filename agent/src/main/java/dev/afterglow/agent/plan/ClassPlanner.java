// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.LineInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Plans the methods of one class, one after the other, and tells what their counters mean. */
public final class ClassPlanner {
  private static final int HEAD = 100;
  private static final int BRACE = 1000;

  private final ClassFacts facts;
  private final List<Planned> methods = new ArrayList<Planned>();
  private int counters;

  /** A method that has been planned. */
  private static final class Planned {
    final MethodNode method;
    final MethodPlan plan;
    final int firstCounter;
    final Set<Integer> implicitLines;

    /** Names and descriptors of the lambda bodies that the method makes. */
    final List<String> lambdas = new ArrayList<String>();

    /** 0 for a method, 1 for a lambda in it, 2 for a lambda in that one. */
    int nesting;

    Planned(MethodNode method, MethodPlan plan, int firstCounter, Set<Integer> implicitLines) {
      this.method = method;
      this.plan = plan;
      this.firstCounter = firstCounter;
      this.implicitLines = implicitLines;
    }

    String key() {
      return method.name + method.desc;
    }
  }

  /** Begins a class. */
  public ClassPlanner(ClassFacts facts) {
    this.facts = facts;
  }

  /** The number of the first counter of the method that is planned next. */
  public int counters() {
    return counters;
  }

  /** Plans a method. Its counters begin at {@link #counters()} as it was before the call. */
  public MethodPlan plan(MethodNode method, Grain grain) {
    MethodPlan plan = MethodPlan.NOTHING;
    Set<Integer> implicit = new HashSet<Integer>();
    if (method.instructions.size() > 0 && !WrittenMethods.generated(facts, method)) {
      plan = MethodPlanner.plan(facts.name(), method, facts.lines(), grain);
      implicit = WrittenMethods.implicitLines(facts, method);
    }
    Planned planned = new Planned(method, plan, counters, implicit);
    findLambdas(planned);
    methods.add(planned);
    counters += plan.counters();
    return plan;
  }

  /** Takes back the last planned method: it could not be woven like this. */
  public void drop() {
    Planned last = methods.remove(methods.size() - 1);
    counters = last.firstCounter;
  }

  /** Everything the window needs to turn the counters into the numbers of lines. */
  public ClassInfo describe(int classId, String loader, String note) {
    nestLambdas();
    Map<Integer, Planned> owners = owners();
    Map<Integer, Line> first = new TreeMap<Integer, Line>();
    Map<Integer, Line> second = new TreeMap<Integer, Line>();
    LoopTable loops = new LoopTable();
    for (Planned planned : methods) {
      for (Map.Entry<Integer, Quantity> hit : planned.plan.hits.entrySet()) {
        Planned owner = owners.get(hit.getKey());
        boolean head = planned.implicitLines.contains(hit.getKey());
        boolean headOnly = owner != null && owner.implicitLines.contains(hit.getKey());
        if (unwritten(planned, hit.getKey()) || (head && !headOnly)) {
          continue; // what is written on the line of a class's head is the line's number
        }
        boolean own = owns(planned, owner);
        Map<Integer, Line> lines = own ? first : second;
        Line line = lines.get(hit.getKey());
        if (line == null) {
          line = new Line();
          lines.put(hit.getKey(), line);
        }
        line.add(planned, hit.getKey(), hit.getValue());
      }
      for (Loop loop : planned.plan.loops) {
        boolean own = owns(planned, owners.get(loop.line));
        loops.add(loop, planned.firstCounter, !own);
      }
    }
    List<LineInfo> lines = new ArrayList<LineInfo>();
    for (Map.Entry<Integer, Line> entry : first.entrySet()) {
      lines.add(entry.getValue().info(entry.getKey(), LineInfo.HITS));
      Line apart = second.get(entry.getKey());
      if (apart != null && apart.written) {
        lines.add(apart.info(entry.getKey(), LineInfo.SECOND));
      }
    }
    return new ClassInfo(
        classId,
        facts.name().replace('/', '.'),
        loader,
        facts.sourceFile(),
        counters,
        lines,
        loops.infos(),
        note);
  }

  /** A line's sum while it is collected. */
  private static final class Line {
    private int[] terms = new int[0];
    private boolean written;
    private boolean onlyImplicit = true;

    void add(Planned planned, int line, Quantity hits) {
      int[] more = hits.terms(planned.firstCounter);
      int old = terms.length;
      terms = Arrays.copyOf(terms, old + more.length);
      System.arraycopy(more, 0, terms, old, more.length);
      written |= planned.plan.written.get(line);
      onlyImplicit &= planned.implicitLines.contains(line);
    }

    LineInfo info(int line, int kind) {
      int flags = (written ? 0 : LineInfo.FLAG_END) | (onlyImplicit ? LineInfo.FLAG_IMPLICIT : 0);
      return new LineInfo(line, kind, flags, terms);
    }
  }

  /** Nobody can write a constructor of an anonymous class. */
  private boolean unwritten(Planned planned, int line) {
    return facts.anonymous() && planned.implicitLines.contains(line);
  }

  /** Initialisers are copied into each constructor: rule 3 adds them up. */
  private static boolean owns(Planned planned, Planned owner) {
    return owner == null
        || planned == owner
        || (planned.method.name.equals("<init>") && owner.method.name.equals("<init>"));
  }

  /** Which method's hits are a line's number (rule 5): the outermost, then the first. */
  private Map<Integer, Planned> owners() {
    Map<Integer, Planned> owners = new HashMap<Integer, Planned>();
    for (Planned planned : methods) {
      for (int line : planned.plan.hits.keySet()) {
        if (unwritten(planned, line)) {
          continue;
        }
        Planned known = owners.get(line);
        boolean better = known == null || rank(planned, line) < rank(known, line);
        if (better) {
          owners.put(line, planned);
        }
      }
    }
    return owners;
  }

  /** A class's head, and more so a closing brace, gives way to what is written on its line. */
  private static int rank(Planned planned, int line) {
    int head = planned.implicitLines.contains(line) ? HEAD : 0;
    return planned.nesting + head + (planned.plan.written.get(line) ? 0 : BRACE);
  }

  private void findLambdas(Planned planned) {
    for (AbstractInsnNode insn = planned.method.instructions.getFirst();
        insn != null;
        insn = insn.getNext()) {
      if (insn.getOpcode() == Opcodes.INVOKEDYNAMIC) {
        for (Object argument : ((InvokeDynamicInsnNode) insn).bsmArgs) {
          if (argument instanceof Handle && ((Handle) argument).getOwner().equals(facts.name())) {
            planned.lambdas.add(((Handle) argument).getName() + ((Handle) argument).getDesc());
          }
        }
      }
    }
  }

  private void nestLambdas() {
    Map<String, Planned> byKey = new HashMap<String, Planned>();
    for (Planned planned : methods) {
      byKey.put(planned.key(), planned);
      planned.nesting = planned.method.name.startsWith("lambda$") ? 1 : 0;
    }
    boolean changed = true;
    for (int pass = 0; changed && pass < 20; pass++) {
      changed = false;
      for (Planned planned : methods) {
        for (String lambda : planned.lambdas) {
          Planned body = byKey.get(lambda);
          boolean isBody = body != null && (body.method.access & Opcodes.ACC_SYNTHETIC) != 0;
          if (isBody && body.nesting <= planned.nesting) {
            body.nesting = planned.nesting + 1;
            changed = true;
          }
        }
      }
    }
  }
}
