// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.SessionView;
import dev.afterglow.view.code.CodePane;
import dev.afterglow.view.console.ConsolePane;
import dev.afterglow.view.threads.ThreadsPane;
import dev.afterglow.view.threads.Waits;
import dev.afterglow.view.toolbar.RunDesk;
import java.util.Objects;

/**
 * Keeps the panes where a slow or standing program is: the line, the thread, what it waits for.
 * JavaFX thread.
 */
final class RunWatch {
  /** Faster than this the shown place changes some times a second only, so that one can read. */
  private static final double READABLE_SPEED = 20;

  private static final long LEAD_NANOS = 200_000_000L;

  private final RunNote note;
  private final Waits waits = new Waits();
  private final CodePane code;
  private final ThreadsPane threads;
  private final ConsolePane console;
  private RunPicture last = RunPicture.COUNTING;
  private boolean asked;
  private long ledAt;
  private String doing = Waits.RUNNING;

  RunWatch(RunDesk desk, CodePane code, ThreadsPane threads, ConsolePane console) {
    this.code = code;
    this.threads = threads;
    this.console = console;
    note = new RunNote(desk);
    desk.onStep(() -> asked = true);
    threads.onPause(desk::pauseThread);
    desk.onChange(() -> threads.canPause(desk.canControl()));
  }

  /** The line of words about the run. */
  RunNote note() {
    return note;
  }

  /** Another program or run. */
  void forget() {
    note.forget();
    threads.forgetPauses();
    last = RunPicture.COUNTING;
    asked = false;
    doing = Waits.RUNNING;
  }

  /** What the program's threads do: {@link Waits#overall}. */
  String doing() {
    return doing;
  }

  /**
   * Draws threads, words and marks.
   *
   * @return whether to draw again soon without news
   */
  boolean paint(SessionView session, Picture picture, boolean running) {
    RunPicture run = picture.run();
    long now = System.nanoTime();
    waits.update(picture.threads(), now);
    boolean stands = run.paused() && run.thread() != 0;
    if (stands && (!last.paused() || last.thread() != run.thread())) {
      threads.choose(run.target(), run.thread());
    }
    threads.paint(picture.threads(), thread -> waits.of(thread, run, now));
    doing = waits.steady(picture.threads(), run, now);
    boolean live = running && picture.status() == Status.LIVE;
    console.wanted(live && doing.equals(Waits.INPUT));
    note.paint(session, picture);
    return live && waits.isUnsure();
  }

  /**
   * Shows the line where a slow or standing program is.
   *
   * @param following whether the user lets himself be led
   * @return whether it is such a program
   */
  boolean lead(Picture picture, boolean following) {
    RunPicture run = picture.run();
    boolean slow = run.paused() || run.speed() <= 1_000;
    if (picture.status() != Status.LIVE || !slow || run.file() == null || run.line() <= 0) {
      last = run;
      return false;
    }
    boolean moved = !same(run, last);
    if (moved && (following || asked)) {
      long now = System.nanoTime();
      boolean calm = run.paused() || run.speed() <= READABLE_SPEED;
      if (!calm && now - ledAt < LEAD_NANOS) {
        return true;
      }
      ledAt = now;
      code.follow(run.file(), run.line());
      // Who scrolled away and then steps wants to see the step, not to be led from then on.
      asked = asked && !run.paused();
    }
    last = run;
    return true;
  }

  private static boolean same(RunPicture one, RunPicture other) {
    FileKey file = one.file();
    return Objects.equals(file, other.file())
        && one.line() == other.line()
        && one.thread() == other.thread()
        && one.steps() == other.steps()
        && one.paused() == other.paused();
  }
}
