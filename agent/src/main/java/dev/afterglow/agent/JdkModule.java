// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

/** In the agent's jar this is {@code java.lang.Module}, see {@link JdkClass}. */
final class JdkModule {
  private JdkModule() {}
}
