// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.StepLog.ThreadKey;
import java.util.List;

/**
 * An exception that ended a thread.
 *
 * @param thread which one
 * @param threadName its name
 * @param chain the exception, then its cause, and so on; at least one
 */
public record UncaughtException(ThreadKey thread, String threadName, List<Thrown> chain) {
  /**
   * An exception.
   *
   * @param className binary name with dots
   * @param message its message, or empty
   * @param depth how many frames its trace has
   * @param frames the frames, innermost first; of a deep trace those in the middle are missing
   * @param suppressed what was suppressed for it
   */
  public record Thrown(
      String className,
      String message,
      int depth,
      List<FramePicture> frames,
      List<Thrown> suppressed) {
    /** The place in the frames where the middle of the trace is left out, or -1. */
    public int gap() {
      return FramePicture.gap(depth, frames);
    }
  }
}
