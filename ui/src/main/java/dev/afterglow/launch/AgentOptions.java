// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture;
import java.nio.file.Path;
import java.util.List;

/** Builds the option that starts a JVM with the agent, {@code -javaagent:afterglow-agent.jar=…}. */
public final class AgentOptions {
  private final StringBuilder text = new StringBuilder();

  private AgentOptions() {}

  /**
   * All but the places of sources.
   *
   * @param listener whom the agent shall call
   * @param spec what to count
   * @param pace how the run starts
   */
  public static AgentOptions of(Listener listener, ProgramSpec spec, StartPace pace) {
    AgentOptions options =
        new AgentOptions()
            .add("port", Integer.toString(listener.port()))
            .add("token", listener.tokenFile().toString());
    if (spec.record() != null) {
      options.add("record", spec.record().toAbsolutePath().toString());
    }
    options.add("include", spec.include()).add("exclude", spec.exclude());
    if (spec.marked()) {
      options.add("marked", "true");
    }
    return options.add(pace);
  }

  private AgentOptions add(StartPace pace) {
    if (pace.detail() == RunPicture.Detail.STEPS) {
      add("detail", "steps");
    }
    if (pace.speed() != RunControl.FULL_SPEED) {
      add("speed", Double.toString(pace.speed()));
    }
    if (pace.begin() != StartPace.Begin.AT_ONCE) {
      add("paused", "true");
    }
    if (pace.steps() != StartPace.STEPS) {
      add("steps", Long.toString(pace.steps()));
    }
    if (!pace.values()) {
      add("values", "off");
    }
    if (pace.toText()) {
      add("toString", "true");
    }
    return pace.secrets() ? add("secrets", "shown") : this;
  }

  /** Where the agent finds sources, for {@code --marked}. */
  public AgentOptions sources(List<Path> places) {
    return add(
        "sources", places.stream().map(path -> path.toAbsolutePath().normalize() + "").toList());
  }

  /** The whole option. */
  public String option(Path agentJar) {
    return "-javaagent:" + agentJar + "=" + text;
  }

  AgentOptions add(String key, String value) {
    text.append(text.length() == 0 ? "" : ",").append(key).append('=').append(encoded(value));
    return this;
  }

  AgentOptions add(String key, List<String> values) {
    if (!values.isEmpty()) {
      text.append(text.length() == 0 ? "" : ",").append(key).append('=');
      text.append(String.join(";", values.stream().map(AgentOptions::encoded).toList()));
    }
    return this;
  }

  private static String encoded(String value) {
    return value.replace("%", "%25").replace(",", "%2C").replace(";", "%3B").replace("=", "%3D");
  }
}
