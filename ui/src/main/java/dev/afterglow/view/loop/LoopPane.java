// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.loop;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.story.LoopFiles;
import dev.afterglow.session.story.LoopFiles.Written;
import dev.afterglow.session.story.LoopRows;
import dev.afterglow.session.story.LoopRows.Row;
import dev.afterglow.session.story.LoopTable;
import dev.afterglow.session.story.LoopText;
import dev.afterglow.session.story.NoSteps;
import dev.afterglow.source.SourceLoops.Loop;
import dev.afterglow.source.SourceText;
import dev.afterglow.view.look.Lane;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import dev.afterglow.view.loop.LoopTools.Choice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The rounds of a loop as a table; it grows while the loop runs. */
public final class LoopPane extends VBox {
  /** Tables drawn a second at most while a program runs at full speed. */
  private static final long PAUSE_NANOS = 100_000_000L;

  /** Steps looked through in a frame for files with loops: a millisecond. */
  private static final int LOOKED_AT_ONCE = 20_000;

  private static final Pattern KEYWORD = Pattern.compile("\\b(?:for|while|do)\\b");

  /** What was read of one loop; its table is used in the lane only. */
  private static final class Shown {
    final Written of;
    final Loop loop;
    final LoopTable table;
    volatile LoopRows rows = LoopRows.NONE;

    Shown(StepLog log, Written of, Loop loop) {
      this.of = of;
      this.loop = loop;
      this.table = new LoopTable(log, of.file(), of.text(), of.loops(), loop);
    }
  }

  private final Lane lane;
  private final LoopGrid grid;
  private final LoopTools tools = new LoopTools(this::show, this::choose, this::copy, this::export);
  private final Label words = Parts.label("", "loop-words");
  private final Label foot = Parts.label("", "muted", "steps-foot");
  private final Label empty = Parts.label("", "placeholder", "steps-empty");
  private Function<Window, File> askForFile = this::askForFile;
  private IntConsumer onSelect = step -> {};
  private Function<FileKey, Optional<SourceText>> sources = key -> Optional.empty();
  private StepLog log = new StepLog();
  private LoopFiles files = new LoopFiles(log, sources);

  /** The file whose loops are offered first, or null. */
  private Written written;

  private Shown shown;
  private String noSteps = NoSteps.NOT_BEGUN;
  private int readSize;
  private long readAt;
  private boolean moreFiles;
  private boolean programEnded;
  private boolean opened;

  /**
   * Makes an empty pane.
   *
   * @param look theme and size
   * @param background where steps are read
   */
  public LoopPane(Look look, Executor background) {
    lane = new Lane(background);
    grid = new LoopGrid(look);
    getStyleClass().addAll("steps-pane", "loop-pane");
    words.setId("loop-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    foot.setId("loop-foot");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    StackPane middle = new StackPane(grid, empty);
    middle.setMinHeight(0);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(tools, words, middle, foot);
    connect();
    draw();
  }

  private void connect() {
    grid.onChoose(row -> onSelect.accept(row.step()));
    grid.onGap(
        row -> {
          Shown of = shown;
          read(() -> of.table.open(row.round()), () -> {});
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
          }
        });
  }

  /** Called with the step at which a round began that the user chose. */
  public void onSelect(IntConsumer listener) {
    onSelect = listener;
  }

  /**
   * Draws another log from now on; the loop stays the same if it is still there.
   *
   * @param next the log
   * @param of the sources of its files
   */
  public void show(StepLog next, Function<FileKey, Optional<SourceText>> of) {
    log = next;
    sources = of;
    Shown before = shown;
    shown = null;
    written = null;
    readSize = 0;
    files = new LoopFiles(next, of);
    if (before != null) {
      open(before.of.file(), before.loop.line(), false);
    }
    draw();
  }

  /**
   * Shows the loop whose head has a line.
   *
   * @param around whether the innermost loop around the line will do
   * @return whether there is one
   */
  public boolean open(FileKey of, int line, boolean around) {
    SourceText text = sources.apply(of).orElse(null);
    if (text == null || !(around || hasKeyword(text, line))) {
      return false;
    }
    Written all = written(of, text);
    Loop loop = all.loops().headAt(line);
    loop = loop == null && around ? all.loops().around(line) : loop;
    if (loop != null) {
      show(new Choice(all, loop));
    }
    return loop != null;
  }

  /** Whether a line is of the head of a loop. */
  public boolean hasLoop(FileKey of, int line) {
    SourceText text = sources.apply(of).orElse(null);
    return text != null && hasKeyword(text, line) && written(of, text).loops().headAt(line) != null;
  }

  private static boolean hasKeyword(SourceText text, int line) {
    return line <= text.lineCount() && KEYWORD.matcher(text.line(line)).find();
  }

  private Written written(FileKey of, SourceText text) {
    boolean same = written != null && of.equals(written.file()) && text.equals(written.text());
    return same ? written : Written.of(of, text);
  }

  /**
   * Offers the loops of the file that is shown, then those of the others in which some have run.
   */
  private void offer() {
    List<Written> all = new ArrayList<>();
    if (written != null) {
      all.add(written);
    }
    files.ran().stream().filter(each -> !isShown(each.file())).forEach(all::add);
    tools.offer(all, files.several());
  }

  private boolean isShown(FileKey file) {
    return written != null && written.file().equals(file);
  }

