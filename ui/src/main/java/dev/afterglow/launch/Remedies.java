// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

/** What to do about those of javac's messages that do not say it. */
final class Remedies {
  private Remedies() {}

  /**
   * The remedy as a sentence that follows the message, or nothing.
   *
   * @param code javac's name for the message; they are the same from 17 to 25
   * @param message the message in English
   * @param file the source's name, without its folder
   * @param release the feature release of the running JDK
   */
  static String of(String code, String message, String file, int release) {
    return switch (code) {
      case "compiler.err.illegal.char" ->
          message.contains("\\ufeff")
              ? ". " + file + " begins with a byte order mark: save it as UTF-8 without one."
              : "";
      case "compiler.err.illegal.char.for.encoding" -> ". Save " + file + " as UTF-8.";
      case "compiler.err.expected4" ->
          release < SourceCompiler.INSTANCE_MAIN
              ? ". A method outside a class needs Java "
                  + SourceCompiler.INSTANCE_MAIN
                  + ": let JAVA_HOME name it, or write the class."
              : "";
      default -> "";
    };
  }
}
