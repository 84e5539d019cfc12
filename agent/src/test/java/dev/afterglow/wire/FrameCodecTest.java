// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameCodecTest {

  @Test
  void every_kind_of_frame_comes_back_as_it_was() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(bytes);
    for (Frame frame : Frames.ofEveryKind()) {
      writer.write(frame);
    }
    writer.flush();

    FrameReader reader = reader(bytes.toByteArray());
    for (Frame frame : Frames.ofEveryKind()) {
      assertEquals(Frames.text(frame), Frames.text(reader.read()));
    }
    assertNull(reader.read());
    assertEquals(bytes.size(), writer.written());
  }

  @Test
  void nothing_is_written_before_the_flush_but_large_frames() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(bytes);
    writer.write(new Tick(1));
    assertEquals(0, bytes.size());
    writer.write(new Counts(0, 0, ascending(50_000), new long[50_000]));
    assertTrue(bytes.size() > 100_000);

    FrameReader reader = reader(bytes.toByteArray());
    assertEquals(FrameType.TICK, reader.read().type());
    assertEquals(50_000, ((Counts) reader.read()).counters.length);
  }

  @Test
  void a_frame_that_is_too_large_is_refused_and_leaves_the_stream_good() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(bytes);
    int n = 2_000_000;
    long[] totals = new long[n];
    java.util.Arrays.fill(totals, Long.MAX_VALUE);
    Counts large = new Counts(0, 0, ascending(n), totals);

    ProtocolException e = assertThrows(ProtocolException.class, () -> writer.write(large));
    assertTrue(e.getMessage().endsWith("is too large to send."), e.getMessage());
    writer.write(new Tick(7));
    writer.flush();
    assertEquals(7, ((Tick) reader(bytes.toByteArray()).read()).nanos);
  }

  @Test
  void a_negative_number_is_refused_by_the_writer() {
    FrameWriter writer = new FrameWriter(new ByteArrayOutputStream());
    assertThrows(IllegalArgumentException.class, () -> writer.write(new Tick(-1)));
  }

  @Test
  void an_unknown_frame_is_skipped_by_its_length() throws IOException {
    FrameReader reader = reader(Hex.bytes("63 05 00 ff ff ff ff  e3 01 00  04 01 07"));
    assertEquals(7, ((Tick) reader.read()).nanos);
    assertNull(reader.read());
  }

  @Test
  void what_a_newer_version_adds_behind_known_fields_is_ignored() throws IOException {
    FrameReader reader = reader(Hex.bytes("04 03 07 de ad  08 01 ff  04 01 09"));
    assertEquals(7, ((Tick) reader.read()).nanos);
    assertEquals(FrameType.BYE, reader.read().type());
    assertEquals(9, ((Tick) reader.read()).nanos);
  }

  @Test
  void an_agent_skips_what_only_agents_send() throws IOException {
    FrameReader commands =
        FrameReader.ofCommands(new ByteArrayInputStream(Hex.bytes("04 01 07  41 01 32")));
    assertEquals(50, ((Watch) commands.read()).everyMillis);
    assertNull(commands.read());
  }

  @Test
  void an_agent_refuses_a_large_command() {
    byte[] bytes = Hex.bytes("41 81 20");
    FrameReader commands = FrameReader.ofCommands(new ByteArrayInputStream(bytes));
    assertThrows(ProtocolException.class, commands::read);
  }

  @Test
  void a_stream_that_ends_within_a_frame_is_told_apart_from_a_clean_end() throws IOException {
    assertNull(reader(new byte[0]).read());
    for (String cut : List.of("04", "04 02 01", "84", "63 05 01 02", "04 80")) {
      assertThrows(EOFException.class, reader(Hex.bytes(cut))::read, cut);
    }
  }

  @Test
  void a_long_string_is_cut_between_two_characters() throws IOException {
    String text = "x" + String.join("", Collections.nCopies(40_000, "ß"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(bytes);
    writer.write(new Notice(0, "", text));
    writer.flush();

    String back = ((Notice) reader(bytes.toByteArray()).read()).text;
    assertEquals(Limits.MAX_STRING, back.getBytes(StandardCharsets.UTF_8).length);
    assertTrue(text.startsWith(back));
  }

  @Test
  void a_name_that_is_no_text_still_goes_over_the_wire() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(bytes);
    writer.write(new Notice(0, "a\uD800b", ""));
    writer.flush();
    assertEquals("a?b", ((Notice) reader(bytes.toByteArray()).read()).subject);
  }

  @Test
  void a_notice_of_an_unknown_kind_is_a_general_one() throws IOException {
    assertEquals(Notice.GENERAL, ((Notice) reader(Hex.bytes("06 03 63 00 00")).read()).kind);
  }

  @Test
  void too_many_counters_in_all_are_refused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(bytes);
    int classes = Limits.MAX_ALL_COUNTERS / Limits.MAX_COUNTERS;
    for (int i = 0; i <= classes; i++) {
      List<LineInfo> lines = Collections.emptyList();
      List<LoopInfo> loops = Collections.emptyList();
      writer.write(new ClassInfo(i, "A", "", "", Limits.MAX_COUNTERS, lines, loops, ""));
    }
    writer.flush();
    FrameReader reader = reader(bytes.toByteArray());
    for (int i = 0; i < classes; i++) {
      assertNotNull(reader.read());
    }
    assertThrows(ProtocolException.class, reader::read);
  }

  private static int[] ascending(int n) {
    int[] numbers = new int[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private static FrameReader reader(byte[] bytes) {
    return new FrameReader(new ByteArrayInputStream(bytes));
  }
}
