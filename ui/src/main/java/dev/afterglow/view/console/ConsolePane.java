// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.console;

import dev.afterglow.launch.Program;
import dev.afterglow.launch.Program.Channel;
import dev.afterglow.view.look.Parts;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.util.UndoUtils;
import org.kordamp.ikonli.feather.Feather;

/**
 * The program's output, as it comes, and a field for its input. Text arrives on any thread and is
 * drawn some times a second; of a flood only the end is kept.
 */
public final class ConsolePane extends VBox {
  private static final long DRAW_MILLIS = 25;
  private static final int LINES_KEPT = 5_000;
  private static final int PENDING_LIMIT = 400_000;
  private static final int LINE_LIMIT = 4_000;
  private static final String CUT = "… earlier output is left out here …\n";

  /** A piece that waits to be drawn. */
  private record Piece(Channel channel, String text) {}

  /** Listens to one program. */
  private final class Listening implements Program.ConsoleListener {
    private final Program to;

    Listening(Program to) {
      this.to = to;
    }

    @Override
    public void text(Channel channel, String text) {
      accept(to, channel, text);
    }

    @Override
    public void begins() {
      Platform.runLater(
          () -> {
            if (to == program) {
              input.begins();
            }
          });
      startAfresh(to);
    }
  }

  private final StyleClassedTextArea area = new StyleClassedTextArea(false);
  private final VirtualizedScrollPane<StyleClassedTextArea> scroll =
      new VirtualizedScrollPane<>(area);
  private final InputRow input = new InputRow();
  private final Button clear = Parts.tool(new Button(), Feather.TRASH_2, "Clear the console");
  private final Deque<Piece> pending = new ArrayDeque<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private int pendingLength;
  private boolean cut;

  /** Whether what is shown is of a run before that of the text that waits. */
  private boolean afresh;

  /** Whether the end is shown and stays so. */
  private boolean following = true;

  private int column;
  private Program program;

  public ConsolePane() {
    getStyleClass().addAll("pane", "console-pane");
    area.setId("console");
    area.setEditable(false);
    area.setUndoManager(UndoUtils.noOpUndoManager());
    area.setShowCaret(CaretVisibility.OFF);
    area.setWrapText(true);
    area.setAccessibleText("Console");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    scroll.addEventFilter(InputEvent.ANY, event -> Platform.runLater(() -> following = isAtEnd()));
    area.heightProperty()
        .addListener(
            (property, before, now) -> {
              if (following) {
                Platform.runLater(this::showEnd);
              }
            });
    clear.getStyleClass().add("small-tool");
    clear.setId("clear-console");
    clear.setOnAction(event -> clear());
    getChildren().addAll(Parts.heading("CONSOLE", clear), scroll, input);
  }

  /** Shows a program's console from now on; null for none. */
  public void program(Program next) {
    program = next;
    clear();
    input.program(next);
    running(next != null && next.running());
    if (next != null) {
      next.onConsole(new Listening(next));
    }
  }

  /** Opens or closes the input field. */
  public void running(boolean runs) {
    input.running(runs);
  }

  /** Draws attention to the input field of a program that waits for it. */
  public void wanted(boolean waits) {
    input.wanted(waits);
  }

  /** Empties the console. */
  public void clear() {
    synchronized (pending) {
      pending.clear();
      pendingLength = 0;
      cut = false;
      afresh = false;
    }
    empty();
  }

  private void empty() {
    area.clear();
    column = 0;
    following = true;
  }

  /** Adds a note of the window's own. */
  public void note(String text) {
    accept(program, Channel.NOTE, text);
  }

  /** Moves the keyboard focus to the input field, or to the text while nothing runs. */
  public void focusInput() {
    if (!input.focus()) {
      area.requestFocus();
    }
  }

  /** The text that is shown. */
  public String text() {
    return area.getText();
  }

  private void accept(Program from, Channel channel, String text) {
    synchronized (pending) {
      if (from != program || text.isEmpty()) {
        return;
      }
      pending.add(new Piece(channel, text));
      pendingLength += text.length();
      while (pendingLength > PENDING_LIMIT && pending.size() > 1) {
        pendingLength -= pending.remove().text().length();
        cut = true;
      }
    }
    drawSoon();
  }

  /** What is shown goes when the text of the next run comes, or is left out with it. */
  private void startAfresh(Program from) {
    synchronized (pending) {
      if (from != program) {
        return;
      }
      pending.clear();
      pendingLength = 0;
      cut = false;
      afresh = true;
    }
    drawSoon();
  }

  private void drawSoon() {
    if (asked.compareAndSet(false, true)) {
      // A flood would else keep the window from all other work.
      CompletableFuture.delayedExecutor(DRAW_MILLIS, TimeUnit.MILLISECONDS)
          .execute(() -> Platform.runLater(this::draw));
    }
  }

  private void draw() {
    asked.set(false);
    following = isAtEnd();
    boolean left;
    StringBuilder run = new StringBuilder();
    Channel channel = null;
    synchronized (pending) {
      if (afresh) {
        afresh = false;
        empty();
      }
      left = cut;
      cut = false;
      pendingLength = 0;
      if (left) {
        append(Channel.NOTE, (column == 0 ? "" : "\n") + CUT);
      }
      for (Piece piece : pending) {
        if (piece.channel() != channel && run.length() > 0) {
          append(channel, run.toString());
          run.setLength(0);
        }
        channel = piece.channel();
        run.append(piece.text());
      }
      pending.clear();
    }
    if (run.length() > 0) {
      append(channel, run.toString());
    }
    int extra = area.getParagraphs().size() - LINES_KEPT;
    if (extra > 0) {
      area.deleteText(0, 0, extra, 0);
    }
    if (following) {
      showEnd();
    }
  }

  /**
   * Of an output that ends with a line's end no line is cut: the room below it takes up the rest.
   */
  private void showEnd() {
    int last = area.getParagraphs().size() - 1;
    area.showParagraphAtBottom(last);
    area.layout();
    if (area.getParagraph(last).length() == 0 && !area.getVisibleParagraphs().isEmpty()) {
      area.showParagraphAtTop(area.firstVisibleParToAllParIndex());
    }
  }

  private void append(Channel channel, String text) {
    String fit = tail(text).replace("\r\n", "\n").replace('\r', '\n');
    Collection<String> style = List.of("console-" + channel.name().toLowerCase(Locale.ROOT));
    area.append(
        ReadOnlyStyledDocument.fromString(
            wrapLong(fit), List.of(), style, SegmentOps.styledTextOps()));
  }

  /** The last lines of a text that alone is more than is kept. */
  private static String tail(String text) {
    int at = text.length();
    for (int lines = 0; lines <= LINES_KEPT && at > 0; lines++) {
      at = text.lastIndexOf('\n', at - 1);
    }
    return at <= 0 ? text : text.substring(at + 1);
  }

  /** Breaks endless lines, which would take seconds to lay out. */
  private String wrapLong(String text) {
    StringBuilder broken = null;
    for (int i = 0; i < text.length(); i++) {
      boolean newline = text.charAt(i) == '\n';
      if (!newline && column >= LINE_LIMIT) {
        broken = broken == null ? new StringBuilder(text.substring(0, i)) : broken;
        broken.append('\n');
        column = 0;
      }
      column = newline ? 0 : column + 1;
      if (broken != null) {
        broken.append(text.charAt(i));
      }
    }
    return broken == null ? text : broken.toString();
  }

  private boolean isAtEnd() {
    int visible = area.getVisibleParagraphs().size();
    return visible == 0
        || area.visibleParToAllParIndex(visible - 1) >= area.getParagraphs().size() - 2;
  }
}
