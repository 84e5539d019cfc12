// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.story;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.story.Calls;
import dev.afterglow.session.story.StoryRows;
import dev.afterglow.session.story.StorySearch;
import dev.afterglow.view.look.Parts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Search, filters and watches over the story. */
final class StoryTools extends VBox {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final StoryPane pane;
  private final TextField search = new TextField();
  private final ToggleButton regex = new ToggleButton(".*");
  private final Label count = Parts.label("", "muted", "story-count");
  private final ComboBox<String> methods = new ComboBox<>();
  private final ComboBox<String> threads = new ComboBox<>();
  private final ToggleButton fold =
      Parts.tool(new ToggleButton("Fold"), Feather.MINIMIZE_2, "Fold each call when it has ended");
  private final ToggleButton watch =
      Parts.tool(new ToggleButton("Watch"), Feather.EYE, "Watch variables, fields and elements");
  private final TextField watched = new TextField();
  private final Label wrong = Parts.label("", "steps-wrong");
  private final List<Integer> methodNumbers = new ArrayList<>();
  private int knownMethods = -1;
  private final List<Integer> threadNumbers = new ArrayList<>();
  private int knownThreads = -1;
  private boolean filling;

  StoryTools(StoryPane pane) {
    this.pane = pane;
    getStyleClass().add("steps-tools");
    search.setId("story-search");
    search.setPromptText("Search the story");
    search.setMinWidth(0);
    HBox.setHgrow(search, Priority.ALWAYS);
    regex.setId("story-regex");
    regex.getStyleClass().add("small-text");
    regex.setTooltip(Parts.tip("Regular expression"));
    count.setId("story-count");
    count.setMinWidth(USE_PREF_SIZE);
    Button before = Parts.small(Feather.CHEVRON_UP, "Previous (Shift+Enter)", () -> pane.go(false));
    before.setId("story-previous");
    Button after = Parts.small(Feather.CHEVRON_DOWN, "Next (Enter)", () -> pane.go(true));
    after.setId("story-next");
    HBox first = new HBox(search, count, regex, before, after);
    methods.setId("story-methods");
    threads.setId("story-threads");
    methods.setMinWidth(0);
    threads.setMinWidth(0);
    fold.setId("story-fold");
    watch.setId("story-watch");
    for (ToggleButton each : List.of(fold, watch)) {
      each.getStyleClass().add("small-text");
      each.setMinWidth(USE_PREF_SIZE);
    }
    Button copy =
        Parts.small(Feather.COPY, "Copy the chosen rows, or all, as text (Ctrl+C)", pane::copy);
    copy.setId("story-copy");
    HBox second = new HBox(methods, threads, Parts.spacer(), fold, watch, copy);
    watched.setId("story-watched");
    watched.setPromptText("Variables to watch: total, a[i], node.left.value");
    for (HBox row : List.of(first, second)) {
      row.getStyleClass().add("steps-tool-row");
    }
    wrong.setWrapText(true);
    Parts.show(watched, false);
    Parts.show(wrong, false);
    Parts.show(threads, false);
    getChildren().addAll(first, second, watched, wrong);
    connect();
  }

  private void connect() {
    search.textProperty().addListener((property, before, now) -> changed());
    regex.setOnAction(event -> changed());
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            pane.go(!event.isShiftDown());
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          }
        });
    fold.setOnAction(event -> pane.foldFinished(fold.isSelected()));
    methods.setOnAction(event -> filter());
    threads.setOnAction(event -> filter());
    watch.setOnAction(
        event -> {
          Parts.show(watched, watch.isSelected());
          pane.watch(watch.isSelected() ? watched.getText() : "");
          if (watch.isSelected()) {
            watched.requestFocus();
          }
        });
    watched.textProperty().addListener((property, before, now) -> pane.watch(now));
  }

  private void changed() {
    wrongPattern("");
    pane.setSearch(search.getText(), regex.isSelected());
  }

  private void filter() {
    if (!filling) {
      int method = methods.getSelectionModel().getSelectedIndex() - 1;
      int thread = threads.getSelectionModel().getSelectedIndex() - 1;
      pane.filter(
          method < 0 ? StoryRows.ALL : methodNumbers.get(method),
          thread < 0 ? StoryRows.ALL : threadNumbers.get(thread));
    }
  }

  void reset() {
    knownMethods = -1;
    knownThreads = -1;
    filling = true;
    methods.getSelectionModel().clearSelection();
    threads.getSelectionModel().clearSelection();
    filling = false;
    if (fold.isSelected()) {
      pane.foldFinished(true);
    }
  }

  /** Offers the log's methods and threads. */
  void choices(StepLog log) {
    if (log.methodCount() == knownMethods && log.threadNamesMark() == knownThreads) {
      return;
    }
    knownMethods = log.methodCount();
    knownThreads = log.threadNamesMark();
    filling = true;
    int method = Math.max(0, methods.getSelectionModel().getSelectedIndex());
    List<String> names = new ArrayList<>(List.of("All methods"));
    methodNumbers.clear();
    for (int i = 0; i < knownMethods; i++) {
      Method each = log.methodNumbered(i);
      String name = Calls.name(each);
      names.add(
          each.name().startsWith("<") ? name : name + "  " + Calls.simpleName(each.className()));
      methodNumbers.add(i);
    }
    methods.getItems().setAll(names);
    methods.getSelectionModel().select(method);
    chooseThreads(log);
    filling = false;
  }

  /** The main thread first, the others by name. */
  private void chooseThreads(StepLog log) {
    int at = threads.getSelectionModel().getSelectedIndex() - 1;
    int before = at < 0 ? StoryRows.ALL : threadNumbers.get(at);
    threadNumbers.clear();
    for (int i = 0; i < log.threadCount(); i++) {
      threadNumbers.add(i);
    }
    threadNumbers.sort(
        Comparator.comparing((Integer thread) -> !log.threadName(thread).equals("main"))
            .thenComparing(thread -> sortable(log.threadName(thread))));
    List<String> names = new ArrayList<>(List.of("All threads"));
    threadNumbers.forEach(thread -> names.add(log.threadName(thread)));
    threads.getItems().setAll(names);
    threads.getSelectionModel().select(threadNumbers.indexOf(before) + 1);
    Parts.show(threads, log.threadCount() > 1);
  }

  /** So that {@code worker 10} comes behind {@code worker 2}. */
  private static String sortable(String name) {
    return NUMBER
        .matcher(name)
        .replaceAll(found -> "0".repeat(Math.max(0, 19 - found.group().length())) + found.group());
  }

  String searchText() {
    return search.getText();
  }

  boolean isRegex() {
    return regex.isSelected();
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  void count(StorySearch of, int selected) {
    String words = "";
    if (of != null) {
      int size = of.found().size();
      int at = of.found().number(selected);
      words = (at > 0 ? Numbers.exact(at) + " of " : "") + Numbers.exact(size);
    }
    if (!words.equals(count.getText())) {
      count.setText(words);
    }
  }

  void wrongPattern(String why) {
    wrong.setText(why.isEmpty() ? "" : "Not a regular expression: " + why + ".");
    Parts.show(wrong, !why.isEmpty());
    if (!why.isEmpty()) {
      count.setText("");
    }
  }

  void wrongWatch(String why) {
    wrong.setText(why);
    Parts.show(wrong, !why.isEmpty());
  }
}
