// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import dev.afterglow.agent.plan.ClassFacts;
import dev.afterglow.agent.plan.ClassPlanner;
import dev.afterglow.agent.plan.CopyFilter;
import dev.afterglow.agent.plan.Grain;
import dev.afterglow.agent.plan.MethodPlan;
import dev.afterglow.agent.plan.StepPlan;
import dev.afterglow.wire.ClassInfo;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Weaves one class file. An instance serves once, on any thread. */
public final class ClassWeaver {
  /** HotSpot never compiles a method with more bytes of code ({@code HugeMethodLimit}). */
  private static final int COMPILED = 8000;

  /** All jumps in so many bytes of code have room in two; ASM refuses some methods beyond. */
  private static final int NEAR = Short.MAX_VALUE;

  private static final String LAST_WORD = "dev/afterglow/agent/probe/LastWord";

  /** The most bytes of code a method may have. */
  private static final int LARGEST = 65535;

  private final byte[] original;
  private final IdSource ids;
  private final boolean withSteps;
  private boolean withFrames;
  private boolean ecj;
  private ClassPlanner planner;
  private ClassFacts facts;
  private int classId = -1;
  private boolean hasLines;
  private boolean hasCode;

  /** Names of methods that are too large for all of their probes, by what became of them. */
  private final StringBuilder left = new StringBuilder();

  private final StringBuilder coarse = new StringBuilder();
  private final StringBuilder stepless = new StringBuilder();

  /** Gives class ids, and says what is to be counted of other files in a class. */
  public interface IdSource extends CopyFilter {
    /** The id of the class that is being woven; asked once, and only if it gets a probe. */
    int next();

    @Override
    default boolean wants(String className) {
      return false;
    }

    /** The number of a method in reports; asked only if steps are reported. */
    default int step(StepPlan plan, int classId) {
      throw new IllegalStateException("No steps were asked for.");
    }
  }

  /**
   * Prepares.
   *
   * @param original the class file, not changed
   */
  public ClassWeaver(byte[] original, IdSource ids) {
    this(original, false, ids);
  }

  /**
   * Prepares.
   *
   * @param original the class file, not changed
   * @param withSteps whether each visit, call and end is reported too
   */
  public ClassWeaver(byte[] original, boolean withSteps, IdSource ids) {
    this.withSteps = withSteps;
    this.original = original;
    this.ids = ids;
  }

