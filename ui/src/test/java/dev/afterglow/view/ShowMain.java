// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

/** Shows the window with a fake session, to look at while working on it. */
final class ShowMain {
  private ShowMain() {}

  public static void main(String[] args) throws Exception {
    Settings settings = Scenes.settings();
    settings.put("theme", args.length > 0 ? args[0] : "light");
    boolean crowded = args.length > 1;
    WindowApp.show(
        crowded ? Scenes.crowded() : Scenes.fibonacci(), Scenes.program(), null, settings);
  }
}
