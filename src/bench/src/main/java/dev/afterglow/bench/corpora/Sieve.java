// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench.corpora;

import dev.afterglow.agent.plan.StepPlan;
import dev.afterglow.agent.weave.ClassWeaver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceClassVisitor;

/** Weaves class files one after the other and looks at each with ASM. */
final class Sieve implements ClassWeaver.IdSource {
  /** Processor time tells the cost, however busy the machine is. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final boolean steps;
  private int ids;
  private long nanos;

  /** Class files that were seen, descriptions of modules left out. */
  int classes;

  /** That have no code with lines of its own. */
  int nothing;

  /** That have code, but no line numbers. */
  int lineless;

  /** That ASM cannot read or write: invalid ones, and those that are too large. */
  int unreadable;

  /** That got probes. */
  int woven;

  /**
   * Prepares.
   *
   * @param steps whether classes are woven so that they report steps too
   */
  Sieve(boolean steps) {
    this.steps = steps;
  }

  @Override
  public int next() {
    return ids++;
  }

  @Override
  public int step(StepPlan plan, int classId) {
    return ids++;
  }

  /** Time per class that was read, in microseconds. */
  double micros() {
    return nanos / 1e3 / Math.max(1, classes);
  }

  /** Weaves; null if the class stays as it is. */
  byte[] weave(byte[] original) {
    classes++;
    ClassWeaver weaver = new ClassWeaver(original, steps, this);
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      byte[] result = weaver.weave();
      nanos += THREADS.getCurrentThreadCpuTime() - start;
      if (result != null) {
        woven++;
      } else if (weaver.lacksLines()) {
        lineless++;
      } else {
        nothing++;
      }
      return result;
    } catch (RuntimeException refused) {
      nanos += THREADS.getCurrentThreadCpuTime() - start;
      unreadable++;
      return null;
    }
  }

  /** What ASM has to complain of in a woven class; empty if nothing, or nothing that is new. */
  static String complaint(byte[] original, byte[] woven) {
    if (!shape(original).equals(shape(woven))) {
      return "its members or attributes changed";
    }
    String complaint = check(woven);
    return complaint.isEmpty() || !check(original).isEmpty() ? "" : complaint;
  }

  /** All of a class but its methods' code. */
  private static String shape(byte[] classFile) {
    StringWriter text = new StringWriter();
    new ClassReader(classFile)
        .accept(
            new TraceClassVisitor(null, new Textifier(), new PrintWriter(text)),
            ClassReader.SKIP_CODE);
    // ASM moves attributes that it does not know from a method's code to the method; the JVM does
    // not know them either.
    return text.toString().replaceAll("(?m)^ *ATTRIBUTE .* : unknown$\\n", "");
  }

  /** ASM's own verifier, without the class hierarchy. */
  private static String check(byte[] classFile) {
    try {
      ClassVisitor sink = new ClassVisitor(Opcodes.ASM9) {};
      new ClassReader(classFile).accept(new CheckClassAdapter(sink, true), 0);
      return "";
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " (ASM)";
    }
  }

  /** A class file that the JVM must refuse, to see that it looks; null if it has no frames. */
  static byte[] spoilt(byte[] woven) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(woven).accept(writer, ClassReader.SKIP_FRAMES);
    byte[] spoilt = writer.toByteArray();
    boolean typed = ((woven[6] & 0xff) << 8 | (woven[7] & 0xff)) > Opcodes.V1_6;
    return typed && spoilt.length < woven.length - 200 ? spoilt : null;
  }
}
