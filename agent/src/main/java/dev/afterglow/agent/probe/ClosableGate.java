// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** The gate from the first pause on. It must not be loaded before, see {@link Gate}. */
final class ClosableGate extends Gate {
  @Override
  boolean isShut() {
    return shut();
  }

  /** Here and not in {@link Gate}, whose verification would load this class. */
  static void install() {
    replace(new ClosableGate());
  }
}
