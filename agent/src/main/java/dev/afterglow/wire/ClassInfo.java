// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.util.Arrays;
import java.util.List;

/** A woven class: its lines and how their numbers follow from its counters. */
public final class ClassInfo extends Frame {
  /** The agent's number for this definition of the class, 0 or more, dense. */
  public final int classId;

  /** Binary name with dots, {@code com.acme.Main$Inner}. */
  public final String className;

  /** The class loader in words; tells two definitions of one class apart. */
  public final String loader;

  /** The class file's {@code SourceFile}, or empty. */
  public final String sourceFile;

  /** How many counters the class has. */
  public final int counters;

  /** The lines with code, in ascending order; a line may have one entry of each kind. */
  public final List<LineInfo> lines;

  /** The loops, outer ones before the loops inside them. */
  public final List<LoopInfo> loops;

  /** Why counts of this class are less exact than usual, a sentence; empty in general. */
  public final String note;

  public ClassInfo(
      int classId,
      String className,
      String loader,
      String sourceFile,
      int counters,
      List<LineInfo> lines,
      List<LoopInfo> loops,
      String note) {
    this.classId = classId;
    this.className = className;
    this.loader = loader;
    this.sourceFile = sourceFile;
    this.counters = counters;
    this.lines = lines;
    this.loops = loops;
    this.note = note;
  }

  /** Whether another one says the same in every respect. */
  public boolean same(ClassInfo other) {
    return Arrays.equals(encoded(this), encoded(other));
  }

  private static byte[] encoded(ClassInfo info) {
    Encoder encoder = new Encoder(1 << 10);
    FrameEncoder.encode(info, encoder);
    return Arrays.copyOf(encoder.bytes(), encoder.size());
  }

  @Override
  public int type() {
    return FrameType.CLASS;
  }
}
