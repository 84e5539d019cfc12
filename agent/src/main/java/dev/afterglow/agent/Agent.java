// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.stream.StreamConfig;
import dev.afterglow.agent.stream.Streamer;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Puts the parts of the agent together. Public only because {@link AgentMain} has another loader.
 */
public final class Agent {
  private Agent() {}

  /**
   * Starts counting.
   *
   * @throws IllegalArgumentException with a sentence for the user if an option is wrong
   */
  public static void start(
      String text, JarFile jar, Instrumentation instrumentation, boolean attached)
      throws IOException, ReflectiveOperationException {
    Options options = Options.parse(text);
    JavaBase.open(instrumentation);
    JavaBase.defineProbes(jar, instrumentation);
    Streamer streamer = new Streamer();
    ClassChoice choice = new ClassChoice(options);
    Weaving weaving = new Weaving(choice, streamer);
    instrumentation.addTransformer(weaving, attached);
    streamer.start(
        new StreamConfig(options.port(), options.token(), options.record(), version(jar)),
        new ThreadCounts());
    LastHook.register(streamer);
    if (attached) {
      weaveLoaded(instrumentation, choice);
    }
  }

  private static String version(JarFile jar) throws IOException {
    String version =
        jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    return version == null ? "" : version;
  }

  /** Weaves the classes that were loaded before the agent was attached. */
  private static void weaveLoaded(Instrumentation instrumentation, ClassChoice choice) {
    List<Class<?>> wanted = new ArrayList<Class<?>>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      String name = loaded.getName().replace('.', '/');
      if (instrumentation.isModifiableClass(loaded)
          && choice.wants(loaded.getClassLoader(), name, loaded.getProtectionDomain())) {
        wanted.add(loaded);
      }
    }
    for (Class<?> loaded : wanted) {
      try {
        instrumentation.retransformClasses(loaded);
      } catch (Throwable refused) {
        // This class stays as it is; the others are still woven.
      }
    }
  }
}
