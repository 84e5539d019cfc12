// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.files;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.HeatScale;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/** The files that have code, hottest first or by name; each with its total and a dot of heat. */
public final class FilesPane extends VBox {
  /** The order is looked at this often: a list that jumps about cannot be clicked. */
  private static final long SORT_NANOS = 1_000_000_000L;

  private final Look look;
  private final ListView<FileKey> list = new ListView<>();
  private final ToggleButton byName =
      Parts.tool(new ToggleButton(), Feather.LIST, "Sort by name, not hottest first");
  private final Map<FileKey, FileSummary> summaries = new HashMap<>();
  private final Set<FileCell> cells = new HashSet<>();
  private Consumer<FileKey> onOpen = key -> {};
  private List<FileSummary> shown = List.of();
  private FileKey selected;
  private long sortedAt;
  private long maxHits;
  private long now;
  private boolean predicting;

  /**
   * Makes an empty list.
   *
   * @param look theme and size
   */
  public FilesPane(Look look) {
    this.look = look;
    getStyleClass().addAll("pane", "files-pane");
    byName.setId("files-by-name");
    byName.getStyleClass().add("small-tool");
    byName.setOnAction(event -> sort());
    list.setId("files");
    list.setAccessibleText("Files");
    list.setCellFactory(view -> new FileCell());
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
          }
        });
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> openSelected());
    VBox.setVgrow(list, Priority.ALWAYS);
    Label none = Parts.label("none yet", "muted");
    list.setPlaceholder(none);
    getChildren().addAll(Parts.heading("FILES", byName), list);
  }

  /** Called when the user chooses a file. */
  public void onOpen(Consumer<FileKey> listener) {
    onOpen = listener;
  }

  /** Whether files are sorted by name. */
  public boolean isByName() {
    return byName.isSelected();
  }

  /** Sorts by name, or hottest first. */
  public void byName(boolean name) {
    byName.setSelected(name);
    sort();
  }

  /** Hides totals and heat, to be guessed first, or shows them. */
  public void predict(boolean hide) {
    predicting = hide;
    cells.forEach(FileCell::forget);
    sort();
  }

  /** Moves the keyboard focus into the list. */
  public void focusList() {
    list.requestFocus();
  }

  /**
   * Draws the files.
   *
   * @param files all files with code
   * @param open the file that is shown, or null
   * @param nanos the session clock
   * @return whether a dot still cools
   */
  public boolean paint(List<FileSummary> files, FileKey open, long nanos) {
    now = nanos;
    if (files != shown) {
      shown = files;
      update(files);
    }
    // Only once for each opened file: the user may be choosing another meanwhile.
    if (open != null && !open.equals(selected) && summaries.containsKey(open)) {
      selected = open;
      list.getSelectionModel().select(open);
    }
    boolean cooling = false;
    for (FileCell cell : cells) {
      cooling |= cell.paint();
    }
    return cooling;
  }

  private void update(List<FileSummary> files) {
    boolean others = files.size() != summaries.size();
    maxHits = 0;
    for (FileSummary file : files) {
      others |= summaries.put(file.key(), file) == null;
      maxHits = Math.max(maxHits, file.hits());
    }
    if (others && summaries.size() != files.size()) {
      summaries.keySet().retainAll(files.stream().map(FileSummary::key).toList());
    }
    if (others || now - sortedAt > SORT_NANOS) {
      sort();
    }
  }

  private void sort() {
    sortedAt = now;
    Comparator<FileSummary> order = Comparator.comparing(FileSummary::key);
    if (!byName.isSelected() && !predicting) {
      order = Comparator.comparingLong(FileSummary::hits).reversed().thenComparing(order);
    }
    List<FileKey> sorted = summaries.values().stream().sorted(order).map(FileSummary::key).toList();
    if (!sorted.equals(list.getItems())) {
      FileKey before = list.getSelectionModel().getSelectedItem();
      list.getItems().setAll(sorted);
      list.getSelectionModel().clearSelection();
      list.getSelectionModel().select(before);
    }
  }

  private void openSelected() {
    FileKey key = list.getSelectionModel().getSelectedItem();
    if (key != null) {
      onOpen.accept(key);
    }
  }

  /** A row: dot, name, total. Changed in place while the program runs. */
  private final class FileCell extends ListCell<FileKey> {
    private final Circle dot = new Circle(4);
    private final FileName name = new FileName();
    private final Label total = Parts.label("", "row-number");
    private final HBox row = new HBox(dot, name, total);
    private long shownHits = -1;

    FileCell() {
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("row");
      total.setMinWidth(USE_PREF_SIZE);
      HBox.setHgrow(name, Priority.ALWAYS);
      dot.radiusProperty().bind(look.sizeProperty().multiply(0.31));
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(FileKey key, boolean none) {
      super.updateItem(key, none);
      if (none || key == null) {
        cells.remove(this);
        setGraphic(null);
        setTooltip(null);
        return;
      }
      cells.add(this);
      shownHits = -1;
      name.name(key.name());
      setTooltip(Parts.tip(key.path()));
      setGraphic(row);
      paint();
    }

    /** What it shows is to be painted anew. */
    void forget() {
      shownHits = -1;
      paint();
    }

    boolean paint() {
      FileSummary file = summaries.get(getItem());
      if (file == null) {
        return false;
      }
      if (file.hits() != shownHits) {
        shownHits = file.hits();
        String hits = predicting ? "? hits" : Numbers.of(shownHits, "hit");
        total.setText(predicting ? "?" : shownHits == 0 ? "–" : Numbers.shortForm(shownHits));
        setAccessibleText(file.key().name() + ", " + hits);
      }
      double recency = HeatScale.recency(file.lastHitNanos(), now);
      if (shownHits == 0 || predicting) {
        dot.setFill(Color.TRANSPARENT);
        dot.getStyleClass().setAll("dot", "dot-cold");
      } else {
        double heat = HeatScale.position(shownHits, maxHits) * (0.35 + 0.65 * recency);
        dot.getStyleClass().setAll("dot");
        dot.setFill(Color.web(HeatScale.css(HeatScale.bar(look.theme(), quantised(heat)))));
      }
      return recency > 0;
    }

    private double quantised(double heat) {
      return Math.round(heat * 24) / 24.0;
    }
  }
}
