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

  /** Which run's text is taken: the streams of an ended one may have some left. */
  private int run;

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

  /** Another run begins; text that is left of the one before is not taken any more. */
  synchronized void begin() {
    run++;
    kept.clear();
    keptLength = 0;
    if (listener != null) {
      listener.begins();
    }
  }

  private synchronized void text(int from, Channel channel, String text) {
    if (from == run) {
      text(channel, text);
    }
  }

  /** Reads a stream of the present run's process to its end, on a thread of its own. */
  synchronized Thread pump(InputStream in, Channel channel, Charset charset) {
    int now = run;
    Thread thread =
        Listener.daemon(
            () -> {
              char[] buffer = new char[8192];
              try (Reader reader = new InputStreamReader(in, charset)) {
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                  text(now, channel, new String(buffer, 0, n));
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
