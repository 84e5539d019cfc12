// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetFileTest {
  private static TargetFile parse(String... lines) {
    return TargetFile.parse(Path.of("A.java"), List.of(lines));
  }

  private static Expectation first(String line) {
    return parse(line).javac().get(0);
  }

  @Test
  void hits_rounds_and_lambda_hits_are_read() {
    assertEquals(new Expectation(false, false, 3, -1, -1), first("a(); // 3"));
    assertEquals(new Expectation(false, false, 11, 10, -1), first("for (;;) { // 11 (10)"));
    assertEquals(new Expectation(false, false, 1, -1, 3), first("a(x -> y()); // 1 λ3"));
    assertEquals(new Expectation(false, false, 4, 3, 2), first("for (...) // 4 (3) λ2"));
    assertEquals(new Expectation(false, true, 1, -1, -1), first("2, // 1?"));
  }

  @Test
  void a_line_without_comment_must_show_nothing() {
    assertEquals(Expectation.NOTHING, first("a();"));
    assertEquals(Expectation.NOTHING, first("a(); // -"));
    assertEquals(Expectation.NOTHING, first("  // prose on a line of its own: 3"));
    assertFalse(Expectation.NOTHING.matches(0, -1, -1));
    assertTrue(Expectation.NOTHING.matches(-1, -1, -1));
  }

  @Test
  void a_star_accepts_everything() {
    assertTrue(first("a(); // *").matches(17, 3, 4));
  }

  @Test
  void a_question_mark_accepts_the_number_or_none() {
    Expectation e = first("2, // 1?");
    assertTrue(e.matches(1, -1, -1));
    assertTrue(e.matches(-1, -1, -1));
    assertFalse(e.matches(2, -1, -1));
    assertFalse(e.matches(0, -1, -1));
  }

  @Test
  void rounds_and_lambda_hits_must_match_too() {
    assertFalse(first("a(); // 3").matches(3, 2, -1));
    assertFalse(first("a(); // 3").matches(3, -1, 2));
    assertFalse(first("a(); // 3 (2)").matches(3, -1, -1));
    assertTrue(first("a(); // 3 (2) λ1").matches(3, 2, 1));
  }

  @Test
  void a_compiler_may_have_its_own_numbers() {
    TargetFile file = parse("for (int v : a) { // 4 (3); ecj: 5 (3)");
    assertEquals(first("a // 4 (3)"), file.javac().get(0));
    assertEquals(first("a // 5 (3)"), file.ecj().get(0));
    assertEquals(first("a // 5 (3)"), file.expectations(true).get(0));
  }

  @Test
  void prose_behind_code_is_refused_with_the_place() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> parse("", "a(); // often"));
    assertTrue(e.getMessage().contains("A.java:2"), e.getMessage());
  }

  @Test
  void directives_are_read() {
    TargetFile file = parse("// oracle: no", "// assertions: on", "// other: no");
    assertEquals(List.of("oracle: no", "assertions: on"), file.directives());
    assertTrue(file.says("oracle: no"));
    assertEquals("A", file.mainClass());
  }

  @Test
  void numbers_print_as_they_are_written() {
    for (String form : List.of("3", "11 (10)", "1 λ3", "4 (3) λ2", "1?", "1? (0)", "-", "*")) {
      assertEquals(form, Expectation.parse(form).toString());
    }
  }
}
