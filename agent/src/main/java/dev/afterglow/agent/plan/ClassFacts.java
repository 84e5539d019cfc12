// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;

/** What the counting rules want to know about a class besides its methods. */
public final class ClassFacts {
  private final String name;
  private final int access;
  private final boolean isRecord;
  private final boolean isEnum;
  private final Set<String> recordComponents = new HashSet<String>();
  private final Set<String> statics = new HashSet<String>();
  private final boolean serializer;
  private String sourceFile = "";
  private boolean anonymous;

  /** The line of the first constructor, 0 as long as none is known. */
  private int headLine;

  /** The name in the source of a class inside another; null of others. */
  private String ownName;

  private boolean ecj;
  private LineMap lines = LineMap.IDENTITY;

  /**
   * Starts with what stands at the head of a class file.
   *
   * @param name internal name, {@code com/acme/Main}
   */
  public ClassFacts(String name, int access, String superName, String... interfaces) {
    boolean serializes = false;
    for (String each : interfaces) {
      serializes |= KotlinAndScala.serializer(each);
    }
    this.serializer = serializes;
    this.name = name;
    this.access = access;
    this.isRecord = "java/lang/Record".equals(superName);
    this.isEnum = (access & Opcodes.ACC_ENUM) != 0;
  }

  /** The {@code SourceFile} attribute and the source map (JSR-45), each null if there is none. */
  public void source(String file, String sourceMap, CopyFilter filter) {
    sourceFile = file == null ? "" : file;
    if (sourceMap != null) {
      lines = SourceMap.parse(sourceMap, name, sourceFile, filter);
    }
  }

  /** Whether ECJ made the class file: slots are not in the order that javac gives them. */
  public void ecj(boolean by) {
    ecj = by;
  }

  /** Whether local variables have the slots that javac gives them. */
  boolean slotsOfJavac() {
    return fromJava() && !ecj;
  }

  /** An entry of the {@code InnerClasses} attribute. */
  public void innerClass(String internalName, String simpleName) {
    if (internalName.equals(name)) {
      anonymous |= simpleName == null;
      ownName = simpleName;
    }
  }

  /** A component of a record. */
  public void recordComponent(String component) {
    recordComponents.add(component);
  }

  /** A field. */
  public void field(int fieldAccess, String fieldName, String descriptor) {
    boolean fixed =
        (fieldAccess & Opcodes.ACC_FINAL) != 0
            && (descriptor.length() == 1 || descriptor.startsWith("Ljava/lang/"));
    if ((fieldAccess & Opcodes.ACC_STATIC) != 0
        && (fieldAccess & Opcodes.ACC_SYNTHETIC) == 0
        && !fixed
        && fieldName.indexOf('$') < 0) {
      statics.add(fieldName + ' ' + descriptor);
    }
  }

  /** Whether an instruction uses a static field of this class that may change while it runs. */
  boolean usesStatic(FieldInsnNode insn) {
    return insn.owner.equals(name) && statics.contains(insn.name + ' ' + insn.desc);
  }

  /** The class's name without package and without those of the classes around it. */
  String simpleName() {
    return ownName != null ? ownName : name.substring(name.lastIndexOf('/') + 1);
  }

  /** Whether a compiler for Java made the class and no source line stands for it. */
  public boolean synthetic() {
    return (access & Opcodes.ACC_SYNTHETIC) != 0 && fromJava();
  }

  /** Internal name. */
  public String name() {
    return name;
  }

  /** The source file's name without folder, or empty. */
  public String sourceFile() {
    return sourceFile;
  }

  /** Numbers of the line table that stand for a call whose code was inlined. */
  public List<int[]> calls() {
    return lines.calls();
  }

  /** Whether a compiler for Java made the class, as far as its source file's name tells. */
  public boolean fromJava() {
    return sourceFile.isEmpty() || sourceFile.endsWith(".java");
  }

  /** Tells the line table's first line of a constructor. */
  void constructorAt(int line) {
    headLine = headLine == 0 ? line : headLine;
  }

  /** The line of the first constructor, which is the class's head where nobody wrote one; or 0. */
  int headLine() {
    return headLine;
  }

  /** Whether Kotlin's plugin for serialization made the class. */
  boolean serializer() {
    return serializer;
  }

  boolean isRecord() {
    return isRecord;
  }

  boolean isEnum() {
    return isEnum;
  }

  boolean anonymous() {
    return anonymous;
  }

  boolean isComponent(String method) {
    return recordComponents.contains(method);
  }

  LineMap lines() {
    return lines;
  }
}
