// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.LoopPicture;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.SessionView;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.source.SourceText;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Shows one file at a time, shaded live. Files are read and coloured on a background thread; the
 * last few stay open, so that going back is immediate.
 */
public final class CodePane extends BorderPane {
  private static final int KEPT = 6;

  private final Look look;
  private final Executor background;
  private final CodeHead head = new CodeHead();
  private final FindRow find = new FindRow();
  private final StackPane content = new StackPane();
  private final Label empty = Parts.label("", "placeholder");
  private final Label sourceless = Parts.label("", "placeholder");
  private final Map<FileKey, CodeView> views = new LinkedHashMap<>(16, 0.75f, true);
  private final Messages messages = new Messages();

  private SessionView session;
  private Runnable onUserScroll = () -> {};
  private BiConsumer<FileKey, Integer> onClick = (file, line) -> {};
  private LineMenu lineMenu;
  private CodeView view;
  private FileKey wanted;
  private int wantedLine;
  private int generation;
  private ThreadPicture thread;
  private FilePicture lastPicture;
  private Columns columns;
  private RunPicture run = RunPicture.COUNTING;
  private final LineValues values = new LineValues();

  /** The lines whose numbers were asked for, while numbers are to be guessed. */
  private final Map<FileKey, BitSet> told = new HashMap<>();

  private boolean predicting;
  private final Map<Method, Integer> headers = new HashMap<>();

  /**
   * Makes an empty pane.
   *
   * @param look theme and size
   * @param background where files are read
   */
  public CodePane(Look look, Executor background) {
    this.look = look;
    this.background = background;
    getStyleClass().add("code-pane");
    setTop(new VBox(head, find));
    setCenter(content);
    find.onMove(() -> onUserScroll.run());
    content.getStyleClass().add("code-content");
    content.getChildren().add(empty);
    sourceless.setId("sourceless");
    sourceless.setMaxWidth(Double.MAX_VALUE);
    sourceless.setMinHeight(USE_PREF_SIZE);
    sourceless.setPadding(new Insets(10, 40, 10, 40));
    sourceless.setWrapText(true);
    content.addEventFilter(ScrollEvent.SCROLL, event -> userScrolled(event));
    look.sizeProperty().addListener((property, before, now) -> columns = null);
    look.sizeProperty().addListener((property, before, now) -> paint(null, thread, run));
    look.themeProperty().addListener((property, before, now) -> paint(null, thread, run));
  }

  /** Draws another session from now on; open files are forgotten. */
  public void session(SessionView next) {
    session = next;
    wanted = null;
    lastPicture = null;
    thread = null;
    messages.compiler(List.of());
    messages.forgetThrown();
    run = RunPicture.COUNTING;
    forget();
    view = null;
    find.view(null);
    content.getChildren().setAll(empty);
    setBottom(null);
    head.clear();
  }

  /** What stands here while there is no file to show. */
  public void placeholder(String sentence) {
    empty.setText(sentence);
  }

  /** Called when the user scrolls by hand. */
  public void onUserScroll(Runnable listener) {
    onUserScroll = listener;
  }

  /** The file that is shown or about to be, or null. */
  public FileKey file() {
    return wanted;
  }

  /** Reads all files afresh when they are shown next; the shown one now. */
  public void reload() {
    told.clear();
    lastPicture = null;
    head.max(predicting ? -1 : 0);
    forget();
    if (wanted != null) {
      load(wanted, 0);
    }
  }

  /** Opens a file, at a line if it is not 0. */
  public void open(FileKey key, int line) {
    if (key.equals(wanted) && view != null && view.text().key().equals(key)) {
      if (line > 0) {
        view.goTo(line);
      }
      return;
    }
    wanted = key;
    CodeView kept = views.get(key);
    if (kept != null) {
      show(kept, line);
    } else {
      load(key, line);
    }
  }

  /** As {@link #open}, but leaves the caret where it is and scrolls only if it must. */
  public void follow(FileKey key, int line) {
    if (view != null && view.text().key().equals(key)) {
      wanted = key;
      view.show(line);
    } else {
      open(key, line);
    }
  }

  /** What is shown for a line when the user asks for its menu. */
  public void lineMenu(LineMenu menu) {
    lineMenu = menu;
  }

  /** Called with the file and line of a click on a line. */
  public void onClick(BiConsumer<FileKey, Integer> listener) {
    onClick = listener;
  }

  /** Asks for a text to find in the shown file. */
  public void find() {
    find.open(false);
  }

  /** Asks for a line of the shown file to go to. */
  public void findLine() {
    find.open(true);
  }

