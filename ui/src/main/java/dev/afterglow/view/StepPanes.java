// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.SessionView;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.UncaughtException;
import dev.afterglow.session.story.Calls;
import dev.afterglow.session.story.ExceptionCard;
import dev.afterglow.session.story.ExceptionCards;
import dev.afterglow.session.story.NoSteps;
import dev.afterglow.session.story.OpenCalls;
import dev.afterglow.session.story.StoryLines;
import dev.afterglow.session.story.TraceCards;
import dev.afterglow.session.story.UncaughtCards;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import dev.afterglow.view.loop.LoopPane;
import dev.afterglow.view.story.ExceptionPane;
import dev.afterglow.view.story.StoryPane;
import dev.afterglow.view.tree.TreePane;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The panes that are drawn from recorded steps, behind a row of tabs; one of them is seen. */
final class StepPanes extends BorderPane {

  /** Steps that have a card. */
  private static final Set<Kind> EXCEPTIONS = EnumSet.of(Kind.THROW, Kind.CATCH, Kind.PASS);

  /** Told of an exception that nobody caught. */
  @FunctionalInterface
  interface UncaughtListener {
    void thrown(FileKey file, int line, String words);
  }

  private final ToggleGroup group = new ToggleGroup();
  private final HBox tabs = new HBox();
  private final StackPane content = new StackPane();
  private final TreePane tree;
  private final StoryPane story;
  private final ExceptionPane exception = new ExceptionPane();
  private final ToggleButton exceptionTab;
  private final LoopPane loop;
  private BiConsumer<FileKey, Integer> onOpen = (file, line) -> {};
  private UncaughtListener onUncaught = (file, line, words) -> {};
  private Runnable onForgotten = () -> {};
  private ObjIntConsumer<ThreadKey> onFrame = (thread, depth) -> {};
  private StepLog log;
  private StoryLines lines;

  /** What stands in the place of the panes that would tell how often lines ran. */
  private final Label hidden =
      Parts.label("Hidden while you predict. Ctrl+P shows it again.", "placeholder");

  private boolean predicting;

  /** Steps that were looked at for exceptions. */
  private int read;

  /** Exceptions that ended threads and were looked at. */
  private int told;

  /** The thread whose exception was shown though nobody asked for it, or null. */
  private ThreadKey shown;

  private int shownStep = StepLog.NONE;

  /** The last step of the thread that stands at the exception the user had it run to, or none. */
  private int stoppedAt = StepLog.NONE;

  StepPanes(Look look, Executor background) {
    getStyleClass().add("step-panes");
    tabs.getStyleClass().add("tab-row");
    tree = new TreePane(look, background);
    story = new StoryPane(look, background);
    add("Recursion", "tab-recursion", tree);
    add("Story", "tab-story", story);
    loop = new LoopPane(look, background);
    add("Loop", "tab-loop", loop);
    exceptionTab = add("Exception", "tab-exception", exception);
    exceptionTab.managedProperty().bind(exceptionTab.visibleProperty());
    exceptionTab.setVisible(false);
    story.onSelect(
        step -> {
          chosen(step, story);
          if (EXCEPTIONS.contains(log.kind(step))) {
            show(new ExceptionCards(lines).of(step));
          }
        });
    exception.onSelect(step -> chosen(step, exception));
    exception.onOpen((file, line) -> onOpen.accept(file, line));
    loop.onSelect(step -> chosen(step, loop));
    tree.onSelect(
        step -> {
          chosen(step, tree);
          boolean runs = log.end(step) == StepLog.NONE;
          onFrame.accept(log.thread(step), runs ? log.depth(step) : -1);
        });
    setTop(tabs);
    setCenter(content);
    choose(tree);
  }

  /** Called with the watched expressions that must be told with the steps. */
  void onWatch(Consumer<List<String>> listener) {
    story.onWatch(listener);
  }

  private ToggleButton add(String name, String id, Node pane) {
    ToggleButton tab = new ToggleButton(name);
    tab.setId(id);
    tab.getStyleClass().add("tab");
    tab.setToggleGroup(group);
    tab.setUserData(pane);
    tab.setOnAction(
        event -> {
          tab.setSelected(true);
          choose(pane);
        });
    tabs.getChildren().add(tab);
    return tab;
  }

  private void choose(Node pane) {
    group.getToggles().forEach(tab -> tab.setSelected(tab.getUserData() == pane));
    boolean tells = pane != exception;
    content.getChildren().setAll(predicting && tells ? hidden : pane);
  }

  /** Hides the panes that tell how often lines ran, or shows them. */
  void predict(boolean hide) {
    predicting = hide;
    choose((Node) group.getSelectedToggle().getUserData());
  }

  /** Called with the file and line of a step that the user chose. */
  void onOpen(BiConsumer<FileKey, Integer> listener) {
    onOpen = listener;
  }

  /**
   * Called with the innermost line of the program that an exception came through, and what it was;
   * and when it is forgotten.
   */
  void onUncaught(UncaughtListener listener, Runnable forgotten) {
    onUncaught = listener;
    onForgotten = forgotten;
  }

  /** Called with a chosen call's place on its thread's stack, -1 if it has ended. */
  void onFrame(ObjIntConsumer<ThreadKey> listener) {
    onFrame = listener;
  }

