// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

/** JavaFX without a display: pictures for {@code --png}, training of the class-data archive. */
final class Headless {
  private Headless() {}

  /** Must be called before JavaFX starts. */
  static void use() {
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("prism.order", "sw");
  }
}
