// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.Counts;
import dev.afterglow.wire.LineInfo;
import dev.afterglow.wire.LoopInfo;
import dev.afterglow.wire.Notice;
import dev.afterglow.wire.TargetInfo;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
  @TempDir Path folder;
  private Session session;
  private int target;

  @BeforeEach
  void run() throws IOException {
    Files.write(
        folder.resolve("A.java"),
        List.of("class A {", "  while (a < b) {", "\tx(\"<b>\u001b[2J\");", "  never();", "}"));
    session = new Session(new SourceFinder(List.of(folder)));
    target = session.connected(new TargetInfo(1, 0, "17", "A", ""));
    List<LineInfo> lines =
        List.of(
            new LineInfo(2, LineInfo.HITS, 0, new int[] {0}),
            new LineInfo(3, LineInfo.HITS, 0, new int[] {1}),
            new LineInfo(3, LineInfo.SECOND, 0, new int[] {2}),
            new LineInfo(4, LineInfo.HITS, 0, new int[] {3}));
    LoopInfo loop = new LoopInfo(2, 2, 3, LoopInfo.TOP_TESTED, false, new int[] {1}, new int[] {0});
    session.accept(target, new ClassInfo(0, "A", "app", "A.java", 4, lines, List.of(loop), ""));
    session.accept(target, new Counts(0, 0, new int[] {0, 1, 2}, new long[] {12_001, 12_000, 3}));
  }

  @Test
  void csv_has_a_row_for_each_line_with_code() throws IOException {
    StringWriter out = new StringWriter();
    CountsCsv.write(session, out);
    assertEquals(
        """
        file,line,hits,rounds,lambda_hits
        A.java,2,12001,12000,
        A.java,3,12000,,3
        A.java,4,0,,
        """,
        out.toString());
  }

  @Test
  void text_keeps_within_its_width_and_does_not_steer_the_terminal() throws IOException {
    StringBuilder out = new StringBuilder();
    TextReport.write(session, out, false, 40);
    assertTrue(out.toString().contains("A.java  24,001 hits, hottest line 12,001"), out.toString());
    assertTrue(out.toString().contains("12.0k ██████████"), out.toString());
    assertFalse(out.toString().contains("\u001b"), out.toString());
    for (String line : out.toString().split("\n")) {
      assertTrue(line.length() <= 60, line);
    }
    StringBuilder coloured = new StringBuilder();
    TextReport.write(session, coloured, true, 80);
    assertTrue(coloured.toString().contains("\u001b[1mA.java\u001b[0m"), coloured.toString());
    assertFalse(coloured.toString().contains("\u001b[2J"), coloured.toString());
  }

  @Test
  void text_shows_of_a_long_file_where_it_ran() throws IOException {
    Files.write(folder.resolve("Long.java"), Collections.nCopies(900, "x"));
    Session other = new Session(new SourceFinder(List.of(folder)));
    int target = other.connected(new TargetInfo(1, 0, "17", "Long", ""));
    List<LineInfo> lines =
        List.of(
            new LineInfo(3, LineInfo.HITS, 0, new int[] {0}),
            new LineInfo(500, LineInfo.HITS, 0, new int[] {1}));
    other.accept(target, new ClassInfo(0, "Long", "app", "Long.java", 2, lines, List.of(), ""));
    other.accept(target, new Counts(0, 0, new int[] {0, 1}, new long[] {7, 9}));
    StringBuilder out = new StringBuilder();
    TextReport.write(other, out, false, 80);
    String text = out.toString().replaceAll("(?m)^ *\\d+ {20}x\\n", "");
    assertEquals(
        """

        Long.java  16 hits, hottest line 9
          3      7 █████████   x
          ⋮ 488 lines
        500      9 ██████████  x
          ⋮ 396 lines
        The 40 hottest lines and what is around them; --html has all.
        """,
        text);
  }

  @Test
  void html_escapes_the_source_and_says_the_numbers_in_words() throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(session, "A & B", out);
    String page = out.toString();
    assertTrue(page.contains("<title>A &amp; B – Afterglow</title>"), page);
    assertTrue(page.contains("&quot;&lt;b&gt;"), page);
    assertTrue(page.contains("12,000 rounds, 12,001 checks"), page);
    assertTrue(page.contains("never run"), page);
    assertTrue(page.contains("prefers-color-scheme: dark"), page);
  }

  @Test
  void of_a_program_that_was_killed_both_say_that_counts_may_be_missing() throws IOException {
    session.disconnected(target);
    StringBuilder text = new StringBuilder();
    TextReport.write(session, text, false, 80);
    assertTrue(text.toString().endsWith("its last counts may be missing.\n"), text.toString());
    StringWriter page = new StringWriter();
    HtmlReport.write(session, "A", page);
    assertTrue(page.toString().contains("its last counts may be missing."), page.toString());
  }

  @Test
  void where_nothing_was_counted_both_say_why() throws IOException {
    Session empty = new Session(new SourceFinder(List.of()));
    StringBuilder text = new StringBuilder();
    TextReport.write(empty, text, false, 80);
    assertEquals(
        "afterglow: no line was counted: no class of the program was loaded.\n", text.toString());
    int other = empty.connected(new TargetInfo(1, 0, "17", "A", ""));
    empty.accept(other, new Notice(Notice.CLASS_LEFT, "A", "It has no line numbers."));
    StringBuilder told = new StringBuilder();
    TextReport.write(empty, told, false, 80);
    assertEquals(
        "afterglow: no line was counted.\nafterglow: A: It has no line numbers.\n",
        told.toString());
    StringWriter page = new StringWriter();
    HtmlReport.write(empty, "A", page);
    assertTrue(page.toString().contains("<p>No line was counted.</p>"), page.toString());
    assertTrue(page.toString().contains("<p>A: It has no line numbers.</p>"), page.toString());
  }
}
