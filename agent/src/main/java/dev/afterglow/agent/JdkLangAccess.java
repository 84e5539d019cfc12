// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

/** In the agent's jar this is {@code jdk.internal.access.JavaLangAccess}, see {@link JdkClass}. */
interface JdkLangAccess {
  void registerShutdownHook(int slot, boolean alsoWhileEnding, Runnable hook);
}
