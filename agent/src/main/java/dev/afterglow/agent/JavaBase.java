// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.probe.Gate;
import dev.afterglow.agent.probe.StepGate;
import dev.afterglow.agent.probe.Unsafe;
import dev.afterglow.agent.weave.GateWeaver;
import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/** What the agent needs of the JDK's inside. */
final class JavaBase {
  /** In the order in which they can be defined: the first needs none of the others. */
  static final String[] PROBES = {
    "ThreadKey",
    "ThreadCounters",
    "ClassCounters",
    "ThreadEntry",
    "Gate",
    "StepGate",
    "Probes",
    "LineCount",
    "Words",
    "Throwables",
    "Fields",
    "FieldCache",
    "JdkTypes",
    "Values",
    "StepBuffer",
    "StepMethod",
    "Snapshot",
    "Elements",
    "StepThread",
    "Seen",
    "Watched",
    "Passing",
    "Activation",
    "Boxes",
    "Changes",
    "StepPart",
    "StepRecord",
    "Goal",
    "PaceState",
    "Pace",
    "Steps",
    "Uncaught",
    "LastWord"
  };

  private static final String PROBE_FOLDER = "dev/afterglow/agent/probe/";
  private static final String PROBE_PACKAGE = "dev.afterglow.agent.probe.";

  private JavaBase() {}

  /**
   * Opens {@code java.lang} and the JDK's {@code Unsafe} to the agent. From Java 9 on they are
   * closed; the agent's loader has a module of its own, so the program gains nothing.
   */
  static void open(Instrumentation instrumentation) {
    Map<String, Set<JdkModule>> opens = new HashMap<String, Set<JdkModule>>();
    Set<JdkModule> ours = module(JavaBase.class);
    opens.put("java.lang", ours);
    opens.put("java.util", ours);
    opens.put("jdk.internal.access", ours);
    opens.put("jdk.internal.misc", ours);
    redefine(instrumentation, Collections.<String, Set<JdkModule>>emptyMap(), opens);
  }

  /** The module of a class, alone in a set; empty before Java 9. */
  private static Set<JdkModule> module(Class<?> of) {
    try {
      return Collections.singleton(((JdkClass) (Object) of).getModule());
    } catch (LinkageError java8) {
      return Collections.emptySet();
    }
  }

  private static void redefine(
      Instrumentation instrumentation,
      Map<String, Set<JdkModule>> exports,
      Map<String, Set<JdkModule>> opens) {
    for (JdkModule base : module(Object.class)) {
      ((JdkInstrumentation) (Object) instrumentation)
          .redefineModule(
              base,
              Collections.<JdkModule>emptySet(),
              exports,
              opens,
              Collections.<Class<?>>emptySet(),
              Collections.<Class<?>, List<Class<?>>>emptyMap());
    }
  }

  /**
   * Puts the counters into the bootstrap class loader, where every class can see them.
   *
   * <p>The documented way, a jar on the bootstrap search path, makes the JVM print a warning to the
   * program's standard error and give up its class-data archive; it remains for JVMs without the
   * other.
   */
  static void defineProbes(JarFile jar, Instrumentation instrumentation) throws IOException {
    refuseTwice();
    Map<String, byte[]> defined = new HashMap<String, byte[]>();
    try {
      for (String name : PROBES) {
        byte[] classFile = AgentLoader.read(jar, PROBE_FOLDER + name + ".class");
        define(name, classFile);
        defined.put(name, classFile);
      }
      // ThreadKey reads a field of threads. The module is that of the bootstrap loader.
      Set<JdkModule> probes = module(Gate.class);
      redefine(
          instrumentation,
          Collections.singletonMap("jdk.internal.misc", probes),
          Collections.<String, Set<JdkModule>>emptyMap());
      // The program must not be the first to use one where its stack or its memory ends.
      for (String name : PROBES) {
        Class.forName(PROBE_PACKAGE.concat(name), true, null);
      }
    } catch (ReflectiveOperationException anotherJvm) {
      if (defined.isEmpty()) {
        instrumentation.appendToBootstrapClassLoaderSearch(jar);
        return;
      }
    }
    byte[] gate = defined.get("Gate");
    Gate.prepare(
        new Exchange(instrumentation, Gate.class, gate, true),
        new Exchange(instrumentation, Gate.class, gate, false));
    byte[] stepGate = defined.get("StepGate");
    StepGate.prepare(
        new Exchange(instrumentation, StepGate.class, stepGate, false),
        new Exchange(instrumentation, StepGate.class, stepGate, true));
  }

  /**
   * An agent that was here before has its counters there; woven twice, a line would count twice.
   */
  private static void refuseTwice() {
    try {
      Class.forName(PROBE_PACKAGE.concat(PROBES[0]), false, null);
    } catch (ClassNotFoundException first) {
      return;
    }
    throw new IllegalStateException("this JVM has the agent already: the first one goes on alone");
  }

  /** Exchanges a gate's code while the program runs. */
  private static final class Exchange implements Runnable {
    private final Instrumentation instrumentation;
    private final Class<?> gate;
    private final byte[] classFile;
    private final boolean weave;

    Exchange(Instrumentation instrumentation, Class<?> gate, byte[] classFile, boolean weave) {
      this.instrumentation = instrumentation;
      this.gate = gate;
      this.classFile = classFile;
      this.weave = weave;
    }

    @Override
    public void run() {
      byte[] code = weave ? GateWeaver.weave(classFile) : classFile;
      try {
        instrumentation.redefineClasses(new ClassDefinition(gate, code));
      } catch (Exception impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static void define(String name, byte[] bytes) throws ReflectiveOperationException {
    String path = PROBE_FOLDER.concat(name);
    try {
      Unsafe.getUnsafe().defineClass(path, bytes, 0, bytes.length, null, null);
    } catch (LinkageError java8) {
      defineOnJava8(path, bytes);
    }
  }

  private static void defineOnJava8(String path, byte[] bytes) throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field field = type.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            Integer.TYPE,
            Integer.TYPE,
            ClassLoader.class,
            ProtectionDomain.class)
        .invoke(field.get(null), path, bytes, 0, bytes.length, null, null);
  }
}
