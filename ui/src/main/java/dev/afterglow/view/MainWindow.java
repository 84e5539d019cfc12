// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.launch.StartPace;
import dev.afterglow.session.FileKey;
import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.SessionView;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.start.StartPane;
import dev.afterglow.view.toolbar.Actions;
import dev.afterglow.view.toolbar.Pace;
import dev.afterglow.view.toolbar.RunDesk;
import dev.afterglow.view.toolbar.StartHint;
import dev.afterglow.view.toolbar.WindowBar;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/** The window: its panes, and what passes between them. Lives on the JavaFX thread. */
public final class MainWindow implements Actions {
  /** By then the window manager has had its say; on a busy machine one of the later times. */
  private static final Duration SETTLE = Duration.millis(150);

  private static final int SETTLES = 40;

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final String HOTTEST = "follow.hottest";
  private static final String CURRENT = "follow.current";

  private final Stage stage;
  private final Settings settings;
  private final Opener opener;
  private final Look look;
  private final ExecutorService background =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "afterglow-files");
            thread.setDaemon(true);
            return thread;
          });
  private final BorderPane body = new BorderPane();
  private final StackPane root = new StackPane(body);
  private final Sheets sheets = new Sheets(root, body);
  private final RunDesk desk = new RunDesk();
  private final WindowBar bar;
  private final ProgramPane panes;
  private final GoalMenu goals;
  private final StartPane startPane;
  private final Openings openings;
  private final Saving saving;
  private Program program;
  private Runnable closed = () -> {};

  /**
   * Builds the window; {@link #show} shows it.
   *
   * @param stage a fresh stage
   * @param session what to draw
   * @param program the program, or null for the start window
   * @param opener opens programs later
   * @param settings what the window remembers
   */
  public MainWindow(
      Stage stage, SessionView session, Program program, Opener opener, Settings settings) {
    this.stage = stage;
    this.settings = settings;
    this.opener = opener;
    Theme theme = settings.text("theme", "light").equals("dark") ? Theme.DARK : Theme.LIGHT;
    look =
        new Look(theme, settings.number("size", Look.MIN_SIZE, Look.MAX_SIZE, Look.DEFAULT_SIZE));
    bar = new WindowBar(look, desk, this);
    desk.onRunAgain(this::runAgain);
    desk.onSpeedChosen(this::speedChosen);
    desk.onDetailChosen(detail -> nextRun(pace -> pace.withDetail(detail)));
    panes = new ProgramPane(look, background, bar, desk, settings);
    goals = new GoalMenu(desk, sheets, panes);
    panes.lineMenu(goals);
    startPane = new StartPane(this::openArguments, this::open);
    openings = new Openings(opener, background, this::opened, startPane, sheets);
    saving = new Saving(opener, background, this::saved);
    root.getStyleClass().add("afterglow");
    body.setTop(bar);
    root.getChildren().add(new StartHint(desk, bar.playButton()));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            root,
            size("window.width", WIDTH, screen.getWidth()),
            size("window.height", HEIGHT, screen.getHeight()));
    look.dress(scene);
    listen(scene);
    stage.setScene(scene);
    stage.setMinWidth(480);
    stage.setMinHeight(320);
    stage.setOnCloseRequest(this::closeRequested);
    stage.setOnHidden(event -> hidden());
    follow(settings.flag(HOTTEST, true), settings.flag(CURRENT, false));
    display(session, program);
  }

  /** Called when the window was closed. */
  public void onClosed(Runnable listener) {
    closed = listener;
  }

  /** Shows the window. */
  public void show() {
    Scene scene = stage.getScene();
    double width = scene.getWidth();
    double height = scene.getHeight();
    stage.show();
    panes.start();
    settle(scene, width, height, SETTLES);
  }

  private void settle(Scene scene, double width, double height, int times) {
    PauseTransition settled = new PauseTransition(SETTLE);
    settled.setOnFinished(
        event -> {
          insist(scene, width, height);
          if (times > 1 && stage.isShowing()) {
            settle(scene, width, height, times - 1);
          }
        });
    settled.play();
  }

  /** With some window managers JavaFX loses the first size, and GTK's own of 200 pixels remains. */
  private void insist(Scene scene, double width, double height) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    // Who makes it small himself seldom makes it small both ways, and at once.
    boolean lost = scene.getWidth() < width / 2 && scene.getHeight() < height / 2;
    if (lost || stage.getHeight() > screen.getHeight()) {
      // With its frame it must not be larger than the screen.
      double frameWidth = stage.getWidth() - scene.getWidth();
      double frameHeight = stage.getHeight() - scene.getHeight();
      stage.setWidth(Math.min(width + frameWidth, screen.getWidth()));
      stage.setHeight(Math.min(height + frameHeight, screen.getHeight()));
      stage.centerOnScreen();
    }
  }

  @Override
  public void runAgain() {
    if (program != null) {
      freeze(false);
      program.run();
    }
  }

  @Override
  public void stop() {
    if (program != null && program.running()) {
      program.stop();
    }
  }

  @Override
  public void freeze(boolean frozen) {
    panes.freeze(frozen);
    bar.frozen(frozen);
  }

  @Override
  public void predict(boolean hide) {
    panes.predict(hide);
    bar.predicting(hide);
  }

  void togglePredict() {
    predict(!panes.code().isPredicting());
  }

  @Override
  public void reset() {
    panes.reset();
  }

  @Override
  public void followHottest(boolean follow) {
    follow(follow, false);
  }

  @Override
  public void followCurrent(boolean follow) {
    follow(false, follow);
  }

  @Override
  public void zoom(int steps) {
    look.zoom(steps);
    settings.put("size", look.size());
  }

  @Override
  public void toggleTheme() {
    look.toggleTheme();
    settings.put("theme", look.theme() == Theme.DARK ? "dark" : "light");
  }

  @Override
  public void open() {
    File file = Openings.choose(stage);
    if (file != null) {
      openArguments(List.of(file.getPath()));
    }
  }

  @Override
  public void save() {
    if (program != null && opener != null) {
      Path file = Saving.choose(stage, program.title());
      if (file != null) {
        save(file);
      }
    }
  }

  /** Saves what is shown in the form that the file's ending tells. */
  void save(Path file) {
    boolean dark = look.theme() == Theme.DARK;
    saving.save(panes.session(), program.title(), panes.shownFile(), dark, file);
  }

  private void saved(boolean well, String sentence) {
    if (well) {
      panes.console().note(sentence);
    } else {
      sheets.failure("This was not saved", sentence);
    }
  }

  @Override
  public List<MenuItem> goals() {
    return goals.general();
  }

  @Override
  public void help() {
    if (sheets.isOpen()) {
      sheets.close();
    } else {
      sheets.show(Keys.sheet(sheets::close));
    }
  }

  /** Moves the keyboard focus to a pane, counted from 1 as in the sheet of keys. */
  void focusPane(int number) {
    panes.focusPane(number);
  }

  /** What lies over the window. */
  Sheets sheets() {
    return sheets;
  }

  /** How the program runs. */
  RunDesk desk() {
    return desk;
  }

  /** Runs to the line with the caret. */
  void runToCaret() {
    panes.code().runToCaret();
  }

  /** Finds in the code, unless what has the keyboard has a search of its own. */
  boolean find() {
    if (panes.searches(focusOwner())) {
      return false;
    }
    panes.code().find();
    return true;
  }

  /** Shows the rounds of the loop around the caret. */
  void loopAtCaret() {
    panes.loopAtCaret();
  }

  /** Shows what can be done with the line with the caret. */
  void menuAtCaret() {
    panes.code().menuAtCaret();
  }

  /** What has the keyboard, or null. */
  Node focusOwner() {
    return stage.getScene().getFocusOwner();
  }

  /** Asks to close the window, as its close button does. */
  void close() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  /** Follows the hottest line, or the current one, or switches that off if it is on. */
  void toggleFollow(Follower.Mode mode) {
    boolean on = panes.following() == mode;
    follow(mode == Follower.Mode.HOTTEST && !on, mode == Follower.Mode.CURRENT && !on);
  }

  void toggleFreeze() {
    freeze(!panes.isFrozen());
  }

  /** Opens a program in this window; the one before is closed. */
  void openArguments(List<String> arguments) {
    if (openings.busy()) {
      return;
    }
    if (program != null && program.running()) {
      sheets.askAboutRunning("Open another program?", program, () -> openings.open(arguments));
    } else {
      openings.open(arguments);
    }
  }

  private void speedChosen(double speed) {
    settings.put("speed", Pace.text(speed));
    nextRun(pace -> pace.withSpeed(speed));
  }

  private void nextRun(UnaryOperator<StartPace> change) {
    if (program != null) {
      program.startWith(change);
    }
  }

  private double size(String key, double usual, double most) {
    return Math.min(most, settings.number(key, 320, 20_000, usual));
  }

  private void opened(List<String> arguments, Opener.Opened opened) {
    settings.addRecent(arguments);
    remember();
    Program before = program;
    if (before != null && before != opened.program()) {
      background.execute(before::close);
    }
    display(opened.session(), opened.program());
  }

  private void display(SessionView session, Program next) {
    program = next;
    stage.setTitle(next == null ? "Afterglow" : next.title() + " – Afterglow");
    bar.hasProgram(next != null);
    panes.display(session, next);
    if (next == null) {
      startPane.fill(settings.recent(), examples());
      body.setCenter(startPane);
    } else {
      body.setCenter(panes);
    }
  }

  private List<Path> examples() {
    return opener == null ? List.of() : opener.examples();
  }

  private void follow(boolean hottest, boolean current) {
    panes.follow(hottest, current);
    bar.following(hottest, current);
    settings.put(HOTTEST, hottest);
    settings.put(CURRENT, current);
  }

  private void listen(Scene scene) {
    Keys.install(scene, this);
    scene.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (event.isShortcutDown() && event.getDeltaY() != 0) {
            zoom(event.getDeltaY() > 0 ? 1 : -1);
            event.consume();
          }
        });
    Openings.acceptDrops(scene, file -> openArguments(List.of(file.getPath())));
  }

  private void closeRequested(WindowEvent event) {
    if (program != null && program.running()) {
      event.consume();
      sheets.askAboutRunning("Close the window?", program, stage::close);
    }
  }

  private void hidden() {
    panes.stop();
    remember();
    background.shutdown();
    closed.run();
  }

  private void remember() {
    if (!stage.isMaximized() && stage.getScene().getWidth() > 0) {
      settings.put("window.width", Math.round(stage.getScene().getWidth()));
      settings.put("window.height", Math.round(stage.getScene().getHeight()));
    }
    panes.remember();
    settings.save();
  }

  /** The panes of the program. */
  ProgramPane panes() {
    return panes;
  }

  /** The file that is shown, or null. */
  FileKey shownFile() {
    return panes.shownFile();
  }
}
