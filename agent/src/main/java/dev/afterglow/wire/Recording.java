// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A file of frames: magic, version, then the frames that an agent would have sent. {@link Tick}
 * carries the time. A file whose target was killed ends in the middle of a frame; what stands
 * before is good.
 */
public final class Recording {
  private static final byte[] MAGIC = {(byte) 0xAF, 'G', 'L', 'R'};
  private static final int LENGTH = MAGIC.length + 2;

  private Recording() {}

  /** Writes the header; the frames follow through the writer, whose caller closes the stream. */
  public static FrameWriter create(OutputStream out) throws IOException {
    byte[] header = new byte[LENGTH];
    System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
    header[MAGIC.length] = Protocol.MAJOR;
    header[MAGIC.length + 1] = Protocol.MINOR;
    out.write(header);
    return new FrameWriter(out);
  }

  /**
   * Reads the header; the frames are read through the reader, whose caller closes the stream.
   *
   * @throws ProtocolException if the bytes are no recording or one of another version
   */
  public static FrameReader open(InputStream in) throws IOException {
    byte[] header = new byte[LENGTH];
    try {
      FrameReader.readFully(in, header, 0, LENGTH);
    } catch (EOFException tooShort) {
      throw notOne();
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (header[i] != MAGIC[i]) {
        throw notOne();
      }
    }
    Protocol.checkMajor(header[MAGIC.length] & 0xFF, "The recording");
    return new FrameReader(in);
  }

  private static ProtocolException notOne() {
    return new ProtocolException("The file is not a recording of Afterglow.");
  }
}