  /** Goes to the next place of the text that was found, or with -1 to the one before. */
  public void findNext(int direction) {
    if (find.isOpen()) {
      find.next(direction);
    } else {
      find.open(false);
    }
  }

  /** Does something with the file and line of the caret. */
  public void atCaret(BiConsumer<FileKey, Integer> action) {
    if (view != null) {
      action.accept(view.text().key(), view.area().getCurrentParagraph() + 1);
    }
  }

  /** Runs to the line with the caret. */
  public void runToCaret() {
    if (lineMenu != null) {
      atCaret(lineMenu::runToLine);
    }
  }

  /** Shows the menu of the line with the caret. */
  public void menuAtCaret() {
    if (view != null) {
      view.area()
          .getCaretBounds()
          .ifPresent(
              at -> menu(view, view.area().getCurrentParagraph() + 1, at.getMaxX(), at.getMaxY()));
    }
  }

  /** Shows over the code what the program runs to; an empty text for nothing. */
  public void goal(String words, Runnable forget) {
    head.goal(words, forget);
  }

  private void menu(CodeView asked, int line, double x, double y) {
    if (lineMenu != null) {
      FileKey key = asked.text().key();
      long hits = session.file(key).map(file -> file.hits(line)).orElse(FilePicture.NONE);
      lineMenu.show(asked.area(), x, y, key, line, hits);
    }
  }

  /** What is said about lines. */
  public Messages messages() {
    return messages;
  }

  /** Moves the keyboard focus into the code. */
  public void focusCode() {
    if (view != null) {
      view.area().requestFocus();
    }
  }

  /**
   * Draws the present numbers.
   *
   * @param file the shown file's numbers, or null to draw the last ones again
   * @param chosen the thread whose place is marked, or null
   * @param now how the program runs
   * @return whether something still cools and must be drawn again
   */
  public boolean paint(FilePicture file, ThreadPicture chosen, RunPicture now) {
    thread = chosen;
    run = now;
    // While the wanted file is being read, the one before is still seen, with its numbers.
    boolean seen = file != null && (view == null || view.text().key().equals(file.key()));
    if (seen && file != lastPicture) {
      lastPicture = file;
      head.max(most());
      caretMoved();
    }
    if (view == null) {
      return false;
    }
    boolean more = readValues();
    return view.paint(frame()) || more;
  }

  private boolean readValues() {
    if (session == null || run.detail() != RunPicture.Detail.STEPS) {
      return false;
    }
    boolean more = values.read(session.steps());
    CodeText text = view.text();
    values.choose(
        text.key(),
        thread == null ? null : new ThreadKey(thread.target(), thread.id()),
        text.lines().size(),
        method -> headers.computeIfAbsent(method, m -> Headers.line(m, text.lines())),
        run.budgetSpent());
    return more;
  }

  /** Whether lines run slowly enough that the program tells each of them. */
  private boolean tellsLines() {
    boolean same =
        thread == null || (thread.target() == run.target() && thread.id() == run.thread());
    return run.slow() && same && run.file() != null && run.line() > 0;
  }

  private CodeFrame frame() {
    int lines = view == null ? 1 : view.text().lines().size();
    return frame(view == null ? null : view.text().key(), lines, view == null ? 0 : view.scroll());
  }

  private CodeFrame frame(FileKey key, int lines, double scroll) {
    BitSet callers = new BitSet();
    int current = 0;
    boolean exact = tellsLines();
    if (exact && run.file().equals(key)) {
      current = run.line();
    }
    if (thread != null && key != null) {
      boolean innermost = true;
      for (FramePicture frame : thread.frames()) {
        if (frame.file() == null || frame.line() <= 0) {
          continue;
        }
        if (frame.file().equals(key)) {
          if (innermost) {
            current = exact ? current : frame.line();
          } else {
            callers.set(frame.line());
          }
        }
        innermost = false;
      }
    }
    boolean same = lastPicture != null && lastPicture.key().equals(key);
    return new CodeFrame(
        same ? lastPicture : null,
        session == null ? 0 : session.nanos(),
        columns(lines),
        Palette.of(look.theme()),
        current,
        callers,
        exact || run.paused() ? runningLoops(key, current, callers) : new BitSet(),
        run.detail() == RunPicture.Detail.STEPS ? values : null,
        messages.of(key),
        scroll,
        predicting ? told.getOrDefault(key, new BitSet()) : null);
  }

  /** Hides all numbers, to be guessed first, or shows them. */
  public void predict(boolean hide) {
    predicting = hide;
    told.clear();
    if (lastPicture != null) {
      head.max(most());
    }
    paint(null, thread, run);
    caretMoved();
  }

