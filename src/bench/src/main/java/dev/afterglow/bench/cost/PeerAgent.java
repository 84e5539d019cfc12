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

/**
 * Agents to compare with. {@code map} counts every entry of a line table with {@link LineMap};
 * {@code ungated}, behind Afterglow on the command line, takes away where it can pause the program.
 */
public final class PeerAgent implements ClassFileTransformer {
  private static final String PROBES = "dev/afterglow/agent/probe/Probes";

  private final boolean map;

  private PeerAgent(boolean map) {
    this.map = map;
  }

  /** Called by the JVM. */
  public static void premain(String mode, Instrumentation instrumentation) {
    // Of transformers those that can retransform come last, in the order they were added.
    instrumentation.addTransformer(new PeerAgent(mode.equals("map")), true);
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
      changed |= map ? count(node.name, method) : openGates(method);
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

  private static boolean openGates(MethodNode method) {
    boolean changed = false;
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (!(insn instanceof MethodInsnNode call) || !call.owner.equals(PROBES)) {
        continue;
      }
      changed = true;
      if (call.name.equals("turn")) {
        method.instructions.remove(call);
      } else if (call.name.equals("first")) {
        call.name = "firstCounting";
      }
    }
    return changed;
  }
}
