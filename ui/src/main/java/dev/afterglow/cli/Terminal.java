// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** What is known of the terminal behind standard error. */
final class Terminal {
  private Terminal() {}

  /** Whether colours may be written: on a terminal only, and not if NO_COLOR asks for none. */
  static boolean showsColours() {
    String term = System.getenv("TERM");
    return Boolean.parseBoolean(System.getProperty("afterglow.terminal", stderrIsTerminal()))
        && System.getenv("NO_COLOR") == null
        && !"dumb".equals(term);
  }

  /** The start script knows; without it Linux tells. */
  private static String stderrIsTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return Boolean.toString(target.startsWith("/dev/pts/") || target.startsWith("/dev/tty"));
    } catch (Exception unknown) {
      return "false";
    }
  }

  /** The terminal's width if the shell tells it. */
  static int columns(int otherwise) {
    try {
      return Integer.parseInt(System.getenv().getOrDefault("COLUMNS", ""));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
