// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.StepLog.Value;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** What stands behind a line that leaves little room. */
class ChipsTest {
  private final Columns columns = new Columns(13, 20);
  private final Palette palette = Palette.of(Theme.LIGHT);

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private Chips chips(boolean past) {
    Chips chips = new Chips(columns, node -> {});
    chips.set(List.of(new Value("total", "12")), past, palette);
    return chips;
  }

  @Test
  void why_a_value_is_masked_stands_in_the_tool_tip() {
    assertEquals("n = 7", Chips.words(List.of(new Value("n", "7"))));
    assertEquals(
        "n = 7\nkey = •••\n"
            + "••• is not shown, as its name reads like a secret's: password, token, secret, key."
            + " Under another name, or with --show-secrets, it is.",
        Chips.words(List.of(new Value("n", "7"), new Value("key", "•••"))));
  }

  @Test
  void values_of_a_call_that_has_ended_never_cover_code() {
    Chips chips = chips(true);
    chips.place(595, 100, 600, 20);
    assertTrue(chips.isCut());
    assertFalse(chips.isShown());
    assertEquals(List.of(), chips.texts());
    chips.place(400, 100, 600, 20);
    assertEquals(List.of("total = 12"), chips.texts());
    assertTrue(chips.left() >= 400);
  }

  @Test
  void list_that_has_more_is_cut_with_one_ellipsis() {
    Chips chips = new Chips(columns, node -> {});
    chips.set(List.of(new Value("a", "[1, 2, … 7 more]")), true, palette);
    for (double room = 20; room < 600; room++) {
      chips.place(100, 0, 100 + room, 20);
      assertFalse(chips.texts().toString().contains("……"), chips.texts()::toString);
    }
    assertEquals(List.of("a = [1, 2, … 7 more]"), chips.texts());
  }

  @Test
  void a_value_of_which_there_is_room_for_an_ellipsis_alone_is_left_out() {
    Chips chips = new Chips(columns, node -> {});
    chips.set(List.of(new Value("total", "12"), new Value("row", "3")), true, palette);
    boolean more = false;
    for (double room = 10; room < 300; room++) {
      chips.place(100, 0, 100 + room, 20);
      List<String> texts = chips.texts();
      String first = texts.isEmpty() ? "none" : texts.get(0);
      assertTrue(first.length() > 3, first);
      more |= texts.equals(List.of("total = 12", "…"));
      assertEquals(texts.size() < 2 || texts.get(1).endsWith("…"), chips.isCut(), texts::toString);
    }
    assertTrue(more, "that there are more values is told");
    assertFalse(chips.isCut());
  }

  @Test
  void values_of_a_call_that_runs_are_read_at_the_cost_of_the_codes_end() {
    Chips chips = chips(false);
    chips.place(595, 100, 600, 20);
    assertEquals(List.of("total = 12"), chips.texts());
  }

  @Test
  void a_short_value_of_a_call_that_runs_is_whole_wherever_the_pane_ends() {
    for (double size = 11; size < 20; size += 0.5) {
      Chips chips = new Chips(new Columns(size, 20), node -> {});
      for (String text : List.of("7", "42", "[5, 1]", "0.300001")) {
        chips.set(List.of(new Value("end", text, 0, text.length())), false, palette);
        for (double most = 800; most < 1200; most += 0.7) {
          chips.place(most - 10, 100, most, 20);
          assertEquals(List.of("end = " + text), chips.texts(), size + " points");
        }
      }
    }
  }

  @Test
  void the_name_of_an_exception_is_whole_though_the_code_is_as_wide_as_the_pane() {
    GutterCell cell = new GutterCell(7, "x".repeat(70), columns);
    cell.room(columns.width + 70 * columns.charWidth);
    cell.chips().set(List.of(new Value("total", "12")), false, palette);
    cell.paint(frame(Map.of(7, new Messages.Message(true, "ArithmeticException: / by zero"))));
    assertTrue(cell.wordsText().startsWith("ArithmeticException"), cell.wordsText());
    assertFalse(cell.chips().isShown(), "its name is more important");
  }

  @Test
  void what_is_said_of_a_line_stays_where_only_the_values_have_no_room() {
    GutterCell cell = new GutterCell(7, "x".repeat(40), columns);
    cell.paint(frame(Map.of(7, new Messages.Message(true, "Bad: no"))));
    cell.chips().set(List.of(new Value("numbers", "1234567890".repeat(2))), true, palette);
    cell.room(columns.width + 60 * columns.charWidth);
    assertEquals("Bad: no", cell.wordsText());
    assertTrue(cell.chips().isCut());
    assertTrue(cell.chips().isShown());
  }

  @Test
  void words_do_not_push_the_value_of_a_running_call_over_the_code() {
    GutterCell cell = new GutterCell(7, "x".repeat(40), columns);
    cell.paint(frame(Map.of(), picture(7, 110, 10)));
    assertEquals("10 rounds", cell.wordsText());
    cell.chips().set(List.of(new Value("column", "11")), false, palette);
    double behind = columns.width + 42.5 * columns.charWidth;
    cell.room(behind + cell.chips().width());
    assertEquals(List.of("column = 11"), cell.chips().texts());
    assertTrue(cell.chips().left() >= Math.floor(behind), "the code is seen");
  }

  @Test
  void a_comment_behind_a_number_that_is_to_be_guessed_may_not_tell_it() {
    GutterCell cell = new GutterCell(7, "x++;      // 11", columns);
    cell.room(columns.width + 60 * columns.charWidth);
    cell.paint(frame(Map.of(), picture(7, 11, 10)));
    assertFalse(cell.hidesComment());
    BitSet told = new BitSet();
    cell.paint(frame(Map.of(), picture(7, 11, 10), told));
    assertEquals("?", cell.countText());
    assertTrue(cell.hidesComment());
    told.set(7);
    cell.paint(frame(Map.of(), picture(7, 11, 10), told));
    assertEquals("11", cell.countText());
    assertFalse(cell.hidesComment());
  }

  private CodeFrame frame(Map<Integer, Messages.Message> messages) {
    return frame(messages, null);
  }

  private CodeFrame frame(Map<Integer, Messages.Message> messages, FilePicture picture) {
    return frame(messages, picture, null);
  }

  private CodeFrame frame(
      Map<Integer, Messages.Message> messages, FilePicture picture, BitSet told) {
    BitSet none = new BitSet();
    return new CodeFrame(picture, 0, columns, palette, 0, none, none, null, messages, 0, told);
  }

  /** A file whose last line has run. */
  private static FilePicture picture(int line, long hits, long rounds) {
    return new FilePicture(
        new FileKey("Main.java"),
        1,
        onLine(line, hits),
        onLine(line, rounds),
        onLine(line, FilePicture.NONE),
        onLine(line, 1),
        hits);
  }

  private static long[] onLine(int line, long number) {
    long[] numbers = new long[line + 1];
    Arrays.fill(numbers, FilePicture.NONE);
    numbers[line] = number;
    return numbers;
  }
}
