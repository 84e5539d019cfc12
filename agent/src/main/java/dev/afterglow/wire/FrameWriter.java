// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes frames, in either direction. Collects small ones; {@link #flush} sends them. For one
 * thread at a time.
 */
public final class FrameWriter {
  private static final int COLLECT = 32 << 10;
  private static final int KEEP = 64 << 10;
  private static final int MAX_HEAD = 20;

  private final OutputStream out;
  private final Encoder payload = new Encoder(1 << 10);

  /** Large enough never to grow: without memory, no frame is collected in part. */
  private final Encoder collected = new Encoder(COLLECT + MAX_HEAD);

  private long written;

  public FrameWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes a frame, or collects it to be written soon.
   *
   * @throws ProtocolException if the frame is larger than {@link Limits#MAX_FRAME}; nothing of it
   *     was written and the next frame may be
   */
  public void write(Frame frame) throws IOException {
    payload.clear(KEEP);
    FrameEncoder.encode(frame, payload);
    int length = payload.size();
    if (length > Limits.MAX_FRAME) {
      throw new ProtocolException("A frame of " + length + " bytes is too large to send.");
    }
    int before = collected.size();
    collected.number(frame.type());
    collected.number(length);
    written += collected.size() - before + length;
    if (collected.size() + length <= COLLECT) {
      collected.put(payload.bytes(), 0, length);
    } else {
      sendCollected();
      out.write(payload.bytes(), 0, length);
    }
  }

  /** Sends what was collected and flushes the stream. */
  public void flush() throws IOException {
    sendCollected();
    out.flush();
  }

  /** Bytes of all frames so far, collected ones included. */
  public long written() {
    return written;
  }

  private void sendCollected() throws IOException {
    if (collected.size() > 0) {
      out.write(collected.bytes(), 0, collected.size());
      collected.clear(KEEP);
    }
  }
}
