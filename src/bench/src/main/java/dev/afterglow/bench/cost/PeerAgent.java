// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench.cost;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** An agent to compare with: counts every entry of a line table with {@link LineMap}. */
public final class PeerAgent implements ClassFileTransformer {
  private PeerAgent() {}

  /** Called by the JVM. */
  public static void premain(String unused, Instrumentation instrumentation) {
    instrumentation.addTransformer(new PeerAgent());
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> old, ProtectionDomain domain, byte[] classFile) {
    if (loader != ClassLoader.getSystemClassLoader()
        || name.startsWith("org/objectweb/asm/")
        || name.startsWith("dev/afterglow/")) {
      return null;
    }
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    boolean changed = false;
    for (MethodNode method : node.methods) {
      changed |= count(node.name, method);
    }
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return changed ? writer.toByteArray() : null;
  }

  private static boolean count(String className, MethodNode method) {
    boolean changed = false;
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      AbstractInsnNode first = insn instanceof LineNumberNode ? insn : null;
      while (first != null && first.getOpcode() < 0) {
        first = first.getNext();
      }
      if (first == null) {
        continue;
      }
      InsnList probe = new InsnList();
      probe.add(new LdcInsnNode(className));
      probe.add(new LdcInsnNode(((LineNumberNode) insn).line));
      String owner = LineMap.class.getName().replace('.', '/');
      probe.add(
          new MethodInsnNode(Opcodes.INVOKESTATIC, owner, "hit", "(Ljava/lang/String;I)V", false));
      if (first.getOpcode() == Opcodes.NEW) {
        method.instructions.insert(first, probe); // frames know it by its place
      } else {
        method.instructions.insertBefore(first, probe);
      }
      changed = true;
    }
    method.maxStack += changed ? 3 : 0;
    return changed;
  }
}
