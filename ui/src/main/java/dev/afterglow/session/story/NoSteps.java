// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.SessionView;

/** Why there are no steps of a run and what to do for some, in a sentence. For any thread. */
public final class NoSteps {
  /** What is said before a program runs. */
  public static final String NOT_BEGUN = "The program has not begun.";

  private static final String COUNTED =
      "Only counts are recorded: Steps (F4) switches on what this pane is drawn from.";

  private static final String WERE_COUNTED =
      "Only counts were recorded: start the program with --detail steps, or switch Steps (F4) on"
          + " while it runs.";

  private static final String RECORDED =
      "This recording has counts but no steps: record it again with --detail steps, or with"
          + " detail=steps in the agent's option.";

  private NoSteps() {}

  /** The sentence for a session whose log is empty. */
  public static String why(SessionView session, Picture picture) {
    if (picture.status() == Status.WAITING) {
      return NOT_BEGUN;
    }
    boolean ended = picture.status().ended();
    if (picture.run().detail() == Detail.STEPS) {
      return ended ? "No step was recorded." : "No step was recorded yet.";
    }
    // Of what runs, or ran, here one may ask for them.
    boolean recording = session.control() == null && ended;
    return recording ? RECORDED : ended ? WERE_COUNTED : COUNTED;
  }
}
