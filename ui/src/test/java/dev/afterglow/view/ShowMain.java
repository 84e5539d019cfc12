// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import java.nio.file.Files;
import java.nio.file.Path;

/** Shows the window with a fake session, to look at while working on it. */
final class ShowMain {
  private ShowMain() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("afterglow-show");
    Settings settings = Settings.load(folder);
    settings.put("window.width", 1280);
    settings.put("window.height", 720);
    settings.put("theme", args.length > 0 ? args[0] : "light");
    boolean crowded = args.length > 1;
    WindowApp.show(
        crowded ? Scenes.crowded() : Scenes.fibonacci(), Scenes.program(), null, settings);
  }
}
