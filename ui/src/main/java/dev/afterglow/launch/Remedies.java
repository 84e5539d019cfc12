// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.util.HashSet;
import java.util.Set;

/** What to do about those of javac's messages that do not say it; each is told once. */
final class Remedies {
  private final String file;
  private final boolean classless;
  private final int release;
  private final Set<String> told = new HashSet<>();

  /**
   * For one run of the compiler.
   *
   * @param file the source's name, without its folder
   * @param classless whether no class is declared in it
   * @param release the feature release of the running JDK
   */
  Remedies(String file, boolean classless, int release) {
    this.file = file;
    this.classless = classless;
    this.release = release;
  }

  /**
   * The remedy as a sentence that follows the message, or nothing.
   *
   * @param code javac's name for the message; they are the same from 17 to 25
   * @param message the message in English
   */
  String after(String code, String message) {
    String remedy = remedy(code, message);
    return remedy.isEmpty() || !told.add(remedy) ? "" : ". " + remedy;
  }

  private String remedy(String code, String message) {
    return switch (code) {
      case "compiler.err.illegal.char" ->
          message.contains("\\ufeff")
              ? file + " begins with a byte order mark: save it as UTF-8 without one."
              : "";
      case "compiler.err.illegal.char.for.encoding" -> "Save " + file + " as UTF-8.";
      case "compiler.err.expected4" ->
          classless && release < SourceCompiler.INSTANCE_MAIN
              ? "A method outside a class needs Java "
                  + SourceCompiler.INSTANCE_MAIN
                  + ": let JAVA_HOME name it, or write the class."
              : "";
      default -> "";
    };
  }
}