  /**
   * Weaves.
   *
   * @return the new class file, or null if there is nothing to count in it
   * @throws RuntimeException if the class file is one that ASM cannot read or write
   */
  public byte[] weave() {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, 0);
    ecj = isClass(reader, 1);
    reader.accept(new Weaver(writer), ClassReader.EXPAND_FRAMES);
    return classId < 0 ? null : writer.toByteArray();
  }

  /** ECJ writes the class's own name first, javac what the first constructor calls. */
  private static boolean isClass(ClassReader reader, int constant) {
    int classTag = 7;
    return reader.readByte(reader.getItem(constant) - 1) == classTag;
  }

  /**
   * Whether a method with code has no line table; known after {@link #weave}. The compilers of
   * other languages make classes of their own, which have none.
   */
  public boolean lacksLines() {
    return hasCode && !hasLines && facts.fromJava();
  }

  /** The class's id; known after a {@link #weave} that did not return null. */
  public int classId() {
    return classId;
  }

  /** The source file's name without folder, or empty; known after {@link #weave}. */
  public String sourceFile() {
    return facts.sourceFile();
  }

  /** What of the line table stands for inlined calls; known after {@link #weave}. */
  public List<int[]> calls() {
    return facts.calls();
  }

  /** How many counters the class needs; known after {@link #weave}. */
  public int counters() {
    return planner.counters();
  }

  /**
   * What the counters mean, as {@link ClassPlanner#describe} says it; known after a {@link #weave}
   * that did not return null.
   */
  public List<ClassInfo> describe(String loader) {
    StringBuilder note = new StringBuilder();
    say(note, "Not counted, too large: ", left);
    say(note, "Lines behind a call count even if it throws, as the method is large: ", coarse);
    say(note, "Counted without steps, too large: ", stepless);
    return planner.describe(classId, loader, note.toString());
  }

  private static void say(StringBuilder note, String what, StringBuilder methods) {
    if (methods.length() > 0) {
      note.append(note.length() == 0 ? "" : " ").append(what).append(methods).append('.');
    }
  }

  private final class Weaver extends ClassVisitor {
    Weaver(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      withFrames = (version & 0xFFFF) >= Opcodes.V1_6;
      facts = new ClassFacts(name, access, superName, interfaces);
      facts.ecj(ecj);
      planner = new ClassPlanner(facts);
      super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public void visitSource(String source, String debug) {
      facts.source(source, debug, ids);
      super.visitSource(source, debug);
    }

    @Override
    public void visitInnerClass(String name, String outerName, String innerName, int access) {
      facts.innerClass(name, innerName);
      super.visitInnerClass(name, outerName, innerName, access);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(
        String name, String descriptor, String signature) {
      facts.recordComponent(name);
      return super.visitRecordComponent(name, descriptor, signature);
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      facts.field(access, name, descriptor);
      return super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      final MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0 || facts.synthetic()) {
        return next;
      }
      return new JSRInlinerAdapter(
          Opcodes.ASM9, null, access, name, descriptor, signature, exceptions) {
        @Override
        public void visitEnd() {
          super.visitEnd();
          weaveMethod(this).accept(next);
        }
      };
    }
  }

  /** What is to be written in a method's place. */
  private MethodNode weaveMethod(MethodNode method) {
    hasCode = true;
    hasLines |= hasLines(method);
    int firstCounter = planner.counters();
    MethodPlan plan = planner.plan(method, withSteps ? Grain.STEPS : Grain.EXACT);
    if (plan.counters() == 0) {
      return method;
    }
    if (mayBeTooLarge(method, plan)) {
      planner.drop();
      return weaveLarge(method);
    }
    weave(method, plan, firstCounter);
    return method;
  }

  /** Weaves a copy with as many probes as there is room for. */
  private MethodNode weaveLarge(MethodNode method) {
    int before = size(method);
    for (Grain grain : Grain.values()) {
      if (grain == Grain.STEPS && !withSteps) {
        continue;
      }
      int most = grain == Grain.STEPS ? NEAR : before > COMPILED ? LARGEST : COMPILED;
      MethodNode copy = copy(method);
      int firstCounter = planner.counters();
      weave(copy, planner.plan(copy, grain), firstCounter);
      if (size(copy) <= most) {
        add(withSteps && grain != Grain.STEPS ? stepless : null, method);
        add(grain == Grain.COARSE ? coarse : null, method);
        return copy;
      }
      planner.drop();
    }
    add(left, method);
    return method;
  }

  private static void add(StringBuilder names, MethodNode method) {
    if (names != null) {
      names.append(names.length() == 0 ? "" : ", ").append(method.name);
    }
  }

  private void weave(MethodNode method, MethodPlan plan, int firstCounter) {
    if (classId < 0) {
      classId = ids.next();
    }
    int step = plan.steps() == null ? -1 : ids.step(plan.steps(), classId);
    new MethodWeaver(facts.name(), method, plan, classId, firstCounter, step, withFrames).weave();
    tellBeforeHalt(method.instructions);
  }

  /** {@code Runtime.halt} runs no hook that could send the last counts. */
  private static void tellBeforeHalt(InsnList code) {
    for (AbstractInsnNode insn = code.getFirst(); insn != null; insn = insn.getNext()) {
      if (insn.getOpcode() == Opcodes.INVOKEVIRTUAL
          && ((MethodInsnNode) insn).name.equals("halt")
          && ((MethodInsnNode) insn).owner.equals("java/lang/Runtime")) {
        code.insertBefore(
            insn, new MethodInsnNode(Opcodes.INVOKESTATIC, LAST_WORD, "send", "()V", false));
      }
    }
  }

  private static MethodNode copy(MethodNode method) {
    String[] exceptions = method.exceptions.toArray(new String[0]);
    MethodNode copy =
        new MethodNode(
            Opcodes.ASM9, method.access, method.name, method.desc, method.signature, exceptions);
    method.accept(copy);
    return copy;
  }

  private static boolean hasLines(MethodNode method) {
    for (int i = 0; i < method.instructions.size(); i++) {
      if (method.instructions.get(i) instanceof LineNumberNode) {
        return true;
      }
    }
    return false;
  }

  /** Whether probes might make the method one that is never compiled, or no class file at all. */
  private static boolean mayBeTooLarge(MethodNode method, MethodPlan plan) {
    int most = 14 * plan.counters() + 3 * plan.turns().size() + CountersFetch.SIZE + 2;
    most += plan.steps() == null ? 0 : StepWeaver.size(plan.steps());
    return method.instructions.size() * 4 + most >= COMPILED;
  }

  /** Bytes of code: exactly, unless there can be jumps that are too far for two bytes. */
  private static int size(MethodNode method) {
    LabelNode end = new LabelNode();
    method.instructions.add(end);
    ClassWriter scratch = new ClassWriter(0);
    scratch.visit(Opcodes.V1_8, 0, "Scratch", null, "java/lang/Object", null);
    CodeSizeEvaluator most =
        new CodeSizeEvaluator(
            scratch.visitMethod(method.access, method.name, method.desc, null, null));
    method.accept(most);
    int size = end.getLabel().getOffset();
    method.instructions.remove(end);
    return size > Short.MAX_VALUE ? most.getMaxSize() : size;
  }
}