  private void show(Choice next) {
    if (shown == null || !shown.of.equals(next.of()) || !shown.loop.equals(next.loop())) {
      shown = new Shown(log, next.of(), next.loop());
      opened = true;
      grid.follow();
      read(() -> {}, () -> {});
    }
    written = next.of();
    offer();
    tools.choose(next);
    draw();
  }

  private void choose(int by) {
    Shown of = shown;
    int to = of.rows.time() + by;
    grid.follow();
    read(() -> of.table.choose(to), () -> {});
  }

  /** Chooses the round a step belongs to, if it is in the loop that is shown; tells nobody. */
  public void select(int step) {
    Shown of = shown;
    if (of == null) {
      return;
    }
    int[] round = {-1};
    read(
        () -> round[0] = of.table.chooseStep(step),
        () -> {
          if (round[0] > 0) {
            grid.choose(round[0]);
          }
        });
  }

  /** Says why there are no steps, and how to have some, for as long as there are none. */
  public void noSteps(String why) {
    noSteps = why;
  }

  /** Moves the keyboard focus into the table. */
  public void focusTable() {
    grid.requestFocus();
  }

  /**
   * Draws what came since.
   *
   * @param run how the program runs
   * @param ended whether no program runs any more
   * @return whether there is more to draw soon
   */
  public boolean paint(RunPicture run, boolean ended) {
    findFiles();
    boolean news = shown != null && log.size() > readSize;
    if (news && !lane.busy() && System.nanoTime() - readAt > PAUSE_NANOS) {
      read(() -> {}, () -> {});
    }
    if (ended != programEnded) {
      programEnded = ended;
      draw();
    }
    if (opened && shown.rows.time() >= 0) {
      opened = false;
      if (ended) {
        // Who looks back begins at the beginning.
        grid.follow();
        read(shown.table::chooseFirst, () -> {});
      }
    }
    String text = emptyWords();
    if (!text.equals(empty.getText())) {
      empty.setText(text);
    }
    return news || lane.busy() || moreFiles;
  }

  /** Looks for files with loops; shows the loop that ran first, until the user chooses one. */
  private void findFiles() {
    int before = files.ran().size();
    boolean several = files.several();
    moreFiles = files.read(LOOKED_AT_ONCE);
    if (shown == null && files.firstLoop() != null) {
      show(new Choice(files.ran().get(0), files.firstLoop()));
    } else if (files.ran().size() > before || several != files.several()) {
      offer();
    } else if (written == null && files.first() != null) {
      written = files.first();
      offer();
    }
  }

  private String emptyWords() {
    if (isShared()) {
      return "Several loops stand on line "
          + shown.loop.line()
          + ": their rounds cannot be told apart. On lines of their own they can.";
    }
    if (shown != null && shown.rows.time() >= 0) {
      return shown.rows.rows().isEmpty() ? "No round has begun yet." : "";
    }
    if (log.size() == 0) {
      return noSteps;
    }
    return shown == null
        ? "No loop has run so far. A click on the head of one in the code chooses it."
        : "This loop has not run yet.";
  }

  private boolean isShared() {
    return shown != null
        && shown.of.loops().loops().stream()
                .filter(each -> each.line() == shown.loop.line())
                .count()
            > 1;
  }

  /** Reads on, changes something and draws, in the lane. */
  private void read(Runnable change, Runnable then) {
    Shown of = shown;
    int size = log.size();
    readAt = System.nanoTime();
    lane.add(
        () -> {
          of.table.update();
          change.run();
          of.rows = of.table.rows();
        },
        () -> {
          if (of == shown) {
            readSize = size;
            draw();
            then.run();
          }
        });
  }

  private void draw() {
    LoopRows rows = shown == null ? LoopRows.NONE : shown.rows;
    grid.show(rows);
    boolean any = rows.time() >= 0 && !isShared();
    grid.setVisible(any);
    tools.show(any ? rows : LoopRows.NONE);
    words.setText(any ? LoopWords.state(rows, programEnded) : "");
    foot.setText(any ? LoopWords.total(rows) : "");
    Parts.show(foot, !foot.getText().isEmpty());
  }

  /** Copies all rounds of the shown time, as a spreadsheet takes them. */
  void copy() {
    export('\t', Parts::copy);
  }

  private void export() {
    File to = shown == null ? null : askForFile.apply(getScene().getWindow());
    if (to != null) {
      export(
          ',',
          text -> {
            try {
              Files.writeString(to.toPath(), text);
              foot.setText("Saved as " + to.getName() + ".");
            } catch (IOException e) {
              foot.setText(to.getName() + " could not be written: " + e.getMessage());
            }
            Parts.show(foot, true);
          });
    }
  }

  private void export(char separator, Consumer<String> then) {
    Shown of = shown;
    if (of == null || of.rows.time() < 0) {
      return;
    }
    String[] text = {""};
    lane.add(() -> text[0] = LoopText.of(of.table, separator), () -> then.accept(text[0]));
  }

  private File askForFile(Window window) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save the rounds");
    String name = shown.of.file().name().replaceFirst("\\.[^.]*$", "");
    chooser.setInitialFileName(name + "-line-" + shown.loop.line() + ".csv");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
    return chooser.showSaveDialog(window);
  }

  /** Asks otherwise where the user wants the table. */
  public void onAskForFile(Function<Window, File> answer) {
    askForFile = answer;
  }

  /** The rows that are shown, for tests. */
  List<Row> rows() {
    return grid.getItems();
  }
}
