// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.SessionView;
import dev.afterglow.session.StepLog;
import dev.afterglow.view.code.CodePane;
import dev.afterglow.view.code.LineMenu;
import dev.afterglow.view.console.ConsolePane;
import dev.afterglow.view.console.NoticesPane;
import dev.afterglow.view.files.FilesPane;
import dev.afterglow.view.files.TargetsPane;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.threads.FramesPane;
import dev.afterglow.view.threads.ThreadsPane;
import dev.afterglow.view.toolbar.RunDesk;
import dev.afterglow.view.toolbar.WindowBar;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The panes that show a program, drawn from one picture a frame. */
final class ProgramPane extends BorderPane {
  /** Lines a second beyond which arguments would only flicker. */
  private static final double READABLE_SPEED = 100;

  private final WindowBar bar;
  private final RunDesk desk;
  private final Settings settings;
  private final CodePane code;
  private final FilesPane files;
  private final ThreadsPane threads;
  private final TargetsPane targets = new TargetsPane();
  private final FramesPane frames = new FramesPane();
  private final StepPanes steps;
  private final SplitPane right;
  private final ConsolePane console = new ConsolePane();
  private final NoticesPane notices = new NoticesPane();
  private final SplitPane across = new SplitPane();
  private final SplitPane bottom = new SplitPane(console);
  private final SplitPane down = new SplitPane(across, bottom);
  private final Follower follower = new Follower();
  private final Dividers dividers;
  private final RunWatch watch;
  private final Pump pump;

  private volatile SessionView session;
  private Program program;
  private boolean running;
  private int runs;
  private boolean frozen;

  /** Why the program could not begin, or an empty text. */
  private String obstacle = "";

  ProgramPane(Look look, Executor background, WindowBar bar, RunDesk desk, Settings settings) {
    this.bar = bar;
    this.desk = desk;
    this.settings = settings;
    code = new CodePane(look, background);
    files = new FilesPane(look);
    threads = new ThreadsPane(look);
    steps = new StepPanes(look, background);
    right = new SplitPane(steps, frames);
    right.setOrientation(Orientation.VERTICAL);
    watch = new RunWatch(desk, code, threads, console);
    pump = new Pump(this::version, this::paint);
    VBox left = new VBox(files, threads, targets);
    left.getStyleClass().add("side");
    VBox.setVgrow(files, Priority.ALWAYS);
    VBox.setVgrow(threads, Priority.SOMETIMES);
    // Words that come and go below the code do not move it.
    VBox middle = new VBox(code, watch.note());
    middle.setMinWidth(0);
    VBox.setVgrow(code, Priority.ALWAYS);
    across.getItems().setAll(left, middle, right);
    down.setOrientation(Orientation.VERTICAL);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(right, false);
    SplitPane.setResizableWithParent(bottom, false);
    dividers = new Dividers(across, down, right, settings);
    setCenter(down);
    files.byName(settings.flag("files.by-name", false));
    connect();
  }

  private void connect() {
    files.onOpen(key -> openByHand(key, 0));
    frames.onOpen(this::openByHand);
    steps.onOpen(this::openByHand);
    steps.onFrame(frames::select);
    steps.onWatch(desk::watch);
    steps.onUncaught(
        (file, line, words) -> {
          code.messages().thrown(file, line, words);
          if (follower.mode() != Follower.Mode.NOTHING) {
            code.follow(file, line);
          }
        },
        code.messages()::forgetThrown);
    code.onUserScroll(this::userMoved);
    code.onClick(this::openLoop);
    threads.onOnly(
        (target, thread) -> {
          if (session != null) {
            session.selectThread(target, thread);
          }
        });
    notices.onPresence(
        present -> {
          if (present && bottom.getItems().size() == 1) {
            bottom.getItems().add(notices);
            bottom.setDividerPositions(0.66);
          } else if (!present) {
            bottom.getItems().remove(notices);
          }
        });
  }

  void start() {
    pump.start();
  }

  void stop() {
    pump.stop();
  }

  /** Draws another session and program from now on; either may be null. */
  void display(SessionView nextSession, Program nextProgram) {
    session = nextSession;
    program = nextProgram;
    frozen = false;
    obstacle = "";
    running = false;
    runs = 0;
    follower.forget();
    watch.forget();
    code.session(nextSession);
    frames.paint(null, null);
    console.program(nextProgram);
    desk.control(nextSession == null ? null : nextSession.control(), nextProgram);
    if (nextProgram == null) {
      bar.paint(null, false, "", "");
      return;
    }
    if (nextProgram.title().endsWith(".java")) {
      // The file that was asked for is on the screen before its class is loaded.
      code.open(new FileKey(nextProgram.title()), 0);
    }
    nextProgram.onChange(changed -> Platform.runLater(() -> programChanged(changed)));
    programChanged(nextProgram);
    pump.draw();
  }

  void freeze(boolean freeze) {
    if (session != null) {
      frozen = freeze;
      session.freeze(freeze);
      pump.draw();
    }
  }

  boolean isFrozen() {
    return frozen;
  }

  void reset() {
    if (session != null) {
      session.reset();
      follower.forget();
      pump.draw();
    }
  }

  void follow(boolean hottest, boolean current) {
    follower.follow(
        hottest ? Follower.Mode.HOTTEST : current ? Follower.Mode.CURRENT : Follower.Mode.NOTHING);
    pump.draw();
  }

  Follower.Mode following() {
    return follower.mode();
  }

