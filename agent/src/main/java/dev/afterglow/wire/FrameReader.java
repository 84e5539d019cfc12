// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads frames. Checks everything before it allocates for it: whatever the bytes, the outcome is a
 * frame, null, {@link ProtocolException} or an {@link IOException} of the stream, and the memory is
 * bounded by {@link Limits}. Reads ahead, so nobody else may read the stream. For one thread at a
 * time.
 */
public final class FrameReader {
  private static final int KEEP = 64 << 10;

  private final InputStream in;
  private final boolean commandsOnly;
  private final int maxFrame;
  private byte[] payload = new byte[1 << 10];
  private int announced;

  /** Reads frames of every kind. */
  public FrameReader(InputStream in) {
    this(in, false);
  }

  private FrameReader(InputStream in, boolean commandsOnly) {
    this.in = new BufferedInputStream(in);
    this.commandsOnly = commandsOnly;
    this.maxFrame = commandsOnly ? Limits.MAX_COMMAND : Limits.MAX_FRAME;
  }

  /** Reads only what a window may send to an agent, and skips the rest; small frames only. */
  public static FrameReader ofCommands(InputStream in) {
    return new FrameReader(in, true);
  }

  /**
   * The next frame that this version knows; waits for it.
   *
   * @return null if the stream ended before a frame began
   * @throws EOFException if the stream ended within a frame
   * @throws ProtocolException if the bytes break the protocol
   */
  public Frame read() throws IOException {
    while (true) {
      int first = in.read();
      if (first < 0) {
        return null;
      }
      int type = number(first, "The kind of a frame");
      int length = number(octet(), "The length of a frame");
      if (length > maxFrame) {
        throw Decoder.outOfRange("The length of a frame", length);
      }
      if (known(type)) {
        fill(length);
        return check(FrameDecoder.decode(type, new Decoder(payload, length)));
      }
      skip(length);
    }
  }

  /** Fills {@code into} from {@code from} to {@code to}. */
  static void readFully(InputStream in, byte[] into, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      int n = in.read(into, at, to - at);
      if (n < 0) {
        throw new EOFException("The stream ends too early.");
      }
      at += n;
    }
  }

  private boolean known(int type) {
    return (!commandsOnly || FrameDecoder.isCommand(type)) && FrameDecoder.isKnown(type);
  }

  private Frame check(Frame frame) throws ProtocolException {
    if (frame.type() == FrameType.CLASS) {
      announced += ((ClassInfo) frame).counters;
      if (announced > Limits.MAX_ALL_COUNTERS) {
        throw Decoder.outOfRange("The number of counters of all classes", announced);
      }
    }
    return frame;
  }

  private int number(int first, String what) throws IOException {
    int octet = first;
    int value = octet & 0x7F;
    for (int shift = 7; octet >= 0x80; shift += 7) {
      if (shift > 21) {
        throw new ProtocolException(what + " is out of range.");
      }
      octet = octet();
      value |= (octet & 0x7F) << shift;
    }
    return value;
  }

  private int octet() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException("The stream ends too early.");
    }
    return octet;
  }

  /** Reads the payload; the buffer grows with what came, not with what was promised. */
  private void fill(int length) throws IOException {
    if (payload.length > KEEP) {
      payload = new byte[KEEP];
    }
    int at = 0;
    while (at < length) {
      if (at == payload.length) {
        payload = Arrays.copyOf(payload, Math.min(length, 2 * payload.length));
      }
      int to = Math.min(length, payload.length);
      readFully(in, payload, at, to);
      at = to;
    }
  }

  private void skip(int length) throws IOException {
    long left = length;
    while (left > 0) {
      long n = in.skip(left);
      if (n <= 0) {
        octet();
        n = 1;
      }
      left -= n;
    }
  }
}
