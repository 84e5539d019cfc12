// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.Picture;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.SessionView;

/** Why there are no steps of a run and what to do for some, in a sentence. For any thread. */
public final class NoSteps {
  /** What is said where they are not asked for. */
  public static final String NOT_ASKED =
      "Steps are recorded when the program is started from a source file, or with Steps switched"
          + " on.";

  private static final String RECORDED =
      "This recording has counts but no steps: record it again with --detail steps, or with"
          + " detail=steps in the agent's option.";

  private NoSteps() {}

  /** The sentence for a session whose log is empty. */
  public static String why(SessionView session, Picture picture) {
    boolean ended = picture.status().ended();
    if (picture.run().detail() == Detail.STEPS) {
      return ended ? "No step was recorded." : "No step was recorded yet.";
    }
    // Of what runs, or ran, here one may ask for them.
    boolean recording = session.control() == null && ended;
    return recording ? RECORDED : NOT_ASKED;
  }
}
