// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.Moment;
import dev.afterglow.session.story.NoSteps;
import dev.afterglow.session.story.StepList;
import dev.afterglow.session.story.StoryLines;
import dev.afterglow.session.story.StoryRows;
import dev.afterglow.session.story.StorySearch;
import dev.afterglow.session.story.Watch;
import dev.afterglow.view.look.Lane;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The story of a run: what happened, step by step, with what changed. */
public final class StoryPane extends VBox {
  private static final long MANY_NANOS = 100_000_000L;
  private static final long SETTLED_NANOS = 500_000_000L;
  private static final int MANY = 30;
  private static final int COPIED = 200_000;
  private static final double WATCH_SHARE = 0.34;

  /** Between what is watched, and likewise between the values. */
  private static final String BETWEEN = " | ";

  private final Lane lane;
  private final StoryTools tools;
  private final StoryList list;
  private final Label empty = Parts.label("", "placeholder", "steps-empty");
  private final Label foot = Parts.label("", "muted", "steps-foot");
  private String noSteps = NoSteps.NOT_BEGUN;
  private final Label watchHead = Parts.label("", "story-watch-head");
  private IntConsumer onSelect = step -> {};
  private Consumer<List<String>> onWatch = expressions -> {};
  private StepLog log = new StepLog();
  private StoryLines lines;
  private StoryRows rows;
  private StorySearch search;
  private int searchedSize;
  private List<Watch> watches = List.of();
  private long drawnAt;
  private int drawnSize = -1;

  /**
   * Makes an empty story.
   *
   * @param look theme and size
   * @param background where rows are found and texts searched
   */
  public StoryPane(Look look, Executor background) {
    lane = new Lane(background);
    list = new StoryList(look);
    tools = new StoryTools(this);
    getStyleClass().addAll("steps-pane", "story-pane");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    foot.setId("story-foot");
    Parts.show(foot, false);
    Parts.show(watchHead, false);
    StackPane middle = new StackPane(list, empty);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(tools, watchHead, middle, foot);
    list.onSelect(step -> onSelect.accept(step));
    list.onFold(this::toggle);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    show(log, new StoryLines(log, key -> java.util.Optional.empty()));
  }

  /** Called with the step of a row that the user chose. */
  public void onSelect(IntConsumer listener) {
    onSelect = listener;
  }

  /** Called with the watched expressions that must be told with the steps. */
  public void onWatch(Consumer<List<String>> listener) {
    onWatch = listener;
  }

  /** Tells another log from now on. */
  public void show(StepLog next, StoryLines told) {
    log = next;
    lines = told;
    StoryRows made = new StoryRows(next);
    rows = made;
    list.tell(told, step -> made.isFolded(step));
    drawnSize = -1;
    tools.reset();
    setSearch(tools.searchText(), tools.isRegex());
    list.rows(rows.rows());
  }

  /** Says why there are no steps, and how to have some, for as long as there are none. */
  public void noSteps(String why) {
    noSteps = why;
  }

  /** Moves the keyboard focus into the list. */
  public void focusList() {
    list.requestFocus();
  }

  /**
   * Draws what came since.
   *
   * @param run how the program runs
   * @return whether there is more to draw soon
   */
  public boolean paint(RunPicture run) {
    paintWords(run);
    if (rows.behind() && !lane.busy()) {
      StoryRows of = rows;
      lane.add(of::update, () -> arrived(of));
    }
    searchOn();
    // Faster than anyone reads, a few pictures a second will do.
    boolean many = log.size() - drawnSize > MANY;
    if (!many || System.nanoTime() - drawnAt > MANY_NANOS) {
      draw();
    }
    return rows.behind() || lane.busy() || drawnSize < log.size();
  }

  private void arrived(StoryRows of) {
    if (of == rows && drawnSize < 0) {
      draw();
    }
  }

  private void draw() {
    drawnAt = System.nanoTime();
    drawnSize = rows.behind() ? drawnSize : log.size();
    tools.choices(log);
    list.rows(rows.rows());
  }

  private void paintWords(RunPicture run) {
    boolean none = log.size() == 0;
    String words =
        !none
            ? rows.rows().size() == 0 && !rows.behind()
                ? "No step is of this method and thread."
                : ""
            : noSteps;
    if (!words.equals(empty.getText())) {
      empty.setText(words);
    }
    boolean spent = run.budgetSpent();
    if (spent != foot.isVisible()) {
      foot.setText(
          "The first "
              + Numbers.of(run.budget(), "step")
              + " are kept; from here on lines are only counted.");
      Parts.show(foot, spent);
    }
  }

