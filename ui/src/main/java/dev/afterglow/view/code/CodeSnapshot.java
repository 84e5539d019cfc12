// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.SessionView;
import dev.afterglow.view.look.Look;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/**
 * Draws a whole file as the code pane shows it, without a window. The glow is that of the moment at
 * which the file last ran. JavaFX thread.
 */
public final class CodeSnapshot {
  /** A longer file is drawn around its hottest line. */
  static final int LINES_LIMIT = 1_000;

  /** One picture at a time must fit into what the toolkit can draw at once. */
  private static final int LINES_AT_ONCE = 150;

  private static final double MIN_WIDTH = 720;
  private static final double MAX_WIDTH = 1_600;

  private final SessionView session;
  private final CodeText text;
  private final Look look;
  private final Columns columns;

  /**
   * Prepares the picture of a file.
   *
   * @param session where its numbers come from
   * @param key which file
   * @param theme light or dark
   */
  public CodeSnapshot(SessionView session, FileKey key, Theme theme) {
    this.session = session;
    look = new Look(theme, Look.DEFAULT_SIZE);
    int lastLine = session.file(key).map(FilePicture::lastLine).orElse(1);
    text =
        session
            .source(key)
            .map(source -> CodeText.of(key, source))
            .orElseGet(() -> CodeText.missing(key, lastLine));
    columns = new Columns(look.size(), text.lines().size());
  }

  /**
   * Draws the file from top to bottom.
   *
   * @param next called with each part, all of one width
   */
  public void draw(Consumer<Image> next) {
    FilePicture picture = session.file(text.key()).orElse(null);
    int lines = text.lines().size();
    int first = firstLine(picture, lines);
    int last = Math.min(lines, first + LINES_LIMIT - 1);
    CodeView view = new CodeView(text, frame(picture));
    CodeHead head = new CodeHead();
    head.show(text, picture == null ? 0 : picture.maxHits());
    BorderPane pane = new BorderPane(new StackPane(view.node()));
    pane.getStyleClass().add("code-pane");
    pane.setTop(head);
    StackPane root = new StackPane(pane);
    root.getStyleClass().addAll("afterglow", "picture");
    double width = width();
    Scene scene = new Scene(root, width, 100);
    look.dress(scene);
    root.applyCss();
    double headHeight = Math.ceil(head.prefHeight(width));
    for (int line = first; line <= last; line += LINES_AT_ONCE) {
      int end = Math.min(last, line + LINES_AT_ONCE - 1);
      boolean withHead = line == first;
      pane.setTop(withHead ? head : null);
      double height = (end - line + 1) * columns.rowHeight + (withHead ? headHeight : 0);
      next.accept(part(scene, view, line, width, height, frame(picture)));
    }
  }

  private static Image part(
      Scene scene, CodeView view, int line, double width, double height, CodeFrame frame) {
    scene.getRoot().resize(width, height);
    scene.getRoot().layout();
    // Twice: the text finds its place in the first round and is drawn in the second.
    for (int i = 0; i < 2; i++) {
      view.area().showParagraphAtTop(line - 1);
      scene.getRoot().layout();
      view.paint(frame);
    }
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setViewport(new Rectangle2D(0, 0, width, height));
    return scene.getRoot().snapshot(parameters, null);
  }

  private CodeFrame frame(FilePicture picture) {
    long ran = 0;
    for (int line = 1; picture != null && line <= picture.lastLine(); line++) {
      ran = Math.max(ran, picture.lastHitNanos(line));
    }
    return new CodeFrame(
        picture,
        ran,
        columns,
        Palette.of(look.theme()),
        0,
        new BitSet(),
        new BitSet(),
        null,
        Map.of(),
        0,
        null);
  }

  /** The first line to draw, so that the hottest is on the picture. */
  static int firstLine(FilePicture picture, int lines) {
    if (picture == null || lines <= LINES_LIMIT) {
      return 1;
    }
    int hottest = 1;
    for (int line = 1; line <= picture.lastLine(); line++) {
      if (picture.hits(line) > picture.hits(hottest)) {
        hottest = line;
      }
    }
    return Math.max(1, Math.min(hottest - LINES_LIMIT / 2, lines - LINES_LIMIT + 1));
  }

  private double width() {
    List<Integer> lengths = new ArrayList<>();
    text.lines().forEach(line -> lengths.add(line.length()));
    int longest = lengths.stream().max(Integer::compare).orElse(0);
    // Room for the words behind a line's end.
    double wanted = columns.width + (longest + 16) * columns.charWidth;
    return Math.rint(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, wanted)));
  }
}