  /** Shows a step, that the user chose in one of the panes, in the code and in the others. */
  private void chosen(int step, Node in) {
    open(step);
    if (in != tree) {
      tree.select(step);
    }
    if (in != story) {
      story.select(step);
    }
    if (in != loop) {
      loop.select(step);
    }
  }

  private void open(int step) {
    FileKey file = log.method(step).file();
    if (file != null && log.line(step) > 0) {
      onOpen.accept(file, log.line(step));
    }
  }

  /**
   * Shows the rounds of the loop whose head has a line.
   *
   * @param around whether the innermost loop around the line will do; then the table gets the focus
   * @return whether there is one
   */
  boolean openLoop(FileKey file, int line, boolean around) {
    boolean found = loop.open(file, line, around);
    if (found) {
      choose(loop);
      if (around) {
        loop.focusTable();
      }
    }
    return found;
  }

  /** Whether a line is of the head of a loop. */
  boolean hasLoop(FileKey file, int line) {
    return loop.hasLoop(file, line);
  }

  /** Whether a node is in the story, which has a search of its own. */
  boolean searches(Node node) {
    Node in = node;
    while (in != null && in != story) {
      in = in.getParent();
    }
    return in != null;
  }

  /** Whether there is anything to be seen in them. */
  boolean hasSome() {
    return exceptionTab.isVisible() || (log != null && log.size() > 0);
  }

  private boolean shows(Node pane) {
    return !content.getChildren().isEmpty() && content.getChildren().get(0) == pane;
  }

  private void show(ExceptionCard card) {
    exception.show(card);
    exceptionTab.setVisible(true);
  }

  /**
   * Shows the first exception that left a thread's outermost call, and the one that left main; from
   * steps if there are some, else from its trace.
   */
  private void showUncaught(List<UncaughtException> uncaught) {
    for (; told < uncaught.size(); told++) {
      UncaughtException trace = uncaught.get(told);
      if (shown == null || trace.threadName().equals("main")) {
        present(trace.thread(), new TraceCards(lines).of(trace));
      } else if (trace.thread().equals(shown) && shownStep != StepLog.NONE) {
        show(UncaughtCards.of(lines, shownStep, trace));
      }
    }
    int size = log.size();
    for (; read < size; read++) {
      if (!ExceptionCards.leaves(log, read)) {
        continue;
      }
      ThreadKey thread = log.thread(read);
      if (shown == null || thread.equals(shown) || log.method(read).name().equals("main")) {
        present(thread, UncaughtCards.of(lines, read, trace(uncaught, thread)));
        shownStep = read;
      }
    }
  }

  private static UncaughtException trace(List<UncaughtException> uncaught, ThreadKey thread) {
    return uncaught.stream().filter(each -> each.thread().equals(thread)).findFirst().orElse(null);
  }

  private void present(ThreadKey thread, ExceptionCard card) {
    shown = thread;
    show(card);
    choose(exception);
    card.parts().stream()
        .flatMap(part -> part.rows().stream())
        .filter(row -> row.file() != null && row.line() > 0)
        .findFirst()
        .ifPresent(row -> onUncaught.thrown(row.file(), row.line(), card.exception()));
  }

  /** Shows the exception that the program was to run to, and stands at. */
  private void showStopped(RunPicture run) {
    String exception = run.exception();
    int step =
        exception.isEmpty()
            ? StepLog.NONE
            : OpenCalls.latest(log, new ThreadKey(run.target(), run.thread()));
    if (step == stoppedAt) {
      return;
    }
    stoppedAt = step;
    // Without a step at that line the exception is in code of which none are recorded.
    if (step != StepLog.NONE && Calls.comesFrom(log, step) == run.line()) {
      ExceptionCards cards = new ExceptionCards(lines);
      show(log.kind(step) == Kind.LINE ? cards.thrownBy(step, exception) : cards.of(step));
      choose(this.exception);
    }
  }

  private void forgetExceptions() {
    stoppedAt = StepLog.NONE;
    read = 0;
    told = 0;
    shown = null;
    shownStep = StepLog.NONE;
    exceptionTab.setVisible(false);
    onForgotten.run();
    if (shows(exception)) {
      choose(story);
    }
  }

  /**
   * Draws what was recorded since.
   *
   * @return whether there is more to draw soon
   */
  boolean paint(SessionView session, Picture picture) {
    StepLog now = session.steps();
    if (now != log && (now.size() > 0 || log == null || log.size() > 0)) {
      log = now;
      lines = new StoryLines(now, session::source);
      story.show(now, lines);
      loop.show(now, session::source);
      tree.show(now, session::source);
      forgetExceptions();
    }
    List<UncaughtException> uncaught = session.uncaught();
    if (uncaught.size() < told) {
      forgetExceptions();
    }
    showUncaught(uncaught);
    showStopped(picture.run());
    if (now.size() == 0) {
      String why = NoSteps.why(session, picture);
      story.noSteps(why);
      tree.noSteps(why);
      loop.noSteps(why);
    }
    boolean more = shows(story) && story.paint(picture.run());
    more |= shows(tree) && tree.paint(picture.run(), picture.status().ended());
    more |= shows(loop) && loop.paint(picture.run(), picture.status().ended());
    return more;
  }
}
