// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import dev.afterglow.launch.Program.Channel;
import dev.afterglow.launch.Program.ConsoleListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;

/** The text of a program's console; keeps the latest for a listener that comes later. */
final class Console {
  /** Characters kept for a listener that is not there yet. */
  private static final int KEEP = 1 << 20;

  private record Piece(Channel channel, String text) {}

  private final Deque<Piece> kept = new ArrayDeque<>();
  private int keptLength;
  private ConsoleListener listener;

  /** Sets the listener; what was kept is delivered first. */
  synchronized void listen(ConsoleListener next) {
    listener = next;
    while (!kept.isEmpty()) {
      Piece piece = kept.removeFirst();
      next.text(piece.channel(), piece.text());
    }
    keptLength = 0;
  }

  synchronized void text(Channel channel, String text) {
    if (listener != null) {
      listener.text(channel, text);
      return;
    }
    kept.addLast(new Piece(channel, text));
    keptLength += text.length();
    while (keptLength > KEEP) {
      keptLength -= kept.removeFirst().text().length();
    }
  }

  /** Reads a stream of a process to its end, on a thread of its own. */
  Thread pump(InputStream in, Channel channel, Charset charset) {
    Thread thread =
        Listener.daemon(
            () -> {
              char[] buffer = new char[8192];
              try (Reader reader = new InputStreamReader(in, charset)) {
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                  text(channel, new String(buffer, 0, n));
                }
              } catch (IOException ended) {
                // The process is gone.
              }
            },
            "afterglow-console");
    thread.start();
    return thread;
  }
}