  /** What is drawn, or null. */
  SessionView session() {
    return session;
  }

  FileKey shownFile() {
    return code.file();
  }

  void focusPane(int number) {
    switch (number) {
      case 1 -> files.focusList();
      case 2 -> code.focusCode();
      case 3 -> threads.focusList();
      case 4 -> frames.focusList();
      default -> console.focusInput();
    }
  }

  /** Puts sizes and choices into the settings. */
  void remember() {
    if (getScene() != null) {
      dividers.remember();
    }
    settings.put("files.by-name", files.isByName());
  }

  /** Hides what tells how often lines ran, to be guessed first, or shows it. */
  void predict(boolean hide) {
    code.predict(hide);
    files.predict(hide);
    steps.predict(hide);
    watch.note().predict(hide);
    pump.draw();
  }

  CodePane code() {
    return code;
  }

  /** What a click with the other button on a line of code, or the menu key, brings up. */
  void lineMenu(LineMenu menu) {
    code.lineMenu(menu);
    desk.onChange(
        () ->
            code.goal(
                desk.goal() == null ? "" : GoalMenu.words(desk.goal()), () -> desk.runTo(null)));
  }

  /** Whether a node is in a pane that finds text itself: the story. */
  boolean searches(Node node) {
    return steps.searches(node);
  }

  ConsolePane console() {
    return console;
  }

  /** Shows the rounds of the loop around the caret. */
  void loopAtCaret() {
    code.atCaret((file, line) -> openLoop(file, line, true));
  }

  /** Whether a line is of the head of a loop. */
  boolean hasLoop(FileKey file, int line) {
    return steps.hasLoop(file, line);
  }

  /** Shows the rounds of the loop whose head has a line. */
  void openLoop(FileKey file, int line) {
    openLoop(file, line, false);
  }

  private void openLoop(FileKey file, int line, boolean around) {
    if (steps.openLoop(file, line, around)) {
      pump.draw();
    }
  }

  private void openByHand(FileKey key, int line) {
    userMoved();
    code.open(key, line);
    pump.draw();
  }

  /** Who looks for himself does not want to be led away. */
  private void userMoved() {
    if (follower.mode() != Follower.Mode.NOTHING) {
      follow(false, false);
      bar.following(false, false);
    }
  }

  private void programChanged(Program changed) {
    if (changed != program) {
      return;
    }
    boolean now = changed.running();
    if ((now && !running) || changed.runs() != runs) {
      runs = changed.runs();
      // Sources may have been edited since the last run.
      code.reload();
      follower.forget();
      watch.forget();
    }
    running = now;
    console.running(now);
    var diagnostics = changed.diagnostics();
    boolean compileFailed = diagnostics.stream().anyMatch(Program.Diagnostic::error);
    obstacle = compileFailed ? "Does not compile" : changed.notStarted() ? "Not started" : "";
    code.messages().compiler(diagnostics);
    if (compileFailed) {
      diagnostics.stream()
          .filter(Program.Diagnostic::error)
          .findFirst()
          .ifPresent(first -> code.open(new FileKey(first.file()), (int) first.line()));
    }
    pump.draw();
  }

  private long version() {
    SessionView now = session;
    return now == null ? 0 : now.picture().version();
  }

  private boolean paint() {
    if (session == null || program == null) {
      return false;
    }
    Picture picture = session.picture();
    long now = session.nanos();
    boolean soon = watch.paint(session, picture, running);
    ThreadPicture thread = threads.chosen();
    soon |= frames.paint(thread, readable(picture.run()));
    if (picture.status() != Status.FROZEN) {
      lead(picture, thread);
    }
    FilePicture file = code.file() == null ? null : session.file(code.file()).orElse(null);
    boolean cooling = code.paint(file, thread, picture.run());
    boolean more = steps.paint(session, picture);
    dividers.fit(picture, steps.hasSome());
    cooling |= files.paint(picture.files(), code.file(), now);
    targets.paint(picture.targets());
    notices.paint(picture.notices());
    desk.paint(picture, running);
    if (program.beginsWhenShown()) {
      desk.begin();
    }
    bar.paint(picture, running, obstacle, watch.doing());
    return soon || more || (cooling && picture.status() != Status.FROZEN);
  }

  /** The steps of a program that stands or is slow enough for arguments to be read, or null. */
  private StepLog readable(RunPicture run) {
    boolean slow = run.paused() || run.speed() <= READABLE_SPEED;
    return slow && !run.budgetSpent() ? session.steps() : null;
  }

  private void lead(Picture picture, ThreadPicture thread) {
    if (!watch.lead(picture, follower.mode() != Follower.Mode.NOTHING)) {
      follower
          .next(session, picture, thread, code.file())
          .ifPresent(place -> code.follow(place.file(), place.line()));
    }
    if (code.file() == null && !picture.files().isEmpty()) {
      FileSummary first = picture.files().get(0);
      for (FileSummary file : picture.files()) {
        if (file.hasSource() && (!first.hasSource() || file.hits() > first.hits())) {
          first = file;
        }
      }
      code.open(first.key(), 0);
    }
    if (code.file() == null) {
      code.placeholder(emptyWords(picture));
    }
  }

  private static String emptyWords(Picture picture) {
    if (!picture.status().ended()) {
      return "Waiting for the program …";
    }
    String words = "The program ended before any of its lines was counted.";
    return picture.notices().isEmpty() ? words : words + " The notices say what was left out.";
  }
}
