// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.threads;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.Calls;
import dev.afterglow.session.story.OpenCalls;
import dev.afterglow.view.look.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The stack of the chosen thread, innermost call first; a click opens the line. */
public final class FramesPane extends VBox {
  /** So long the arguments stay that were known, when stack and steps are of different moments. */
  private static final long HOLD_NANOS = 150_000_000L;

  /**
   * A frame, and the call it is of if that is known.
   *
   * @param inside how many calls of libraries, made by this one, are folded into it
   */
  private record Row(FramePicture frame, OpenCalls.Call call, int inside) {}

  private static final PseudoClass FOREIGN = PseudoClass.getPseudoClass("foreign");
  private static final PseudoClass INNERMOST = PseudoClass.getPseudoClass("innermost");

  private final Label title = Parts.label("STACK", "heading");
  private final Label of = Parts.label("", "muted");
  private final ListView<Row> list = new ListView<>();
  private BiConsumer<FileKey, Integer> onOpen = (file, line) -> {};
  private ThreadPicture shown;
  private List<OpenCalls.Call> calls = List.of();
  private long knownAt;

  /** Where the calls were looked for last, and how many steps there were. */
  private StepLog lookedIn;

  private int lookedSize;

  /** Whether each call of a library has a row of its own. */
  private boolean unfolded;

  public FramesPane() {
    getStyleClass().addAll("pane", "frames-pane");
    HBox head = new HBox(title, Parts.spacer(), of);
    head.getStyleClass().add("heading-row");
    list.setId("stack");
    list.setAccessibleText("Stack");
    list.setPlaceholder(Parts.label("no thread runs", "muted"));
    list.setCellFactory(view -> new FrameCell());
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> openSelected());
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head, list);
  }

  /** Called with file and line of a frame that the user chose. */
  public void onOpen(BiConsumer<FileKey, Integer> listener) {
    onOpen = listener;
  }

  /** Moves the keyboard focus into the list. */
  public void focusList() {
    list.requestFocus();
  }

  /**
   * Draws the stack of a thread, or nothing for null.
   *
   * @param steps where the arguments of its calls are looked for, or null if they are not to be
   *     shown
   * @return whether to draw again soon
   */
  public boolean paint(ThreadPicture thread, StepLog steps) {
    int size = steps == null ? 0 : steps.size();
    if (Objects.equals(thread, shown) && steps == lookedIn && size == lookedSize) {
      return false;
    }
    List<OpenCalls.Call> now =
        thread == null || steps == null ? List.of() : OpenCalls.of(steps, thread);
    boolean same = thread != null && shown != null && thread.id() == shown.id();
    if (!now.isEmpty()) {
      knownAt = System.nanoTime();
    } else if (same && !calls.isEmpty() && System.nanoTime() - knownAt < HOLD_NANOS) {
      return true;
    }
    lookedIn = steps;
    lookedSize = size;
    if (Objects.equals(thread, shown) && now.equals(calls)) {
      return false;
    }
    shown = thread;
    calls = now;
    if (thread == null) {
      of.setText("");
      list.getItems().clear();
      return false;
    }
    of.setText(thread.name() + " · depth " + Numbers.exact(thread.depth()));
    show(rows(thread));
    return false;
  }

  private void show(List<Row> rows) {
    // Cells of frames that stayed are left alone: deep stacks change at their inner end.
    if (rows.size() == list.getItems().size()) {
      for (int i = 0; i < rows.size(); i++) {
        if (!Objects.equals(rows.get(i), list.getItems().get(i))) {
          list.getItems().set(i, rows.get(i));
        }
      }
    } else {
      list.getItems().setAll(rows);
    }
  }

  /**
   * Marks the frame of a call if its thread is shown, or none.
   *
   * @param thread the thread
   * @param depth how many frames of the program's own are around it; -1 for none
   */
  public void select(ThreadKey thread, int depth) {
    list.getSelectionModel().clearSelection();
    if (shown == null || shown.target() != thread.target() || shown.id() != thread.id()) {
      return;
    }
    int own = -1;
    for (int i = list.getItems().size() - 1; i >= 0 && own < depth; i--) {
      FramePicture frame = list.getItems().get(i).frame();
      if (frame.className().isEmpty()) {
        return; // Beyond here some are left out.
      }
      own += frame.file() != null ? 1 : 0;
      if (own == depth) {
        list.getSelectionModel().select(i);
        list.scrollTo(i);
      }
    }
  }

  private List<Row> rows(ThreadPicture thread) {
    List<Row> rows = new ArrayList<>();
    int inside = 0;
    for (int i = 0; i < thread.frames().size(); i++) {
      if (i == thread.gap()) {
        String left = "… " + Numbers.of(thread.depth() - thread.frames().size(), "call");
        rows.add(new Row(new FramePicture("", left + " left out", null, 0), null, 0));
      }
      if (!unfolded && isForeign(thread, i) && isForeign(thread, i + 1)) {
        inside++;
        continue;
      }
      rows.add(new Row(thread.frames().get(i), calls.isEmpty() ? null : calls.get(i), inside));
      inside = 0;
    }
    return rows;
  }

  /** Whether a frame is of a library, with none left out before it. */
  private static boolean isForeign(ThreadPicture thread, int i) {
    return i < thread.frames().size() && thread.frames().get(i).file() == null && i != thread.gap();
  }

  private void openSelected() {
    Row row = list.getSelectionModel().getSelectedItem();
    if (row == null || row.frame().className().isEmpty()) {
      return;
    }
    if (row.frame().file() == null) {
      unfolded = !unfolded;
      show(rows(shown));
    } else if (row.frame().line() > 0) {
      onOpen.accept(row.frame().file(), row.frame().line());
    }
  }

  private static String name(FramePicture frame) {
    String name = Calls.simpleName(frame.className());
    return name.isEmpty() ? frame.method() : name + "." + frame.method();
  }

  /** What may be cut in a row: the name of the class, the arguments. */
  private static String whole(Row of) {
    FramePicture frame = of.frame();
    StringBuilder text = new StringBuilder(frame.className() + "." + frame.method());
    text.append(", line ").append(frame.line());
    if (of.inside() > 0) {
      text.append("\nand ").append(Numbers.of(of.inside(), "call")).append(" inside: click to see");
    }
    if (of.call() != null) {
      for (Value each : of.call().arguments()) {
        text.append('\n').append(each.name()).append(" = ").append(each.text());
      }
    }
    return text.toString();
  }

  private static final class FrameCell extends ListCell<Row> {
    private final Label call = Parts.label("", "frame-call");
    private final Label line = Parts.label("", "frame-line");
    private final HBox row = new HBox(call, Parts.spacer(), line);

    FrameCell() {
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("row");
      line.setMinWidth(USE_PREF_SIZE);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Row of, boolean none) {
      super.updateItem(of, none);
      if (none || of == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      FramePicture frame = of.frame();
      call.setText(of.call() == null ? name(frame) : of.call().text());
      line.setText(
          of.inside() > 0 ? "+" + of.inside() : frame.line() > 0 ? ":" + frame.line() : "");
      pseudoClassStateChanged(FOREIGN, frame.file() == null);
      pseudoClassStateChanged(INNERMOST, getIndex() == 0);
      setTooltip(frame.className().isEmpty() ? null : Parts.tip(Value.explained(whole(of))));
      setGraphic(row);
    }
  }
}
