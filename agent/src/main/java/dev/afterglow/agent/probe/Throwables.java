// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.probe;

/** What exceptions say, as far as the program's own code need not be asked for it. */
final class Throwables {
  private static final int CUT_MESSAGE = 320;
  private static final StackTraceElement[] NO_TRACE = {};

  private Throwables() {}

  /** An exception's message, unless the program would have to be asked for it. */
  static void message(StringBuilder out, Throwable exception) {
    try {
      String message = jdks(exception, "getMessage") ? exception.getMessage() : null;
      if (message != null) {
        out.append(message, 0, Math.min(message.length(), CUT_MESSAGE));
      }
    } catch (Throwable none) {
      out.setLength(0);
    }
  }

  /** An exception's trace; none if the program's code would have to be asked. */
  static StackTraceElement[] trace(Throwable exception) {
    try {
      return jdks(exception, "getStackTrace") ? exception.getStackTrace() : NO_TRACE;
    } catch (Throwable none) {
      return NO_TRACE;
    }
  }

  /** Whether what a call of a method would run is the JDK's code. */
  private static boolean jdks(Throwable exception, String method) throws NoSuchMethodException {
    return exception.getClass().getMethod(method).getDeclaringClass().getClassLoader() == null;
  }
}
