// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.LoopPicture;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.StepScript;

/** Sessions with recorded steps, for tests and screenshots. */
final class StepScenes {
  static final long BUDGET = 2_000_000;

  private StepScenes() {}

  static RunPicture recording(StepLog log) {
    return new RunPicture(
        Detail.STEPS, false, RunControl.FULL_SPEED, 0, 0, null, 0, "", log.size(), BUDGET);
  }

  /** The program stands at a line of Fibonacci.java for some reason. */
  static RunPicture stopped(StepLog log, int line, String why) {
    FileKey file = new FileKey("Fibonacci.java");
    return new RunPicture(Detail.STEPS, true, 4, 1, 1, file, line, why, log.size(), BUDGET);
  }

  /** Fibonacci.java of {@link Scenes} after some rounds of its loop. */
  static FakeSession fibonacci(int rounds) {
    FakeSession session = Scenes.fibonacci();
    StepLog log = new StepLog();
    new StepScript(log, "Fibonacci").fibonacciMain(rounds);
    session.loops(new LoopPicture(13, 13, 15, false));
    session.steps(log);
    session.run(recording(log));
    return session;
  }
}
