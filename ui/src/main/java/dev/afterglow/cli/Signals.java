// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.launch.LocalProgram;
import java.lang.reflect.Proxy;

/** Lets the program decide how it takes a signal; Afterglow ends when the program has. */
final class Signals {
  private Signals() {}

  static void passTo(LocalProgram program) {
    // The terminal sends Ctrl-C to the program too: here it only must not end us before it.
    handle("INT", () -> {});
    handle("TERM", program::terminate);
    handle("HUP", program::terminate);
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
