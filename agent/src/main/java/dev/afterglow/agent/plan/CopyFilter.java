// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

/** Says which code is counted that a compiler copied from one class's source into another class. */
public interface CopyFilter {
  /** Whether the source of a class matters, whose internal name is given; it may be no class. */
  boolean wants(String className);
}
