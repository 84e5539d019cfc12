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
    if (method.name.equals("<init>")) {
      facts.constructorAt(KotlinAndScala.firstLine(method));
    }
    if (method.instructions.size() > 0 && !WrittenMethods.generated(facts, method)) {
      plan = MethodPlanner.plan(facts, method, grain);
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

  /**
   * Everything the window needs to turn the counters into the numbers of lines. The first one is
   * the class's own; the others hold the lines of other files whose code was copied into it, and
   * have the name of a class of theirs.
   */
  public List<ClassInfo> describe(int classId, String loader, String note) {
    nestLambdas();
    Map<Integer, Owner> owners = owners();
    Map<Integer, Line> first = new TreeMap<Integer, Line>();
    Map<Integer, Line> second = new TreeMap<Integer, Line>();
    List<LoopTable> loops = new ArrayList<LoopTable>();
    List<String> files = facts.lines().files();
    for (int place = 0; place < files.size(); place++) {
      loops.add(new LoopTable());
    }
    for (Planned planned : methods) {
      for (Map.Entry<Integer, Quantity> hit : planned.plan.hits.entrySet()) {
        int id = hit.getKey();
        Owner owner = owners.get(LineId.written(id));
        boolean head = planned.implicitLines.contains(id);
        boolean headOnly = owner != null && owner.planned.implicitLines.contains(id);
        if (unwritten(planned, id) || (head && !headOnly)) {
          continue; // what is written on the line of a class's head is the line's number
        }
        Map<Integer, Line> lines = owns(planned, id, owner) ? first : second;
        Line line = lines.get(LineId.written(id));
        if (line == null) {
          line = new Line();
          lines.put(LineId.written(id), line);
        }
        line.add(planned, id, hit.getValue());
      }
      for (Loop loop : planned.plan.loops) {
        boolean own = owns(planned, loop.line, owners.get(LineId.written(loop.line)));
        loops.get(LineId.place(loop.line)).add(loop, planned.firstCounter, !own);
      }
    }
    List<ClassInfo> infos = new ArrayList<ClassInfo>();
    for (int place = 0; place < files.size(); place++) {
      List<LineInfo> lines = lines(place, first, second);
      if (place > 0 && lines.isEmpty()) {
        continue;
      }
      int colon = files.get(place).indexOf(':');
      infos.add(
          new ClassInfo(
              classId,
              (place == 0 ? facts.name() : files.get(place).substring(0, colon)).replace('/', '.'),
              loader,
              place == 0 ? facts.sourceFile() : files.get(place).substring(colon + 1),
              counters,
              lines,
              loops.get(place).infos(),
              place == 0 ? note : ""));
    }
    return infos;
  }

  private static List<LineInfo> lines(
      int place, Map<Integer, Line> first, Map<Integer, Line> second) {
    List<LineInfo> lines = new ArrayList<LineInfo>();
    for (Map.Entry<Integer, Line> entry : first.entrySet()) {
      int line = LineId.line(entry.getKey());
      if (LineId.place(entry.getKey()) == place) {
        lines.add(entry.getValue().info(line, LineInfo.HITS));
        Line apart = second.get(entry.getKey());
        if (apart != null && apart.written) {
          lines.add(apart.info(line, LineInfo.SECOND));
        }
      }
    }
    return lines;
  }

  /** A line's sum while it is collected. */
  private static final class Line {
    private int[] terms = new int[0];
    private boolean written;
    private boolean onlyImplicit = true;
    private boolean onlyCopies = true;

    void add(Planned planned, int line, Quantity hits) {
      int[] more = hits.terms(planned.firstCounter);
      int old = terms.length;
      terms = Arrays.copyOf(terms, old + more.length);
      System.arraycopy(more, 0, terms, old, more.length);
      written |= planned.plan.written.contains(line);
      onlyImplicit &= planned.implicitLines.contains(line);
      onlyCopies &= LineId.isCopy(line);
    }

    LineInfo info(int line, int kind) {
      int flags = (written ? 0 : LineInfo.FLAG_END) | (onlyImplicit ? LineInfo.FLAG_IMPLICIT : 0);
      return new LineInfo(line, kind, flags | (onlyCopies ? LineInfo.FLAG_COPY : 0), terms);
    }
  }

  /** Nobody can write a constructor of an anonymous class. */
  private boolean unwritten(Planned planned, int line) {
    return facts.anonymous() && planned.implicitLines.contains(line);
  }

  /** Whose hits are a line's number. */
  private static final class Owner {
    final Planned planned;
    final int id;

    Owner(Planned planned, int id) {
      this.planned = planned;
      this.id = id;
    }

    int rank() {
      return ClassPlanner.rank(planned, id);
    }
  }

  /** Inline functions, and initialisers in each constructor, are copies: rule 3 adds them up. */
  private static boolean owns(Planned planned, int id, Owner owner) {
    if (owner == null) {
      return true;
    }
    boolean copies =
        LineId.isCopy(id)
            || planned == owner.planned
            || (planned.method.name.equals("<init>") && owner.planned.method.name.equals("<init>"));
    return copies && LineId.inLambda(id) == LineId.inLambda(owner.id);
  }

  /** Which method's hits are a line's number (rule 5): the outermost, then the first. */
  private Map<Integer, Owner> owners() {
    Map<Integer, Owner> owners = new HashMap<Integer, Owner>();
    for (Planned planned : methods) {
      for (int id : planned.plan.hits.keySet()) {
        if (unwritten(planned, id)) {
          continue;
        }
        Owner known = owners.get(LineId.written(id));
        boolean better = known == null || rank(planned, id) < known.rank();
        if (better) {
          owners.put(LineId.written(id), new Owner(planned, id));
        }
      }
    }
    return owners;
  }

  /** A class's head, and more so a closing brace, gives way to what is written on its line. */
  private static int rank(Planned planned, int line) {
    int head = planned.implicitLines.contains(line) ? HEAD : 0;
    int lambda = LineId.inLambda(line) ? 1 : 0;
    int brace = planned.plan.written.contains(line) ? 0 : BRACE;
    return planned.nesting + lambda + head + brace;
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
