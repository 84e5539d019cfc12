// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.threads;

import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/** The threads that run the program's code, with their states; one of them is chosen. */
public final class ThreadsPane extends VBox {

  /** Names a thread across pictures. */
  private record ThreadKey(int target, long id) {
    static ThreadKey of(ThreadPicture thread) {
      return new ThreadKey(thread.target(), thread.id());
    }
  }

  private final Look look;
  private final ListView<ThreadKey> list = new ListView<>();
  private final ToggleButton only =
      Parts.tool(new ToggleButton(), Feather.FILTER, "Count only the chosen thread's hits");
  private final Map<ThreadKey, ThreadPicture> threads = new HashMap<>();
  private final Set<ThreadCell> cells = new HashSet<>();
  private BiConsumer<Integer, Long> onOnly = (target, thread) -> {};
  private List<ThreadPicture> shown = List.of();
  private boolean filtered;
  private Pauser onPause = (target, thread, paused) -> {};
  private Function<ThreadPicture, String> doing = thread -> "";
  private final Set<ThreadKey> paused = new HashSet<>();
  private boolean canPause;

  /** Stops a thread, or lets it go on. */
  @FunctionalInterface
  public interface Pauser {
    void pause(int target, long thread, boolean paused);
  }

  /**
   * Makes an empty list.
   *
   * @param look theme and size
   */
  public ThreadsPane(Look look) {
    this.look = look;
    getStyleClass().addAll("pane", "threads-pane");
    only.setId("only-thread");
    only.getStyleClass().add("small-tool");
    only.setOnAction(event -> filter());
    list.setId("threads");
    list.setAccessibleText("Threads");
    list.setPlaceholder(Parts.label("no thread runs", "muted"));
    list.setCellFactory(view -> new ThreadCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> filter());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(Parts.heading("THREADS", only), list);
  }

  /** Called with a target and a thread id when only its hits are to be counted; 0 for all. */
  public void onOnly(BiConsumer<Integer, Long> listener) {
    onOnly = listener;
  }

  /** Called when one thread is to be stopped or let go. */
  public void onPause(Pauser listener) {
    onPause = listener;
  }

  /** Whether single threads can be stopped now. */
  public void canPause(boolean can) {
    if (can != canPause) {
      canPause = can;
      cells.forEach(ThreadCell::paint);
    }
  }

  /** Another run: none of its threads was stopped. */
  public void forgetPauses() {
    paused.clear();
  }

  /** Chooses a thread if it is there. */
  public void choose(int target, long id) {
    ThreadKey key = new ThreadKey(target, id);
    if (list.getItems().contains(key)) {
      list.getSelectionModel().select(key);
    }
  }

  /** The chosen thread as of the last picture, or null. */
  public ThreadPicture chosen() {
    ThreadKey key = list.getSelectionModel().getSelectedItem();
    return key == null ? null : threads.get(key);
  }

  /** Moves the keyboard focus into the list. */
  public void focusList() {
    list.requestFocus();
  }

  /**
   * Draws the threads; chooses the first that runs own code if none is chosen.
   *
   * @param now the threads
   * @param words what each of them does
   */
  public void paint(List<ThreadPicture> now, Function<ThreadPicture, String> words) {
    doing = words;
    if (now == shown) {
      // What it waits for may show by waiting alone.
      cells.forEach(ThreadCell::paint);
      return;
    }
    shown = now;
    threads.clear();
    List<ThreadKey> keys = new ArrayList<>();
    for (ThreadPicture thread : now) {
      ThreadKey key = ThreadKey.of(thread);
      if (threads.put(key, thread) == null) {
        keys.add(key);
      }
    }
    if (!keys.equals(list.getItems())) {
      ThreadKey before = list.getSelectionModel().getSelectedItem();
      list.getItems().setAll(keys);
      list.getSelectionModel().select(keys.contains(before) ? before : first(now));
    } else if (chosen() == null && !keys.isEmpty()) {
      list.getSelectionModel().select(first(now));
    }
    cells.forEach(ThreadCell::paint);
  }

