// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What is said on standard error if this process ends without closing: when its display goes away
 * the toolkit ends the JVM at once, shutdown hooks or not. So a shell beside it keeps the words,
 * and speaks when the pipe between them breaks. Without a POSIX shell nothing is said. Safe for any
 * thread.
 */
final class LastWords implements AutoCloseable {
  private static final String KEEPER =
      "trap '' INT TERM HUP; words=; while IFS= read -r line; do words=$line; done; "
          + "[ -z \"$words\" ] || printf '%s\\n' \"$words\" >&2";

  private OutputStream keeper;
  private boolean closed;

  /** From now on these are the last words. */
  synchronized void are(String words) {
    if (closed) {
      return;
    }
    try {
      if (keeper == null) {
        keeper =
            new ProcessBuilder("/bin/sh", "-c", KEEPER)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getOutputStream();
      }
      keeper.write((words + "\n").getBytes(StandardCharsets.UTF_8));
      keeper.flush();
    } catch (IOException noShell) {
      closed = true;
    }
  }

  /** Nothing is left to be said. */
  @Override
  public synchronized void close() {
    if (keeper != null) {
      are("");
    }
    closed = true;
  }
}
