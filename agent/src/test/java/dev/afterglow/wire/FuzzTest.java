// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Both decoders under broken bytes: only frames, {@link ProtocolException}, {@link EOFException} or
 * a clean end may come out, for little memory. {@code -Dafterglow.fuzz.seconds=600} runs longer.
 */
class FuzzTest {
  private static final int ROUNDS = 4_000;

  /** Bytes that a decoder may allocate for a byte of input, and for its buffers. */
  private static final long PER_BYTE = 64;

  private static final long BUFFERS = 256 << 10;

  private final com.sun.management.ThreadMXBean memory =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void frames_with_flipped_bytes() {
    byte[] good = bytes(Frames.ofEveryKind());
    fuzz(random -> flipped(good, random), FrameReader::new);
  }

  @Test
  void single_frames_with_flipped_bytes() {
    List<byte[]> good = new ArrayList<>();
    for (Frame frame : Frames.ofEveryKind()) {
      good.add(bytes(List.of(frame)));
    }
    fuzz(random -> flipped(good.get(random.nextInt(good.size())), random), FrameReader::new);
  }

  @Test
  void frames_of_random_payload() {
    fuzz(random -> randomFrame(1 + random.nextInt(9), random), FrameReader::new);
  }

  @Test
  void random_bytes() {
    fuzz(FuzzTest::noise, FrameReader::new);
  }

  @Test
  void commands_with_flipped_bytes() {
    byte[] good = bytes(List.of(new Welcome(), new Watch(50), new SelectThread(9), new Watch(0)));
    fuzz(random -> flipped(good, random), FrameReader::ofCommands);
  }

  @Test
  void commands_of_random_payload() {
    fuzz(random -> randomFrame(62 + random.nextInt(7), random), FrameReader::ofCommands);
    fuzz(FuzzTest::noise, FrameReader::ofCommands);
  }

  @Test
  void promised_lengths_cost_nothing() throws IOException {
    String[] promises = {
      "03 ff ff ff 07 00 ff ff 3f", // 16 MB of counts
      "02 80 80 80 08 00 00 00 00 80 80 40 00 fe ff 07", // lines
      "05 80 80 80 08 80 80 10", // names
      "01 ff ff ff 07 00 00 ff ff 03", // a string
    };
    for (String promise : promises) {
      read(Hex.bytes(promise), FrameReader::new, promise);
    }
  }

  private void fuzz(
      Function<Random, byte[]> input, Function<ByteArrayInputStream, FrameReader> of) {
    long seconds = Long.getLong("afterglow.fuzz.seconds", 0);
    long seed = seconds == 0 ? 1 : System.nanoTime();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    for (long round = 0; round < ROUNDS || System.nanoTime() < end; round++) {
      byte[] bytes = input.apply(new Random(seed + round));
      String what = "seed " + (seed + round) + ", bytes " + bytes.length;
      try {
        read(bytes, of, what);
      } catch (IOException | RuntimeException e) {
        throw new AssertionError(what, e);
      }
    }
  }

  private void read(byte[] bytes, Function<ByteArrayInputStream, FrameReader> of, String what)
      throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    List<Frame> frames = new ArrayList<>();
    long before = memory.getCurrentThreadAllocatedBytes();
    try {
      FrameReader reader = of.apply(in);
      for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
        frames.add(frame);
      }
    } catch (ProtocolException | EOFException expected) {
      assertNotNull(expected.getMessage(), what);
    }
    long allocated = memory.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < BUFFERS + PER_BYTE * bytes.length, what + " took " + allocated);
    writesAgain(frames, what);
  }

  /** What a decoder lets through is a frame in order: it can be written and read again. */
  private static void writesAgain(List<Frame> frames, String what) throws IOException {
    FrameReader again = new FrameReader(new ByteArrayInputStream(bytes(frames)));
    for (Frame frame : frames) {
      assertEquals(Frames.text(frame), Frames.text(again.read()), what);
    }
    assertNull(again.read(), what);
  }

  private static byte[] flipped(byte[] good, Random random) {
    byte[] bytes =
        Arrays.copyOf(good, Math.max(1, good.length - random.nextInt(3) * random.nextInt(5)));
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> bytes[at]++;
        default -> bytes[at] = (byte) 0xFF;
      }
    }
    return bytes;
  }

  /** A good head, so that the payload's decoder sees the noise; small numbers are likely. */
  private static byte[] randomFrame(int type, Random random) {
    byte[] payload = new byte[random.nextInt(120)];
    for (int i = 0; i < payload.length; i++) {
      payload[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(8));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(type);
    bytes.write(payload.length);
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(List<Frame> frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(bytes);
    try {
      for (Frame frame : frames) {
        writer.write(frame);
      }
      writer.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
