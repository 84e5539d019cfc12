// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source maps (JSR-45): what Kotlin 2.4 writes, and the form's other possibilities. */
class SourceMapTest {
  /** Of a file with 298 lines: an own inline function twice, two of a package util, forEach. */
  private static final String KOTLIN =
      lines(
          "SMAP",
          "Kotlin.kt",
          "Kotlin",
          "*S Kotlin",
          "*F",
          "+ 1 Kotlin.kt",
          "app/KotlinKt",
          "+ 2 Inlines.kt",
          "util/InlinesKt",
          "+ 3 Kotlin.kt",
          "util/KotlinKt",
          "+ 4 _Collections.kt",
          "kotlin/collections/CollectionsKt___CollectionsKt",
          "*L",
          "1#1,298:1",
          "150#1,4:299",
          "150#1,4:303",
          "8#2,5:315",
          "27#3:334",
          "2199#4,2:336",
          "*S KotlinDebug",
          "*F",
          "+ 1 Kotlin.kt",
          "app/KotlinKt",
          "*L",
          "163#1:299,4",
          "164#1:303,4",
          "175#1:315,5",
          "*E",
          "");

  private static String lines(String... lines) {
    return String.join("\n", Arrays.asList(lines));
  }

  private static LineMap map(String text) {
    return SourceMap.parse(text, "app/KotlinKt", "Kotlin.kt", name -> name.startsWith("util/"));
  }

  @Test
  void a_line_in_its_place_is_its_number() {
    assertEquals(1, map(KOTLIN).sourceLine(1));
    assertEquals(298, map(KOTLIN).sourceLine(298));
  }

  @Test
  void copies_of_an_own_inline_function_have_its_lines() {
    for (int number : new int[] {300, 304}) {
      int id = map(KOTLIN).sourceLine(number);
      assertEquals(151, LineId.line(id));
      assertEquals(0, LineId.place(id));
      assertEquals(151, LineId.written(id));
      assertEquals(true, LineId.isCopy(id));
    }
  }

  @Test
  void copies_from_other_files_have_theirs() {
    LineMap map = map(KOTLIN);
    int id = map.sourceLine(319);
    assertEquals(12, LineId.line(id));
    assertEquals("util/InlinesKt:Inlines.kt", map.files().get(LineId.place(id)));
    int sameName = map.sourceLine(334);
    assertEquals(27, LineId.line(sameName));
    assertEquals("util/KotlinKt:Kotlin.kt", map.files().get(LineId.place(sameName)));
  }

  @Test
  void what_nobody_asked_for_and_what_is_in_no_range_has_no_line() {
    for (int number : new int[] {336, 337, 320, 10_000}) {
      assertEquals(0, map(KOTLIN).sourceLine(number), "number " + number);
    }
  }

  @Test
  void calls_are_where_code_was_inlined() {
    List<int[]> calls = map(KOTLIN).calls();
    assertArrayEquals(new int[] {299, 302, 163}, calls.get(0));
    assertArrayEquals(new int[] {315, 319, 175}, calls.get(2));
  }

  @Test
  void increments_and_a_file_that_is_not_repeated() {
    LineMap map =
        SourceMap.parse(
            lines(
                    "SMAP",
                    "Page_jsp.java",
                    "JSP",
                    "*S JSP",
                    "*F",
                    "0 page.jsp",
                    "+ 1 part.jsp",
                    "web/part.jsp",
                    "*L",
                    "5:100",
                    "6,3:200,10",
                    "7#1,2:300,2",
                    "9:400",
                    "*E",
                    "")
                .replace("\n", "\r\n"),
            "web/Page_jsp",
            "page.jsp",
            name -> true);
    assertEquals(5, LineId.line(map.sourceLine(100)));
    assertEquals(6, LineId.line(map.sourceLine(209)));
    assertEquals(7, LineId.line(map.sourceLine(210)));
    assertEquals(8, LineId.line(map.sourceLine(229)));
    assertEquals(0, map.sourceLine(230));
    assertEquals(8, LineId.line(map.sourceLine(303)));
    assertEquals("web/part.jsp:part.jsp", map.files().get(LineId.place(map.sourceLine(303))));
    assertEquals(1, LineId.place(map.sourceLine(400)), "a file that is not named is the last one");
  }

  @Test
  void a_map_that_is_damaged_or_of_other_files_is_none() {
    for (String text :
        new String[] {
          "", "SMAP", KOTLIN.replace("1#1,298:1", "1#1,x:1"), KOTLIN.replace("#1", "#4")
        }) {
      assertSame(LineMap.IDENTITY, map(text), text);
    }
  }
}