  private static ThreadKey first(List<ThreadPicture> all) {
    ThreadPicture best = null;
    for (ThreadPicture thread : all) {
      if (thread.name().equals("main")) {
        return ThreadKey.of(thread);
      }
      if (best == null || (ownFrames(thread) && !ownFrames(best))) {
        best = thread;
      }
    }
    return best == null ? null : ThreadKey.of(best);
  }

  private static boolean ownFrames(ThreadPicture thread) {
    return thread.frames().stream().anyMatch(frame -> frame.file() != null);
  }

  private void filter() {
    ThreadPicture chosen = chosen();
    if (only.isSelected() && chosen != null) {
      filtered = true;
      onOnly.accept(chosen.target(), chosen.id());
    } else if (!only.isSelected() && filtered) {
      filtered = false;
      onOnly.accept(0, 0L);
    }
  }

  /** The style of a thread's dot. */
  private static String style(String words) {
    return switch (words) {
      case Waits.RUNNING, Waits.PAUSED, Waits.SLEEPING, "new", "ended" -> words;
      case Waits.LOCK -> "blocked";
      case Waits.INPUT -> "input";
      default -> "waiting";
    };
  }

  private final class ThreadCell extends ListCell<ThreadKey> {
    private final Circle dot = new Circle(4);
    private final Label name = Parts.label("", "row-name");
    private final Label state = Parts.label("", "row-number");
    private final ToggleButton pause =
        Parts.tool(new ToggleButton(), Feather.PAUSE, "Stop this thread, let it go on");
    private final HBox row = new HBox(dot, name, Parts.spacer(), state, pause);
    private String words = "";

    ThreadCell() {
      pause.getStyleClass().add("small-tool");
      pause.setMinWidth(USE_PREF_SIZE);
      pause.setOnAction(event -> pauseThread());
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("row");
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      state.setMinWidth(USE_PREF_SIZE);
      widthProperty().addListener((property, before, now) -> fit());
      dot.radiusProperty().bind(look.sizeProperty().multiply(0.31));
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(ThreadKey key, boolean none) {
      super.updateItem(key, none);
      if (none || key == null) {
        cells.remove(this);
        setGraphic(null);
        return;
      }
      cells.add(this);
      setGraphic(row);
      paint();
    }

    void paint() {
      ThreadPicture thread = threads.get(getItem());
      if (thread == null) {
        return;
      }
      boolean stopped = paused.contains(getItem());
      boolean ended = thread.state() == Thread.State.TERMINATED;
      String now = stopped && !ended ? Waits.PAUSED : doing.apply(thread);
      Parts.show(pause, canPause && !ended);
      pause.setSelected(stopped);
      String called = thread.name().isEmpty() ? "thread " + thread.id() : thread.name();
      String whole = called + ", " + now;
      if (!whole.equals(getAccessibleText())) {
        name.setText(called);
        words = now;
        dot.getStyleClass().setAll("dot", "state-" + style(now));
        setAccessibleText(whole);
        setTooltip(Parts.tip(whole));
        fit();
      }
    }

    /** Names that look alike but for their end are worth more than what the dot tells too. */
    private void fit() {
      boolean shown = fits(words) || fits(Waits.inShort(words));
      Parts.show(state, shown);
    }

    private boolean fits(String text) {
      state.setText(text);
      state.setManaged(true);
      return row.prefWidth(-1) <= getWidth() - snappedLeftInset() - snappedRightInset();
    }

    private void pauseThread() {
      ThreadKey key = getItem();
      if (key != null) {
        boolean stop = pause.isSelected();
        if (stop) {
          paused.add(key);
        } else {
          paused.remove(key);
        }
        onPause.pause(key.target(), key.id(), stop);
        paint();
      }
    }
  }
}
