// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import dev.afterglow.agent.probe.Gate;
import dev.afterglow.agent.probe.Pace;
import dev.afterglow.agent.probe.PaceState;
import dev.afterglow.agent.probe.StepMethod;
import dev.afterglow.agent.probe.StepPart;
import dev.afterglow.agent.probe.StepRecord;
import dev.afterglow.agent.probe.Steps;
import dev.afterglow.agent.stream.StepSource;
import dev.afterglow.agent.stream.Streamer;
import dev.afterglow.wire.Frame;
import dev.afterglow.wire.Notice;
import dev.afterglow.wire.RunCommand;
import dev.afterglow.wire.RunState;
import dev.afterglow.wire.StepMethodInfo;
import dev.afterglow.wire.StepThreadInfo;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Vector;

/** The steps, the pace and the level of detail, for the stream. */
final class Stepping implements StepSource, Runnable {
  private static final long NANOS_AT_ONE = 1_000_000_000_000L;

  /** Without a brake for so long, a program that is not recorded runs woven for counts. */
  private static final long FREE_NANOS = 300_000_000L;

  private final Options options;
  private final Streamer streamer;
  private final DetailSwitch detail;
  private boolean endWatched;
  private boolean stopTold;
  private boolean failureTold;
  private boolean free;
  private long freeSince;

  Stepping(Options options, Streamer streamer, DetailSwitch detail) {
    this.options = options;
    this.streamer = streamer;
    this.detail = detail;
  }

  /** Prepares the pace, before any of the program's code runs. */
  void start() {
    Field data = null;
    Field count = null;
    try {
      data = Vector.class.getDeclaredField("elementData");
      data.setAccessible(true);
      count = Vector.class.getDeclaredField("elementCount");
      count.setAccessible(true);
    } catch (Exception anotherJvm) {
      count = null;
    }
    Steps.values(options.values(), options.callsToString(), data, count);
    Steps.secrets(options.secrets());
    StepRecord.budget(options.steps());
    StepRecord.record(detail.steps());
    Pace.listen(this);
    if (options.port() != 0) {
      // Without a window nobody could let it go on.
      if (options.milliSpeed() > 0) {
        command(new RunCommand(RunCommand.SPEED, 0, "", 0, options.milliSpeed()));
      }
      if (options.paused()) {
        watchEnd();
        Pace.pause("Stopped before the first line.");
      }
    }
  }

  /** The pace changed. */
  @Override
  public void run() {
    streamer.wake();
  }

  @Override
  public List<Frame> methodsFrom(int first) {
    List<Frame> infos = new ArrayList<Frame>();
    int number = first;
    for (StepMethod method : StepRecord.methodsFrom(first)) {
      infos.add(
          new StepMethodInfo(
              number++,
              method.classId,
              method.name,
              method.descriptor,
              method.line,
              Arrays.asList(method.variables)));
    }
    return infos;
  }

  @Override
  public List<Frame> takeSteps() {
    StepRecord.sweep();
    Gate.settle();
    List<StepPart> parts = StepRecord.take();
    List<Frame> taken = new ArrayList<Frame>(parts.size() + 1);
    for (Map.Entry<Long, String> thread : StepRecord.takeNames().entrySet()) {
      taken.add(new StepThreadInfo(thread.getKey(), thread.getValue()));
    }
    for (StepPart part : parts) {
      taken.add(new dev.afterglow.wire.Steps(part.bytes, part.later));
    }
    String stopped = StepRecord.stopped();
    if (!stopTold && !stopped.isEmpty()) {
      stopTold = true;
      streamer.notice(new Notice(Notice.GENERAL, "", stopped));
    }
    String failure = StepRecord.failure();
    if (!failureTold && !failure.isEmpty()) {
      failureTold = true;
      String sentence = "A step could not be recorded, more may be missing: ".concat(failure);
      streamer.notice(new Notice(Notice.GENERAL, "", sentence.concat(".")));
    }
    boolean reported = detail.steps() && stopped.isEmpty();
    idle(StepRecord.anyMethods() && !reported && !Pace.braked());
    return taken;
  }

  private void idle(boolean useless) {
    long now = System.nanoTime();
    if (useless && !free) {
      freeSince = now;
    }
    free = useless;
    detail.idle(free && now - freeSince >= FREE_NANOS);
  }

  @Override
  public RunState state() {
    PaceState pace = Pace.state();
    return new RunState(
        detail.steps(),
        pace.paused,
        pace.interval == 0 ? 0 : Math.max(1, Math.round(NANOS_AT_ONE / (double) pace.interval)),
        pace.thread,
        pace.className,
        pace.line,
        pace.why,
        StepRecord.recorded(),
        options.steps());
  }

  @Override
  public void command(RunCommand command) {
    watchEnd();
    switch (command.what) {
      case RunCommand.PLAY:
        Pace.play();
        break;
      case RunCommand.PAUSE:
        Pace.pause("");
        break;
      case RunCommand.HOLD:
      case RunCommand.LET_GO:
        Pace.hold(command.thread, command.what == RunCommand.HOLD);
        break;
      case RunCommand.SPEED:
        Pace.speed(command.number == 0 ? 0 : Math.max(1, NANOS_AT_ONE / command.number));
        break;
      case RunCommand.STEP_INTO:
        Pace.step(Pace.INTO, command.thread);
        break;
      case RunCommand.STEP_OVER:
        Pace.step(Pace.OVER, command.thread);
        break;
      case RunCommand.STEP_OUT:
        Pace.step(Pace.OUT, command.thread);
        break;
      case RunCommand.COUNTS:
      case RunCommand.STEPS:
        StepRecord.record(command.what == RunCommand.STEPS);
        detail.choose(command.what == RunCommand.STEPS);
        streamer.wake();
        break;
      default:
        runTo(command);
        break;
    }
  }

  private void runTo(RunCommand command) {
    LineCounter count = new LineCounter(command.file, command.line, streamer);
    Pace.run(
        command.what - RunCommand.RUN_TO_LINE, command.file, command.line, command.number, count);
  }

  @Override
  public void watch(List<String> expressions) {
    Steps.watch(expressions);
  }

  @Override
  public void windowGone() {
    Pace.release();
  }

  /** From now on something may be held up, which must not hold up the JVM's end. */
  private synchronized void watchEnd() {
    if (endWatched) {
      return;
    }
    endWatched = true;
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(new End(), "afterglow-end"));
    } catch (IllegalStateException ending) {
      Pace.end();
    }
  }

  private static final class End implements Runnable {
    @Override
    public void run() {
      Pace.end();
    }
  }
}
