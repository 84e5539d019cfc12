// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.loop;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.LoopRows;
import dev.afterglow.session.story.LoopRows.Kind;
import dev.afterglow.session.story.LoopRows.Row;
import dev.afterglow.session.story.LoopTable;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import dev.afterglow.view.loop.CellText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The rows of a loop. It follows the last round until the user chooses a row or scrolls. */
final class LoopGrid extends TableView<Row> {
  private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");
  private static final PseudoClass RARE = PseudoClass.getPseudoClass("rare");
  private static final PseudoClass END = PseudoClass.getPseudoClass("end");

  /** Wider columns are cut; a tool tip tells the whole. */
  private static final int MOST_CHARS = 34;

  private final Look look;
  private final List<String> shown = new ArrayList<>();
  private Consumer<Row> onChoose = row -> {};
  private Consumer<Row> onGap = row -> {};
  private boolean filling;
  private boolean following = true;
  private LoopRows last = LoopRows.NONE;
  private double charWidth;

  LoopGrid(Look look) {
    this.look = look;
    setId("loop-table");
    getStyleClass().add("loop-table");
    setAccessibleText("The rounds of the loop");
    setRowFactory(table -> new RoundRow());
    look.sizeProperty().addListener((property, before, now) -> resized());
    resized();
    getSelectionModel().selectedItemProperty().addListener((property, before, now) -> chosen(now));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          Row row = getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && row != null && row.kind() == Kind.GAP) {
            onGap.accept(row);
            event.consume();
          }
        });
    addEventFilter(ScrollEvent.SCROLL, event -> following = false);
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> following = false);
  }

  void onChoose(Consumer<Row> listener) {
    onChoose = listener;
  }

  /** Called with a row of rounds that are left out when the user wants them. */
  void onGap(Consumer<Row> listener) {
    onGap = listener;
  }

  private void chosen(Row row) {
    if (row != null && !filling) {
      following = false;
      if (row.kind() != Kind.GAP) {
        onChoose.accept(row);
      }
    }
  }

  private void resized() {
    Text probe = new Text("MMMMMMMMMM");
    probe.setFont(Font.font(Look.MONO, look.size() * 0.92));
    charWidth = probe.getLayoutBounds().getWidth() / 10;
    setFixedCellSize(Look.rowHeight(look.size()));
    shown.clear();
    LoopRows again = last;
    last = LoopRows.NONE;
    show(again);
  }

  /** Follows the last round again. */
  void follow() {
    following = true;
    filling = true;
    getSelectionModel().clearSelection();
    filling = false;
  }

  /** Chooses a round's row and brings it into view; tells nobody. */
  void choose(int round) {
    following = false;
    for (int i = 0; i < getItems().size(); i++) {
      Row row = getItems().get(i);
      if (row.round() <= round && round <= row.lastRound() && row.kind() != Kind.END) {
        filling = true;
        getSelectionModel().select(i);
        filling = false;
        scrollTo(Math.max(0, i - 3));
        return;
      }
    }
  }

  /** Shows a table. */
  void show(LoopRows rows) {
    if (rows.equals(last)) {
      return;
    }
    last = rows;
    columns(rows);
    List<Row> next = rows.rows();
    Row selected = getSelectionModel().getSelectedItem();
    filling = true;
    int same = Math.min(next.size(), getItems().size());
    for (int i = 0; i < same; i++) {
      if (!next.get(i).equals(getItems().get(i))) {
        getItems().set(i, next.get(i));
      }
    }
    if (getItems().size() > next.size()) {
      getItems().remove(next.size(), getItems().size());
    } else {
      getItems().addAll(next.subList(same, next.size()));
    }
    keepSelection(selected);
    filling = false;
    if (following && !next.isEmpty()) {
      scrollTo(rows.running() ? next.size() - 1 : 0);
    }
  }

  private void keepSelection(Row selected) {
    getSelectionModel().clearSelection();
    for (int i = 0; selected != null && i < getItems().size(); i++) {
      Row row = getItems().get(i);
      if (row.kind() == selected.kind() && row.round() == selected.round()) {
        getSelectionModel().select(i);
      }
    }
  }

  private void columns(LoopRows rows) {
    List<String> wanted = new ArrayList<>(rows.variables());
    wanted.add("/" + rows.heads() + rows.inner() + rows.branched());
    if (!wanted.equals(shown)) {
      shown.clear();
      shown.addAll(wanted);
      getColumns().setAll(makeColumns(rows));
    }
    for (TableColumn<Row, ?> each : getColumns()) {
      ((RoundColumn) each).grow(rows.rows());
    }
  }

  private List<TableColumn<Row, Row>> makeColumns(LoopRows rows) {
    List<TableColumn<Row, Row>> columns = new ArrayList<>();
    columns.add(new RoundColumn("round", "loop-round", words(LoopGrid::round)));
    for (int i = 0; i < rows.variables().size(); i++) {
      int at = i;
      String style = i < rows.heads() ? "loop-head" : "loop-value";
      String name = rows.variables().get(i);
      columns.add(new RoundColumn(name, style, row -> value(row, at), row -> row.elements(at)));
    }
    for (int i = 0; i < rows.inner().size(); i++) {
      int at = i;
      columns.add(
          new RoundColumn(
              rows.inner().get(i),
              "loop-inner",
              words(row -> row.reached(at) ? Numbers.of(row.inner().get(at), "round") : "")));
    }
    if (rows.branched()) {
      columns.add(new RoundColumn("branch", "loop-branch", words(LoopGrid::branch)));
    }
    columns.add(new RoundColumn("ended", "loop-end", words(LoopGrid::end)));
    return columns;
  }

  private static String round(Row row) {
    return switch (row.kind()) {
      case ROUND -> Numbers.exact(row.round());
      case GAP -> "";
      case END -> "check";
    };
  }

  /** How a round ended; the words of the last check are the row's own, which has the room. */
  private static String end(Row row) {
    return row.kind() == Kind.ROUND ? row.end() : "";
  }

  private static String gapWords(Row row) {
    int count = row.lastRound() - row.round() + 1;
    return "⋯ rounds "
        + Numbers.exact(row.round())
        + " to "
        + Numbers.exact(row.lastRound())
        + " are left out: click to see "
        + (count > LoopTable.OPENED ? "some of them" : "them");
  }

  private static Value value(Row row, int at) {
    Value value = row.kind() == Kind.GAP ? null : row.values().get(at);
    return value == null ? new Value("", "") : value;
  }

  private static Function<Row, Value> words(Function<Row, String> text) {
    return row -> new Value("", text.apply(row));
  }

  private static String branch(Row row) {
    return row.kind() == Kind.ROUND && row.branch().isEmpty() ? "–" : row.branch();
  }

  /** A column that becomes as wide as its texts, up to a limit. */
  private final class RoundColumn extends TableColumn<Row, Row> {
    private final Function<Row, Value> values;
    private int chars;

    RoundColumn(String name, String style, Function<Row, Value> values) {
      this(name, style, values, row -> List.of());
    }

    RoundColumn(
        String name,
        String style,
        Function<Row, Value> values,
        Function<Row, List<Value>> elements) {
      super(name);
      this.values = values;
      setSortable(false);
      setReorderable(false);
      getStyleClass().add(style);
      setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
      setCellFactory(of -> new RoundCell(values, elements));
      chars = Math.min(MOST_CHARS, name.length());
      widen();
    }

    void grow(List<Row> rows) {
      int most = chars;
      for (Row row : rows) {
        most = Math.max(most, Math.min(MOST_CHARS, values.apply(row).text().length()));
      }
      if (most > chars) {
        chars = most;
        widen();
      }
    }

    private void widen() {
      setPrefWidth(Math.rint((chars + 2) * charWidth));
    }
  }

  /** A text, of which the changed part is bold; a tool tip tells a long one in full. */
  private static final class RoundCell extends TableCell<Row, Row> {
    private final Function<Row, Value> values;
    private final Function<Row, List<Value>> elements;
    private final Rectangle clip = new Rectangle();
    private HBox parts;

    RoundCell(Function<Row, Value> values, Function<Row, List<Value>> elements) {
      this.values = values;
      this.elements = elements;
      clip.widthProperty().bind(widthProperty());
      clip.heightProperty().bind(heightProperty());
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      Value whole = empty || row == null ? new Value("", "") : values.apply(row);
      List<Value> changed = empty || row == null ? List.of() : elements.apply(row);
      List<Piece> pieces = CellText.of(whole, changed, MOST_CHARS - 2);
      boolean marked = pieces.size() > 1;
      setText(marked ? null : pieces.get(0).text());
      setGraphic(marked ? parts(pieces) : null);
      setClip(marked ? clip : null);
      setAccessibleText(whole.text());
      String words = Value.explained(whole.text());
      setTooltip(words.length() > 12 ? new Tooltip(words) : null);
    }

    private HBox parts(List<Piece> pieces) {
      if (parts == null) {
        parts = new HBox();
        parts.setMinWidth(USE_PREF_SIZE);
        parts.setAlignment(Pos.CENTER_LEFT);
      }
      List<Label> labels = new ArrayList<>();
      for (Piece each : pieces) {
        Label part =
            each.changed() ? Parts.label(each.text(), "loop-changed") : Parts.label(each.text());
        part.setMinWidth(USE_PREF_SIZE);
        labels.add(part);
      }
      parts.getChildren().setAll(labels);
      return parts;
    }
  }

  /**
   * A row. How the loop ended stands behind the last value; a click on rounds that are left out
   * shows some of them.
   */
  private final class RoundRow extends TableRow<Row> {
    private final Label words = Parts.label("", "loop-row-words");

    RoundRow() {
      words.setManaged(false);
      words.setMouseTransparent(true);
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          event -> {
            Row row = getItem();
            boolean isGap = row != null && row.kind() == Kind.GAP;
            if (isGap && event.getButton() == MouseButton.PRIMARY) {
              onGap.accept(row);
            }
          });
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      boolean any = !empty && row != null;
      pseudoClassStateChanged(GAP, any && row.kind() == Kind.GAP);
      pseudoClassStateChanged(END, any && row.kind() == Kind.END);
      pseudoClassStateChanged(RARE, any && row.rare());
      words.setText(!any ? "" : row.kind() == Kind.GAP ? gapWords(row) : lastWords(row));
      requestLayout();
    }

    private String lastWords(Row row) {
      return row.kind() == Kind.END ? row.end() : "";
    }

    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      if (!words.getText().isEmpty() && words.getParent() != this) {
        getChildren().add(words);
      }
      words.setVisible(!words.getText().isEmpty());
      if (words.isVisible()) {
        words.resizeRelocate(endOfValues(getItem()), 0, words.prefWidth(-1), getHeight());
      }
    }

    private double endOfValues(Row row) {
      double x = 0;
      double end = 0;
      for (TableColumn<Row, ?> column : getColumns()) {
        x += column.getWidth();
        end = ((RoundColumn) column).values.apply(row).text().isEmpty() ? end : x;
      }
      return end;
    }
  }
}
