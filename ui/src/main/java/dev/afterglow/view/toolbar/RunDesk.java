// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import dev.afterglow.launch.Program;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunControl.Goal;
import dev.afterglow.session.RunControl.Step;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.RunPicture.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * The run control that buttons, keys and menus act on. It knows how the program runs as of the last
 * picture, and what was asked for since; the program's own word wins. JavaFX thread.
 */
public final class RunDesk {
  static final String NOT_RUNNING = "The program does not run.";

  /** The program hears of a speed at most this often while the slider moves. */
  static final long SPEED_MILLIS = 50;

  /** The program hears of an expression when its text has stood so long. */
  static final long WATCH_MILLIS = 400;

  /** So long a wish is shown before the program's word, which may not have come yet. */
  private static final long WISH_NANOS = 400_000_000L;

  private final List<Runnable> listeners = new ArrayList<>();
  private final PauseTransition speedPause = new PauseTransition(Duration.millis(SPEED_MILLIS));

  /** Expressions are typed letter by letter. */
  private final PauseTransition watchPause = new PauseTransition(Duration.millis(WATCH_MILLIS));

  private RunControl control;
  private Program program;
  private Runnable runAgain = () -> {};
  private DoubleConsumer onSpeedChosen = speed -> {};
  private Consumer<Detail> onDetailChosen = detail -> {};
  private RunPicture run = RunPicture.COUNTING;
  private boolean running;
  private boolean live;
  private Boolean wantedPause;
  private double wantedSpeed = RunControl.FULL_SPEED;
  private double sentSpeed;
  private long pauseWishedAt;
  private long speedWishedAt = System.nanoTime() - WISH_NANOS;
  private Goal goal;
  private boolean goalBegun;
  private List<String> watched = List.of();
  private boolean fresh = true;
  private Runnable onStep = () -> {};

  /** Makes a desk without a program. */
  public RunDesk() {
    speedPause.setOnFinished(event -> sendSpeed());
    watchPause.setOnFinished(event -> sendWatched());
  }

  /** Called when something changed that buttons show. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** What runs an ended program again. */
  public void onRunAgain(Runnable action) {
    runAgain = action;
  }

  /** Called when the user has chosen a speed, to remember it. */
  public void onSpeedChosen(DoubleConsumer listener) {
    onSpeedChosen = listener;
  }

  /** Called when the user has chosen what is recorded. */
  public void onDetailChosen(Consumer<Detail> listener) {
    onDetailChosen = listener;
  }

  /**
   * Controls another program from now on.
   *
   * @param next what it hears of, or null if it cannot be controlled
   * @param of the program, or null for none
   */
  public void control(RunControl next, Program of) {
    control = of == null ? null : next;
    program = of;
    if (!watched.isEmpty()) {
      sendWatched();
    }
    run = RunPicture.COUNTING;
    wantedPause = null;
    goal = null;
    fresh = true;
    if (of != null) {
      wantedSpeed = of.pace().speed();
      sentSpeed = wantedSpeed;
    }
    changed();
  }

  /** Has expressions told with each step, of this program and of later ones. */
  public void watch(List<String> expressions) {
    if (!expressions.equals(watched)) {
      watched = expressions;
      watchPause.playFromStart();
    }
  }

  private void sendWatched() {
    if (control != null) {
      control.watch(watched);
    }
  }

  /** Called when the user lets the program move, so that its place is shown. */
  public void onStep(Runnable listener) {
    onStep = listener;
  }

  /**
   * Takes over how the program runs.
   *
   * @param picture the session now
   * @param nowRunning whether the program's process runs
   */
  public void paint(Picture picture, boolean nowRunning) {
    boolean nowLive = picture.status() == Status.LIVE || picture.status() == Status.FROZEN;
    RunPicture next = picture.run();
    boolean settled =
        wantedPause != null
            && (wantedPause == next.paused() || System.nanoTime() - pauseWishedAt > WISH_NANOS);
    if (next.equals(run) && nowRunning == running && nowLive == live && !settled) {
      return;
    }
    fresh = (fresh || !nowRunning) && (next.paused() || !nowLive);
    // The first word may come when all is over.
    boolean first = run.equals(RunPicture.COUNTING) && !next.equals(run);
    run = next;
    running = nowRunning;
    live = nowLive;
    if (settled) {
      wantedPause = null;
    }
    if ((first || canControl()) && System.nanoTime() - speedWishedAt > WISH_NANOS) {
      // Shown between two runs too.
      wantedSpeed = next.speed();
      sentSpeed = next.speed();
    }
    if (goal != null) {
      goalBegun |= !next.paused();
      if (!nowRunning || (goalBegun && next.paused())) {
        goal = null;
      }
    }
    changed();
  }

