// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.launch.LocalProgram;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lets the program decide how it takes a signal; Afterglow ends when the program has. */
final class Signals {
  private Signals() {}

  static void passTo(LocalProgram program) {
    handle("INT", () -> interrupt(program));
    handle("TERM", () -> program.signal("TERM"));
    handle("HUP", () -> program.signal("HUP"));
  }

  /** The terminal sends Ctrl-C to the program too: then it only must not end us before it. */
  private static void interrupt(LocalProgram program) {
    if (!program.started() || !reachedByKeys()) {
      program.signal("INT");
    }
  }

  /** Whether the terminal's keys reach this process, and so the program, which is of its group. */
  private static boolean reachedByKeys() {
    try {
      return inForeground(Files.readString(Path.of("/proc/self/stat")));
    } catch (IOException notLinux) {
      return true; // as in a terminal, where most are started
    }
  }

  /**
   * Whether a process is in the foreground group of its terminal.
   *
   * @param stat what Linux says of it: behind the name in parentheses its state, parent, group,
   *     session, terminal, and that terminal's foreground group
   */
  static boolean inForeground(String stat) {
    String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return words[2].equals(words[5]);
  }

  /** The window's program ends with the window's process, as it does when Ctrl-C reaches both. */
  static void end(Runnable first) {
    handle("INT", () -> end(first, 130));
    handle("TERM", () -> end(first, 143));
    handle("HUP", () -> end(first, 129));
  }

  private static void end(Runnable first, int code) {
    try {
      first.run();
    } finally {
      System.exit(code);
    }
  }

  /** By reflection, as javac warns of every use of {@code sun.misc.Signal}, the only way. */
  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (ReflectiveOperationException notHere) {
      // This system has no such signal, or the JVM keeps it: the default remains.
    }
  }
}
