// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.stream.StreamConfig;
import dev.afterglow.agent.stream.Streamer;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Puts the parts of the agent together. {@link AgentMain} has another loader: the two know each
 * other by the JDK's types only, as calls by reflection make newer JDKs slow to start.
 */
public final class Agent implements Function<Object[], Throwable> {
  static {
    announce();
  }

  private Agent() {}

  @SuppressWarnings("unchecked")
  private static void announce() {
    ((Consumer<Object>) Agent.class.getClassLoader()).accept(new Agent());
  }

  /**
   * Starts counting.
   *
   * @param arguments the option's text, the agent's jar, the instrumentation, whether the program
   *     already runs
   * @return what went wrong, an {@code IllegalArgumentException} with a sentence for the user if an
   *     option is wrong; or null
   */
  @Override
  public Throwable apply(Object[] arguments) {
    try {
      start(
          (String) arguments[0],
          (JarFile) arguments[1],
          (Instrumentation) arguments[2],
          (Boolean) arguments[3]);
      return null;
    } catch (Throwable failure) {
      return failure;
    }
  }

  private static void start(
      String text, JarFile jar, Instrumentation instrumentation, boolean attached)
      throws IOException {
    Options options = Options.parse(text);
    JavaBase.open(instrumentation);
    JavaBase.defineProbes(jar, instrumentation);
    Streamer streamer = new Streamer();
    ClassChoice choice = new ClassChoice(options);
    DetailSwitch detail = new DetailSwitch(instrumentation, options.detailed());
    Weaving weaving = new Weaving(choice, streamer, detail);
    detail.weaving(weaving);
    Stepping stepping = new Stepping(options, streamer, detail);
    stepping.start();
    instrumentation.addTransformer(weaving, true);
    UncaughtHook.register(instrumentation);
    streamer.start(
        new StreamConfig(options.port(), options.token(), options.record(), version(jar)),
        new ThreadCounts(),
        stepping);
    LastHook.register(streamer);
    if (attached) {
      detail.retransform(weaving.outdated(instrumentation.getAllLoadedClasses()));
    }
  }

  private static String version(JarFile jar) throws IOException {
    String version =
        jar.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
    return version == null ? "" : version;
  }
}
