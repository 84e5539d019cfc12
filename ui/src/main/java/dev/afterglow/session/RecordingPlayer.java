// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.wire.Frame;
import dev.afterglow.wire.FrameReader;
import dev.afterglow.wire.Recording;
import dev.afterglow.wire.TargetInfo;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows a recording: puts its frames into a session, all at once. */
public final class RecordingPlayer {
  private RecordingPlayer() {}

  /**
   * Reads a recording to its end. One whose target was killed ends within a frame; what stands
   * before counts.
   *
   * @throws IOException if it cannot be read or is no recording; the message is one sentence
   */
  public static void play(Path file, Session session) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      FrameReader reader = Recording.open(in);
      int target = 0;
      try {
        for (Frame frame = reader.read(); frame != null; frame = reader.read()) {
          if (frame instanceof TargetInfo info) {
            target = session.connected(info);
          } else {
            session.accept(target, frame);
          }
        }
      } catch (EOFException killed) {
        // The counts up to here are right.
      }
      session.disconnected(target);
    }
  }
}
