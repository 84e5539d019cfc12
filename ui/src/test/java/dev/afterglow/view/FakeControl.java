// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.RunPicture.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Remembers what a program was asked to do, and says that it did so, as an agent would. */
final class FakeControl implements RunControl {
  final List<String> calls = new ArrayList<>();
  final List<Long> speedNanos = new ArrayList<>();
  private final FakeSession session;

  FakeControl(FakeSession session) {
    this.session = session;
  }

  /** A picture of a program that stands, or runs at a speed. */
  static RunPicture run(boolean paused, double speed, FileKey file, int line) {
    return new RunPicture(Detail.STEPS, paused, speed, 1, 1, file, line, "", 0, 2_000_000);
  }

  @Override
  public synchronized void play() {
    calls.add("play");
    say(false, session.picture().run().speed(), session.picture().run().detail());
  }

  @Override
  public synchronized void pause() {
    calls.add("pause");
    say(true, session.picture().run().speed(), session.picture().run().detail());
  }

  @Override
  public synchronized void pauseThread(int target, long thread, boolean paused) {
    calls.add((paused ? "pause" : "play") + " thread " + thread);
  }

  @Override
  public synchronized void speed(double linesPerSecond) {
    calls.add("speed " + linesPerSecond);
    speedNanos.add(System.nanoTime());
    RunPicture run = session.picture().run();
    say(run.paused(), linesPerSecond, run.detail());
  }

  @Override
  public synchronized void step(Step how) {
    calls.add("step " + how.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public synchronized void runTo(Goal goal) {
    calls.add("run to " + goal.kind() + " " + goal.line() + " " + goal.n());
    RunPicture run = session.picture().run();
    say(false, run.speed(), run.detail());
  }

  @Override
  public synchronized void detail(Detail detail) {
    calls.add("detail " + detail);
    RunPicture run = session.picture().run();
    say(run.paused(), run.speed(), detail);
  }

  @Override
  public synchronized void watch(List<String> expressions) {
    calls.add("watch " + expressions);
  }

  synchronized List<String> asked() {
    return List.copyOf(calls);
  }

  private void say(boolean paused, double speed, Detail detail) {
    RunPicture was = session.picture().run();
    session.run(
        new RunPicture(
            detail,
            paused,
            speed,
            was.target(),
            was.thread(),
            was.file(),
            was.line(),
            was.why(),
            was.steps(),
            was.budget()));
  }
}
