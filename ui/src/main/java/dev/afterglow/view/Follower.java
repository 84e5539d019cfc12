// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.SessionView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says which place the window should show when it follows the program. Looks a few times a second
 * only, so that one can read.
 */
final class Follower {

  /** What is followed. */
  enum Mode {
    NOTHING,
    HOTTEST,
    CURRENT
  }

  /**
   * A place in the source.
   *
   * @param file the file
   * @param line the line, 0 for any
   */
  record Place(FileKey file, int line) {}

  private static final long HOTTEST_NANOS = 700_000_000L;
  private static final long CURRENT_NANOS = 250_000_000L;

  /** Another file must be this much hotter than the shown one, or the window would flicker. */
  private static final double BETTER = 1.5;

  private Mode mode = Mode.NOTHING;
  private Map<FileKey, Long> hitsBefore = new HashMap<>();
  private FilePicture fileBefore;
  private boolean looked;
  private long lookedAt;

  Mode mode() {
    return mode;
  }

  void follow(Mode next) {
    mode = next;
    forget();
  }

  /** Starts afresh, for another session or run. */
  void forget() {
    hitsBefore = new HashMap<>();
    fileBefore = null;
    looked = false;
  }

  /**
   * The place to show now, or empty to stay.
   *
   * @param session where lines' numbers are asked for
   * @param picture the session now
   * @param thread the chosen thread, or null
   * @param shown the file that is shown, or null
   */
  Optional<Place> next(SessionView session, Picture picture, ThreadPicture thread, FileKey shown) {
    if (mode == Mode.NOTHING) {
      return Optional.empty();
    }
    long pause = mode == Mode.HOTTEST ? HOTTEST_NANOS : CURRENT_NANOS;
    if (looked && picture.nanos() - lookedAt < pause) {
      return Optional.empty();
    }
    looked = true;
    lookedAt = picture.nanos();
    return mode == Mode.HOTTEST ? hottest(session, picture, shown) : current(thread);
  }

  private Optional<Place> hottest(SessionView session, Picture picture, FileKey shown) {
    FileKey best = null;
    long bestGrowth = 0;
    long shownGrowth = 0;
    Map<FileKey, Long> hitsNow = new HashMap<>();
    for (FileSummary file : picture.files()) {
      hitsNow.put(file.key(), file.hits());
      long growth = file.hits() - hitsBefore.getOrDefault(file.key(), 0L);
      if (file.key().equals(shown)) {
        shownGrowth = growth;
      }
      if (file.hasSource() && growth > bestGrowth) {
        best = file.key();
        bestGrowth = growth;
      }
    }
    hitsBefore = hitsNow;
    if (best == null) {
      return Optional.empty();
    }
    FileKey file = shownGrowth * BETTER >= bestGrowth ? shown : best;
    return session.file(file).map(now -> new Place(file, hottestLine(now)));
  }

  private int hottestLine(FilePicture now) {
    FilePicture before =
        fileBefore != null && fileBefore.key().equals(now.key()) ? fileBefore : null;
    fileBefore = now;
    int best = 0;
    long bestGrowth = 0;
    for (int line = 1; line <= now.lastLine(); line++) {
      long growth = now.hits(line) - (before == null ? 0 : Math.max(0, before.hits(line)));
      if (growth > bestGrowth) {
        best = line;
        bestGrowth = growth;
      }
    }
    return best;
  }

  private static Optional<Place> current(ThreadPicture thread) {
    if (thread == null) {
      return Optional.empty();
    }
    for (FramePicture frame : thread.frames()) {
      if (frame.file() != null && frame.line() > 0) {
        return Optional.of(new Place(frame.file(), frame.line()));
      }
    }
    return Optional.empty();
  }
}