  /** Chooses a step, opens what is folded around it and brings it into view; tells nobody. */
  public void select(int step) {
    StoryRows of = rows;
    lane.add(
        () -> {
          of.update();
          of.reveal(step);
        },
        () -> {
          if (of == rows) {
            list.rows(of.rows());
            list.show(step);
            tools.count(search, list.selected());
          }
        });
  }

  private void toggle(int call) {
    StoryRows of = rows;
    change(() -> of.fold(call, !of.isFolded(call)), of);
  }

  void foldFinished(boolean fold) {
    StoryRows of = rows;
    change(() -> of.foldFinished(fold), of);
  }

  void filter(int method, int thread) {
    StoryRows of = rows;
    change(() -> of.filter(method, thread), of);
  }

  private void change(Runnable work, StoryRows of) {
    lane.add(
        work,
        () -> {
          if (of == rows) {
            list.rows(of.rows());
          }
        });
  }

  /** Searches for a text; the first step found behind the chosen one is chosen on Enter. */
  void setSearch(String text, boolean regex) {
    search = null;
    searchedSize = log.size();
    if (!text.isEmpty()) {
      try {
        search = new StorySearch(lines, text, regex);
      } catch (java.util.regex.PatternSyntaxException e) {
        tools.wrongPattern(e.getDescription());
        list.mark(step -> null);
        return;
      }
    }
    StorySearch of = search;
    list.mark(
        of == null ? step -> null : step -> of.in(lines.of(step, rows.isFolded(step)).plain()));
    tools.count(search, list.selected());
    searchOn();
  }

  private void searchOn() {
    StorySearch of = search;
    if (of == null || lane.busy()) {
      return;
    }
    if (of.behind()) {
      lane.add(of::readOn, () -> found(of));
    } else if (searchedSize != log.size() && System.nanoTime() - drawnAt > SETTLED_NANOS) {
      // The values of lines that had not ended when they were read.
      searchedSize = log.size();
      of.restart();
    }
  }

  private void found(StorySearch of) {
    if (of == search) {
      tools.count(of, list.selected());
      searchOn();
    }
  }

  /** Goes to the next step found, or to the one before. */
  void go(boolean forward) {
    if (search == null) {
      return;
    }
    int from = list.selected() < 0 ? (forward ? -1 : log.size()) : list.selected();
    int step = forward ? search.found().next(from) : search.found().previous(from);
    if (step >= 0) {
      select(step);
      onSelect.accept(step);
    }
  }

  /** Watches expressions; none for an empty text. */
  void watch(String text) {
    try {
      watches = Watch.all(text);
      tools.wrongWatch("");
    } catch (IllegalArgumentException e) {
      tools.wrongWatch(e.getMessage());
      return;
    }
    onWatch.accept(watches.stream().filter(Watch::deep).map(Watch::expression).toList());
    boolean any = !watches.isEmpty();
    List<String> names = new ArrayList<>();
    watches.forEach(each -> names.add(each.expression()));
    watchHead.setText("Watched: " + String.join(BETWEEN, names));
    Parts.show(watchHead, any);
    list.watch(any ? this::watched : null, WATCH_SHARE);
  }

  private String watched(int step) {
    Moment moment = Moment.behind(log, step);
    StringBuilder text = new StringBuilder();
    for (Watch each : watches) {
      Watch.Answer answer = each.at(moment);
      // The names stand above; of several there is no room for why one is not known.
      String why = watches.size() > 1 ? "?" : "? " + answer.text();
      text.append(text.length() == 0 ? "" : BETWEEN).append(answer.known() ? answer.text() : why);
    }
    return text.toString();
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
      tools.focusSearch();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C && list.isFocused()) {
      copy();
      event.consume();
    }
  }

  /** Copies the chosen rows as text; all rows if at most one is chosen. */
  void copy() {
    int[] steps = list.chosen();
    StepList all = list.rows();
    if (steps.length < 2 && all.size() > 0) {
      steps = all.range(0, Math.min(COPIED, all.size()) - 1);
    }
    int count = Math.min(COPIED, steps.length);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(lines.text(steps[i], rows.isFolded(steps[i]))).append('\n');
    }
    Parts.copy(text.toString());
  }

  /** How many rows there are and the chosen step, for tests. */
  int rowCount() {
    return list.rows().size();
  }
}
