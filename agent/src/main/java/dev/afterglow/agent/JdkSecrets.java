// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

/** In the agent's jar this is {@code jdk.internal.access.SharedSecrets}, see {@link JdkClass}. */
final class JdkSecrets {
  private JdkSecrets() {}

  /** Null outside the agent's jar. */
  static JdkLangAccess getJavaLangAccess() {
    return null;
  }
}