  /** Whether numbers are hidden. */
  public boolean isPredicting() {
    return predicting;
  }

  private void tell(FileKey key, int line) {
    told.computeIfAbsent(key, file -> new BitSet()).set(line);
    paint(null, thread, run);
    caretMoved();
  }

  private long most() {
    return predicting ? -1 : lastPicture.maxHits();
  }

  private BitSet runningLoops(FileKey key, int current, BitSet callers) {
    BitSet headers = new BitSet();
    if (session == null || key == null) {
      return headers;
    }
    for (LoopPicture loop : session.loops(key)) {
      int caller = callers.nextSetBit(loop.firstLine());
      boolean calls = caller >= 0 && caller <= loop.lastLine();
      if (calls || (current >= loop.firstLine() && current <= loop.lastLine())) {
        headers.set(loop.line());
      }
    }
    return headers;
  }

  private Columns columns(int lines) {
    if (columns == null || columns.lines != lines) {
      columns = new Columns(look.size(), lines);
    }
    return columns;
  }

  private void load(FileKey key, int line) {
    SessionView from = session;
    int asked = ++generation;
    wantedLine = line;
    background.execute(
        () -> {
          Optional<SourceText> source = from.source(key);
          int lastLine = from.file(key).map(FilePicture::lastLine).orElse(0);
          CodeText text =
              source.map(s -> CodeText.of(key, s)).orElseGet(() -> CodeText.missing(key, lastLine));
          Platform.runLater(() -> loaded(text, asked));
        });
  }

  private void loaded(CodeText text, int asked) {
    if (asked != generation || !text.key().equals(wanted)) {
      return;
    }
    if (!text.found() && text.lines().size() <= 1) {
      empty.setText("The source of " + text.key().path() + " was not found.");
      return;
    }
    session.file(text.key()).ifPresent(file -> lastPicture = file);
    CodeView made = new CodeView(text, frame(text.key(), text.lines().size(), 0));
    made.onCaretLine(line -> caretMoved());
    made.onClick(line -> onClick.accept(made.text().key(), line));
    made.onGuessed(line -> tell(made.text().key(), line));
    made.onMenu((line, x, y) -> menu(made, line, x, y));
    views.put(text.key(), made);
    if (views.size() > KEPT) {
      views.remove(views.keySet().iterator().next());
    }
    show(made, wantedLine);
  }

  private void show(CodeView next, int line) {
    view = next;
    find.view(next);
    content.getChildren().setAll(view.node());
    setBottom(null);
    FileKey key = view.text().key();
    session.file(key).ifPresent(file -> lastPicture = file);
    boolean same = lastPicture != null && lastPicture.key().equals(key);
    head.show(view.text(), predicting || same ? most() : 0);
    if (!view.text().found()) {
      showSourceless(key);
    }
    if (line > 0) {
      next.goTo(line);
    } else if (same && !view.text().found()) {
      next.show(firstHit(lastPicture));
    }
    paint(null, thread, run);
    caretMoved();
  }

  /** What to do about empty lines with counts; below them, as rounds stand to their right. */
  private void showSourceless(FileKey key) {
    sourceless.setText(
        "The source of "
            + key.name()
            + " was not found: counts stand at their line numbers. Start with --sources FOLDER,"
            + " or put X-sources.jar beside X.jar.");
    setBottom(sourceless);
  }

  private static int firstHit(FilePicture picture) {
    for (int line = 1; line <= picture.lastLine(); line++) {
      if (picture.hits(line) > 0) {
        return line;
      }
    }
    return 1;
  }

  private void forget() {
    views.clear();
    headers.clear();
    generation++;
  }

  /** The numbers in words of the line with the caret: what the tool tip says, by keyboard. */
  private void caretMoved() {
    if (view == null || lastPicture == null || !lastPicture.key().equals(view.text().key())) {
      head.lineWords("");
      return;
    }
    int line = view.area().getCurrentParagraph() + 1;
    boolean shown = view.area().isFocused() && !(predicting && frame().hides(line));
    String words = shown ? Numbers.inWords(lastPicture, line) : "";
    head.lineWords(words.isEmpty() ? "" : "line " + line + ": " + words);
  }

  private void userScrolled(ScrollEvent event) {
    if (!event.isShortcutDown() && event.getDeltaY() != 0) {
      onUserScroll.run();
    }
  }

  /** The nodes of the visible lines, for tests and pictures. */
  Node shownNode() {
    return view == null ? null : view.node();
  }

  /** What is shown, or null, for tests and pictures. */
  CodeView view() {
    return view;
  }
}
