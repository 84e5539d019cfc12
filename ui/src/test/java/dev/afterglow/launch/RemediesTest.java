// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RemediesTest {
  private static String of(String code, String message, boolean classless, int release) {
    return new Remedies("A.java", classless, release).after("compiler.err." + code, message);
  }

  @Test
  void an_encoding_that_is_not_utf_8_is_told_once() {
    Remedies remedies = new Remedies("A.java", false, 17);
    String code = "compiler.err.illegal.char.for.encoding";
    String message = "unmappable character (0xE4) for encoding UTF-8";
    assertEquals(". Save A.java as UTF-8.", remedies.after(code, message));
    assertEquals("", remedies.after(code, message));
  }

  @Test
  void a_method_without_a_class_is_for_a_newer_java() {
    String message = "class, interface, enum, or record expected";
    assertEquals(
        ". A method outside a class needs Java 25:" + " let JAVA_HOME name it, or write the class.",
        of("expected4", message, true, 17));
    assertEquals("", of("expected4", message, true, 25));
    assertEquals("", of("expected4", message, false, 17), "a brace too many");
  }

  @Test
  void other_messages_stay_as_they_are() {
    assertEquals("", of("illegal.char", "illegal character: '#'", false, 17));
    assertEquals("", of("cant.resolve.location", "cannot find symbol", false, 17));
  }
}
