// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.nio.file.Path;
import java.util.List;

/** Builds the text behind {@code -javaagent:afterglow-agent.jar=}. */
final class AgentOptions {
  private final StringBuilder text = new StringBuilder();

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

  static List<String> paths(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().normalize().toString()).toList();
  }

  private static String encoded(String value) {
    return value.replace("%", "%25").replace(",", "%2C").replace(";", "%3B").replace("=", "%3D");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
