// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.threads;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.StepLog.ThreadKey;
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
  /** Frames that the agent sends from the outer end when the middle is left out. */
  private static final int OUTER = 64;

  private static final PseudoClass FOREIGN = PseudoClass.getPseudoClass("foreign");
  private static final PseudoClass INNERMOST = PseudoClass.getPseudoClass("innermost");

  private final Label title = Parts.label("STACK", "heading");
  private final Label of = Parts.label("", "muted");
  private final ListView<FramePicture> list = new ListView<>();
  private BiConsumer<FileKey, Integer> onOpen = (file, line) -> {};
  private ThreadPicture shown;

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

  /** Draws the stack of a thread, or nothing for null. */
  public void paint(ThreadPicture thread) {
    if (Objects.equals(thread, shown)) {
      return;
    }
    shown = thread;
    if (thread == null) {
      of.setText("");
      list.getItems().clear();
      return;
    }
    of.setText(thread.name() + " · depth " + Numbers.exact(thread.depth()));
    List<FramePicture> frames = withGap(thread);
    // Cells of frames that stayed are left alone: deep stacks change at their inner end.
    if (frames.size() == list.getItems().size()) {
      for (int i = 0; i < frames.size(); i++) {
        if (!Objects.equals(frames.get(i), list.getItems().get(i))) {
          list.getItems().set(i, frames.get(i));
        }
      }
    } else {
      list.getItems().setAll(frames);
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
      FramePicture frame = list.getItems().get(i);
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

  private static List<FramePicture> withGap(ThreadPicture thread) {
    int left = thread.depth() - thread.frames().size();
    if (left <= 0 || thread.frames().size() <= OUTER) {
      return thread.frames();
    }
    List<FramePicture> frames = new ArrayList<>(thread.frames());
    frames.add(
        frames.size() - OUTER,
        new FramePicture("", "… " + Numbers.of(left, "call") + " left out", null, 0));
    return frames;
  }

  private void openSelected() {
    FramePicture frame = list.getSelectionModel().getSelectedItem();
    if (frame != null && frame.file() != null && frame.line() > 0) {
      onOpen.accept(frame.file(), frame.line());
    }
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
  }

  private static final class FrameCell extends ListCell<FramePicture> {
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
    protected void updateItem(FramePicture frame, boolean none) {
      super.updateItem(frame, none);
      if (none || frame == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      String name = simpleName(frame.className());
      call.setText(name.isEmpty() ? frame.method() : name + "." + frame.method());
      line.setText(frame.line() > 0 ? ":" + frame.line() : "");
      pseudoClassStateChanged(FOREIGN, frame.file() == null);
      pseudoClassStateChanged(INNERMOST, getIndex() == 0);
      setTooltip(
          frame.className().isEmpty()
              ? null
              : Parts.tip(frame.className() + "." + frame.method() + ", line " + frame.line()));
      setGraphic(row);
    }
  }
}
