// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out whether a window can be shown, before JavaFX finds out in its own words. */
final class Display {
  private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");

  private static final List<String> LIBRARIES = List.of("libgtk-3.so.0", "libXtst.so.6");

  /** What JavaFX draws text with, without a display too. */
  private static final String PANGO = "libpangoft2-1.0.so.0";

  private Display() {}

  /** Why there can be no window, as one sentence; empty if nothing speaks against it. */
  static Optional<String> obstacle() {
    return isLinux() ? linux(System::getenv, Path.of("/")) : Optional.empty();
  }

  /** Why no picture can be drawn without a display, as one sentence with the remedy. */
  static Optional<String> pictureObstacle(Path root) {
    return isLinux() && isMissing(root, PANGO)
        ? Optional.of(
            "A picture needs "
                + PANGO
                + ": sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0")
        : Optional.empty();
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
  }

  static Optional<String> linux(UnaryOperator<String> environment, Path root) {
    String display = environment.apply("DISPLAY");
    if (display == null || display.isBlank()) {
      return Optional.of("There is no display (DISPLAY is not set)");
    }
    Matcher local = LOCAL.matcher(display);
    Path sockets = root.resolve("tmp/.X11-unix");
    if (local.matches()
        && Files.isDirectory(sockets)
        && !Files.exists(sockets.resolve("X" + local.group(1)))) {
      return Optional.of("There is no display " + display);
    }
    List<String> missing = new ArrayList<>();
    for (String library : LIBRARIES) {
      if (isMissing(root, library)) {
        missing.add(library);
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "A window needs "
                + String.join(" and ", missing)
                + ": sudo apt-get install -y --no-install-recommends libgtk-3-0 libxtst6");
  }

  /**
   * Only said of systems whose folders are those of Debian; others may keep libraries elsewhere.
   */
  private static boolean isMissing(Path root, String library) {
    String machine = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x86_64";
    Path folder = root.resolve("usr/lib/" + machine + "-linux-gnu");
    return Files.isDirectory(folder)
        && Files.exists(root.resolve("etc/debian_version"))
        && !Files.exists(folder.resolve(library));
  }
}
