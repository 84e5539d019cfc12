// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {

  @Test
  void a_recording_is_a_header_and_frames() throws IOException {
    byte[] bytes = recorded(new Tick(7), new Bye());
    assertEquals("af 47 4c 52 01 02 04 01 07 08 00", Hex.text(bytes));

    FrameReader reader = Recording.open(new ByteArrayInputStream(bytes));
    assertEquals(7, ((Tick) reader.read()).nanos);
    assertEquals(FrameType.BYE, reader.read().type());
    assertNull(reader.read());
  }

  @Test
  void a_recording_of_a_killed_target_is_good_up_to_its_last_whole_frame() throws IOException {
    byte[] bytes = recorded(new Tick(7), new Tick(1_000_000));
    ByteArrayInputStream cut = new ByteArrayInputStream(bytes, 0, bytes.length - 1);
    FrameReader reader = Recording.open(cut);
    assertEquals(7, ((Tick) reader.read()).nanos);
    assertThrows(EOFException.class, reader::read);
  }

  @Test
  void other_files_are_refused() {
    for (String other : List.of("", "af 47 4c", "af 47 4c 57 01 00", "50 4b 03 04 14 00 08")) {
      assertRefused("The file is not a recording of Afterglow.", other);
    }
  }

  @Test
  void a_recording_of_another_major_version_is_refused() {
    assertRefused(
        "The recording has version 2 of Afterglow's protocol, but this is version 1:"
            + " use an agent and a window of the same release.",
        "af 47 4c 52 02 00");
  }

  private static void assertRefused(String message, String hex) {
    ByteArrayInputStream in = new ByteArrayInputStream(Hex.bytes(hex));
    assertEquals(
        message, assertThrows(ProtocolException.class, () -> Recording.open(in)).getMessage());
  }

  private static byte[] recorded(Frame... frames) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = Recording.create(bytes);
    for (Frame frame : frames) {
      writer.write(frame);
    }
    writer.flush();
    return bytes.toByteArray();
  }
}