  /** Whether there is a program that runs and can be controlled. */
  public boolean canControl() {
    return control != null && running && live;
  }

  /** Whether play would run an ended program again. */
  boolean isOver() {
    return control != null && !running && whyNotRun().isEmpty();
  }

  /** Why the program cannot be run again from here; empty if it can. */
  String whyNotRun() {
    return program == null ? "There is no program yet." : program.whyNotRun();
  }

  /** Why there is nothing to control; empty if there is. */
  String whyIdle() {
    if (canControl()) {
      return "";
    }
    if (!whyNotRun().isEmpty()) {
      return running ? "It has not connected yet." : whyNotRun();
    }
    return running ? "The program is about to start." : NOT_RUNNING;
  }

  /** Whether the program stands, or is about to. */
  public boolean isPaused() {
    return wantedPause != null ? wantedPause : run.paused();
  }

  /** Whether the program stands before its first line and was never let go. */
  public boolean isFresh() {
    return fresh && isPaused();
  }

  /** The speed that was chosen last, by the user or for the program. */
  public double speed() {
    boolean wished = System.nanoTime() - speedWishedAt < WISH_NANOS;
    return wished || !canControl() ? wantedSpeed : run.speed();
  }

  /** What is recorded; until the program has said it, what its runs start with. */
  public Detail detail() {
    boolean untold = run.equals(RunPicture.COUNTING) && program != null;
    return untold ? program.pace().detail() : run.detail();
  }

  /** How the program runs, as it last said. */
  public RunPicture run() {
    return run;
  }

  /** What the program runs to, or null. */
  public Goal goal() {
    return goal;
  }

  /** Plays a program that stands, pauses one that runs, starts one that ended. */
  public void playOrPause() {
    if (isOver()) {
      runAgain.run();
    } else if (canControl()) {
      if (isPaused()) {
        play();
      } else {
        pause();
      }
    }
  }

  /** Lets a program go that stands before its first line. */
  public void begin() {
    if (canControl() && isFresh()) {
      play();
    }
  }

  /** Pauses the program. */
  public void pause() {
    if (canControl()) {
      wishPause(true);
      control.pause();
    }
  }

  private void play() {
    moves();
    wishPause(false);
    control.play();
  }

  /** One step; in a program that runs the first one is to stand still. */
  public void step(Step how) {
    if (!canControl()) {
      return;
    }
    if (isPaused()) {
      moves();
      control.step(how);
    } else {
      pause();
    }
  }

  /** Chooses a speed; told to the program at once, and then at most every 50 ms. */
  public void speed(double linesPerSecond) {
    if (control == null) {
      return;
    }
    wantedSpeed = linesPerSecond;
    speedWishedAt = System.nanoTime();
    onSpeedChosen.accept(linesPerSecond);
    if (speedPause.getStatus() != Animation.Status.RUNNING) {
      sendSpeed();
    }
    changed();
  }

  private void sendSpeed() {
    if (control != null && sentSpeed != wantedSpeed) {
      sentSpeed = wantedSpeed;
      control.speed(wantedSpeed);
      speedPause.playFromStart();
    }
  }

  /** Records steps, or counts only. */
  public void detail(Detail detail) {
    if (canControl()) {
      onDetailChosen.accept(detail);
      control.detail(detail);
    }
  }

  /** From counts to steps or back. */
  public void toggleDetail() {
    detail(detail() == Detail.STEPS ? Detail.COUNTS : Detail.STEPS);
  }

  /** Stops one thread, or lets it go on. */
  public void pauseThread(int target, long thread, boolean paused) {
    if (canControl()) {
      control.pauseThread(target, thread, paused);
    }
  }

  /** Runs to a goal, or on without one if it is null. */
  public void runTo(Goal next) {
    if (!canControl()) {
      return;
    }
    boolean had = goal != null;
    goal = next;
    goalBegun = false;
    if (next != null) {
      moves();
      wishPause(false);
      control.runTo(next);
    } else if (had && !isPaused()) {
      control.play();
    }
    changed();
  }

  private void moves() {
    fresh = false;
    onStep.run();
    changed();
  }

  private void wishPause(boolean paused) {
    wantedPause = paused;
    pauseWishedAt = System.nanoTime();
    changed();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
