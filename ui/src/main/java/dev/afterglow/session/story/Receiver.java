// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.StepLog.Value;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of an object that a method was called on by what its caller's variable showed: for
 * calls that an exception has not left so far, or that did not tell their fields. Immutable.
 */
final class Receiver {
  /** Nothing. */
  static final Receiver UNKNOWN = new Receiver(null, null, null);

  /** The object as text, or null. */
  private final String text;

  /** The caller's moment if it is the same object, or null. */
  private final Moment caller;

  /** What is known of it besides, if it is the same object. */
  private final Supplier<Receiver> callers;

  private Receiver(String text, Moment caller, Supplier<Receiver> callers) {
    this.text = text;
    this.caller = caller;
    this.callers = callers;
  }

  /**
   * Finds it.
   *
   * @param line the caller's line
   * @param method what was called: once in the line, else it is not known on which object
   * @param moment the caller's variables
   * @param sameClass whether the caller is of the same class: then its {@code this} is the same
   * @param callers what is known of that
   */
  static Receiver of(
      String line, String method, Moment moment, boolean sameClass, Supplier<Receiver> callers) {
    Matcher call =
        Pattern.compile(
                "(?:(?<![.\\w$)\\]])([\\w$]+)\\.)?(?<![\\w$])" + Pattern.quote(method) + "\\s*\\(")
            .matcher(line);
    if (!call.find()) {
      return UNKNOWN;
    }
    String on = call.group(1);
    boolean plain = call.start() == 0 || ".)]".indexOf(line.charAt(call.start() - 1)) < 0;
    boolean news = line.substring(0, call.start()).endsWith("new ");
    if (!plain || news || call.find()) {
      return UNKNOWN;
    }
    if (on == null || on.equals("this")) {
      return sameClass ? new Receiver(null, moment, callers) : UNKNOWN;
    }
    Value value = moment.named(on);
    return value == null ? UNKNOWN : new Receiver(value.text(), null, null);
  }

  /** A field as text, or null if it is not known. */
  String field(String name) {
    if (caller != null) {
      Value value = caller.value("this." + name);
      return value == null ? callers.get().field(name) : value.text();
    }
    String found = text == null ? null : Texts.field(Texts.parts(text), name);
    return found == null || found.endsWith("…") ? null : found;
  }
}
