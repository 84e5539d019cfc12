// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;

/**
 * Where the JVM starts the agent. Its one job is to put the agent's jar on the search path of the
 * bootstrap class loader, so that the counters can be seen from everywhere, and to hand over to
 * {@link Agent}, which is then found there.
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
    try {
      File jar =
          new File(AgentMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar));
      Agent.start(options, instrumentation, attached);
    } catch (IllegalArgumentException wrongOption) {
      System.err.println(
          "afterglow: " + wrongOption.getMessage() + ". The program runs uncounted.");
    } catch (Throwable failure) {
      System.err.println(
          "afterglow: could not start (" + failure + "). The program runs uncounted.");
    }
  }
}
