// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;

/**
 * Where the JVM starts the agent. Its one job is to load the agent apart from the program and to
 * hand over to {@link Agent}: with a loader, and so a module, of its own, the agent can be given
 * access to parts of the JDK that the program must not get.
 */
public final class AgentMain {
  private AgentMain() {}

  /** Called before the target's {@code main}. */
  public static void premain(String options, Instrumentation instrumentation) {
    start(options, instrumentation, false);
  }

  /** Called when the agent is attached to a running JVM. */
  public static void agentmain(String options, Instrumentation instrumentation) {
    start(options, instrumentation, true);
  }

  private static void start(String options, Instrumentation instrumentation, boolean attached) {
    Throwable failure;
    try {
      File file =
          new File(AgentMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      JarFile jar = new JarFile(file);
      AgentLoader loader = new AgentLoader(jar);
      Class.forName("dev.afterglow.agent.Agent", true, loader);
      failure = loader.agent().apply(new Object[] {options, jar, instrumentation, attached});
      if (failure == null) {
        return;
      }
    } catch (Throwable e) {
      failure = e;
    }
    // Nothing else is ever written: the program's output is its own.
    System.err.println("afterglow: " + sentence(failure));
  }

  private static String sentence(Throwable failure) {
    if (failure instanceof IllegalStateException) {
      return failure.getMessage() + ".";
    }
    String why = "could not start (" + failure + ")";
    if (failure instanceof IllegalArgumentException) {
      why = failure.getMessage();
    } else if (failure instanceof SecurityException) {
      why = "the security manager's policy must grant java.security.AllPermission to its jar";
    }
    return why + ". The program runs uncounted.";
  }
}
