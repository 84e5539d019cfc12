// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What the window and the exports may ask of a session. All methods may be called from any thread
 * and return at once.
 */
public interface SessionView {

  /** The session now; the same object as long as nothing changed but the clock. */
  Picture picture();

  /** The numbers of a file, empty if no class of it was loaded; the same object while unchanged. */
  Optional<FilePicture> file(FileKey key);

  /** The text of a file, empty if it was not found. May read from disk on the first call. */
  Optional<SourceText> source(FileKey key);

  /** The session clock, nanoseconds; compare with {@link FilePicture#lastHitNanos}. */
  long nanos();

  /** Stops or lets go the picture; counts go on arriving and are shown when it is let go. */
  void freeze(boolean frozen);

  /** Makes now the baseline: all numbers shown start again from zero. */
  void reset();

  /** Shows the numbers of one thread of a target only; a threadId of 0 shows all. */
  void selectThread(int target, long threadId);

  /** The steps recorded so far; another, empty log after a new start. */
  default StepLog steps() {
    return new StepLog();
  }

  /** The exceptions that ended threads, as they came; the same list while there is no other. */
  default List<UncaughtException> uncaught() {
    return List.of();
  }

  /** Whether each program that connected has said, or may still say, that it told all. */
  default boolean whole() {
    return true;
  }

  /** The loops of a file whose classes were loaded, outer ones first. */
  default List<LoopPicture> loops(FileKey key) {
    return List.of();
  }

  /** Makes the program pause, step or run slowly; null where that cannot be, as in a recording. */
  default RunControl control() {
    return null;
  }
}
