// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import dev.afterglow.wire.Expressions;
import dev.afterglow.wire.Frame;
import dev.afterglow.wire.Limits;
import dev.afterglow.wire.RunCommand;
import dev.afterglow.wire.RunState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Sends what the user wants of the program to all its targets, and says how they run. */
final class RunDesk implements RunControl {
  private static final int MILLI = 1000;

  private final Supplier<List<Integer>> targets;
  private final BiConsumer<Integer, Frame> commands;
  private volatile List<String> watched = List.of();

  /**
   * A desk.
   *
   * @param targets the targets that are connected
   * @param commands sends a command to one of them
   */
  RunDesk(Supplier<List<Integer>> targets, BiConsumer<Integer, Frame> commands) {
    this.targets = targets;
    this.commands = commands;
  }

  /** How the program runs, from what its targets last said. */
  static RunPicture picture(Collection<TargetState> targets) {
    RunPicture picture = RunPicture.COUNTING;
    for (TargetState target : targets) {
      if (target.run == null || !target.connected) {
        continue;
      }
      // The target that stands is the one to look at.
      if (picture.equals(RunPicture.COUNTING)
          || (picture.thread() == 0 && target.run.thread != 0)) {
        picture = picture(target);
      }
    }
    if (picture.equals(RunPicture.COUNTING)) {
      for (TargetState target : targets) {
        picture = target.run == null ? picture : ended(picture(target));
      }
    }
    return picture;
  }

  private static RunPicture picture(TargetState target) {
    RunState run = target.run;
    return new RunPicture(
        run.steps ? RunPicture.Detail.STEPS : RunPicture.Detail.COUNTS,
        run.paused,
        run.milliSpeed == 0 ? FULL_SPEED : run.milliSpeed / (double) MILLI,
        run.thread == 0 ? 0 : target.id,
        run.thread,
        run.thread == 0 ? null : target.fileOf(run.className),
        run.line,
        run.why,
        run.recorded - target.steps.leftOut(),
        run.budget);
  }

  private static RunPicture ended(RunPicture run) {
    return new RunPicture(
        run.detail(), false, run.speed(), 0, 0, null, 0, "", run.steps(), run.budget());
  }

  @Override
  public void play() {
    toAll(new RunCommand(RunCommand.PLAY, 0, "", 0, 0));
  }

  @Override
  public void pause() {
    toAll(new RunCommand(RunCommand.PAUSE, 0, "", 0, 0));
  }

  @Override
  public void pauseThread(int target, long thread, boolean paused) {
    int what = paused ? RunCommand.HOLD : RunCommand.LET_GO;
    commands.accept(target, new RunCommand(what, thread, "", 0, 0));
  }

  @Override
  public void speed(double linesPerSecond) {
    long milli =
        Double.isInfinite(linesPerSecond) ? 0 : Math.max(1, Math.round(linesPerSecond * MILLI));
    toAll(new RunCommand(RunCommand.SPEED, 0, "", 0, milli));
  }

  @Override
  public void step(Step how) {
    int what =
        switch (how) {
          case INTO -> RunCommand.STEP_INTO;
          case OVER -> RunCommand.STEP_OVER;
          case OUT -> RunCommand.STEP_OUT;
        };
    toAll(new RunCommand(what, 0, "", 0, 0));
  }

  @Override
  public void runTo(Goal goal) {
    int what =
        switch (goal.kind()) {
          case LINE -> RunCommand.RUN_TO_LINE;
          case COUNT -> RunCommand.RUN_TO_COUNT;
          case DEPTH -> RunCommand.RUN_TO_DEPTH;
          case EXCEPTION -> RunCommand.RUN_TO_EXCEPTION;
        };
    String file = goal.file() == null ? "" : goal.file().path();
    toAll(new RunCommand(what, 0, file, goal.line(), goal.n()));
  }

  @Override
  public void detail(RunPicture.Detail detail) {
    int what = detail == RunPicture.Detail.STEPS ? RunCommand.STEPS : RunCommand.COUNTS;
    toAll(new RunCommand(what, 0, "", 0, 0));
  }

  @Override
  public void watch(List<String> expressions) {
    watched =
        List.copyOf(expressions.subList(0, Math.min(expressions.size(), Limits.MAX_EXPRESSIONS)));
    toAll(new Expressions(watched));
  }

  /** Tells a target that can be reached from now on what it should tell. */
  void reachable(int target) {
    if (!watched.isEmpty()) {
      commands.accept(target, new Expressions(watched));
    }
  }

  private void toAll(Frame command) {
    for (int target : new ArrayList<>(targets.get())) {
      commands.accept(target, command);
    }
  }
}
