// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.wire.Bye;
import dev.afterglow.wire.RunState;
import dev.afterglow.wire.TargetInfo;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the place of a story that has no steps. */
class StoryTextTest {
  private final Session session = new Session(new SourceFinder(List.of()));
  private final int target = session.connected(new TargetInfo(1, 0, "17", "A", ""));

  private void ends(boolean steps) {
    session.accept(target, new RunState(steps, false, 0, 0, "", 0, "", 0, 100));
    session.accept(target, new Bye());
    session.disconnected(target);
  }

  private String story() throws IOException {
    StringWriter out = new StringWriter();
    StoryText.write(session, out);
    return out.toString();
  }

  @Test
  void a_recording_of_counts_says_how_to_have_steps() throws Exception {
    ends(false);
    assertEquals(
        "This recording has counts but no steps: record it again with --detail steps, or with"
            + " detail=steps in the agent's option.\n",
        story());
  }

  @Test
  void one_with_steps_in_which_nothing_ran_says_so() throws Exception {
    ends(true);
    assertEquals("No step was recorded.\n", story());
  }

  @Test
  void a_program_that_was_run_here_can_be_run_with_steps() throws Exception {
    session.onCommand((to, frame) -> {});
    ends(false);
    assertEquals(
        "Only counts were recorded: start the program with --detail steps, or switch Steps (F4) on"
            + " while it runs.\n",
        story());
  }
}
