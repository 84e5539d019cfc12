// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.stream.StreamConfig;
import dev.afterglow.agent.stream.Streamer;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
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
