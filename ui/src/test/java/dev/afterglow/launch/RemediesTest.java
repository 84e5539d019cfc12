// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RemediesTest {
  private static String of(String code, String message, int release) {
    return Remedies.of("compiler.err." + code, message, "A.java", release);
  }

  @Test
  void an_encoding_that_is_not_utf_8() {
    String message = "unmappable character (0xE4) for encoding UTF-8";
    assertEquals(". Save A.java as UTF-8.", of("illegal.char.for.encoding", message, 17));
  }

  @Test
  void a_method_without_a_class_is_for_a_newer_java() {
    String message = "class, interface, enum, or record expected";
    assertEquals(
        ". A method outside a class needs Java 25:" + " let JAVA_HOME name it, or write the class.",
        of("expected4", message, 17));
    assertEquals("", of("expected4", message, 25));
  }

  @Test
  void other_messages_stay_as_they_are() {
    assertEquals("", of("illegal.char", "illegal character: '#'", 17));
    assertEquals("", of("cant.resolve.location", "cannot find symbol", 17));
  }
}
