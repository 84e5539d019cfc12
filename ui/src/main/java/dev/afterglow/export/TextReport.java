// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.export;

import dev.afterglow.session.FilePicture;
import dev.afterglow.session.HeatScale;
import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.session.Picture.NoticePicture;
import dev.afterglow.session.SessionView;
import dev.afterglow.source.SourceText;
import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A heat map for the terminal: line, count, bar and source of the hottest file, a row for each of
 * the others.
 */
public final class TextReport {
  /** The narrowest terminal that is written for. */
  public static final int MIN_WIDTH = 40;

  /** Of a program that was killed: its agent had no time to send all. */
  static final String CUT_OFF =
      "The program ended without a last word: its last counts may be missing.";

  private static final int BAR = 10;
  private static final int TAB = 4;

  /** Other files shown, hottest first. */
  private static final int MAX_FILES = 20;

  private static final int MAX_NOTICES = 10;

  /** Lines of a file that is shown whole at most. */
  private static final int LONG = 400;

  /** Of a longer file, so many lines with what is around them. */
  private static final int HOTTEST = 40;

  private static final int AROUND = 4;

  private final SessionView session;
  private final Appendable out;
  private final boolean colours;
  private final int width;

  private TextReport(SessionView session, Appendable out, boolean colours, int width) {
    this.session = session;
    this.out = out;
    this.colours = colours;
    this.width = Math.max(MIN_WIDTH, width);
  }

  /**
   * Writes the report.
   *
   * @param colours whether the receiver shows ANSI colours
   * @param width columns of a line at most; longer source lines are cut
   */
  public static void write(SessionView session, Appendable out, boolean colours, int width)
      throws IOException {
    new TextReport(session, out, colours, width).write();
  }

  private void write() throws IOException {
    Picture picture = session.picture();
    List<FileSummary> files = FileOrder.hottestFirst(session);
    if (files.isEmpty()) {
      out.append("afterglow: no line was counted" + whyNothing(session) + "\n");
    } else {
      whole(files.get(0));
      others(files.subList(1, files.size()));
      if (!session.whole()) {
        out.append("afterglow: " + CUT_OFF + "\n");
      }
    }
    int shown = Math.min(MAX_NOTICES, picture.notices().size());
    for (NoticePicture notice : picture.notices().subList(0, shown)) {
      out.append("afterglow: ").append(words(notice)).append('\n');
    }
    if (picture.notices().size() > shown) {
      out.append(
          "afterglow: " + (picture.notices().size() - shown) + " more classes like these.\n");
    }
  }

  static String words(NoticePicture notice) {
    return (notice.subject().isEmpty() ? "" : notice.subject() + ": ") + notice.text();
  }

  /**
   * The end of a sentence that says that no line was counted; notices say why, if there are any.
   */
  static String whyNothing(SessionView session) {
    if (!session.whole()) {
      return ": the program ended without a last word.";
    }
    return session.picture().notices().isEmpty() ? ": no class of the program was loaded." : ".";
  }

  private void whole(FileSummary summary) throws IOException {
    FilePicture file = session.file(summary.key()).orElseThrow();
    Optional<SourceText> source = session.source(summary.key());
    String total =
        Numbers.of(summary.hits(), "hit") + ", hottest line " + Numbers.exact(summary.maxHits());
    out.append('\n')
        .append(style("1", summary.key().path()))
        .append("  ")
        .append(total)
        .append('\n');
    int last = source.map(SourceText::lineCount).orElse(file.lastLine());
    int digits = Math.max(3, Integer.toString(last).length());
    BitSet shown = shown(file, last);
    int above = 0;
    for (int line = shown.nextSetBit(1); line > 0; line = shown.nextSetBit(line + 1)) {
      gap(line - above - 1, digits);
      above = line;
      String text =
          source.map(SourceText::lines).map(List::size).orElse(0) >= line
              ? source.get().line(line)
              : "";
      boolean lastEmpty = line == last && text.isEmpty() && !file.hasCode(line);
      if (!lastEmpty && (source.isPresent() || file.hasCode(line))) {
        row(file, line, digits, text);
      }
    }
    if (shown.cardinality() < last) {
      gap(last - above, digits);
      out.append("The " + HOTTEST + " hottest lines and what is around them; --html has all.\n");
    }
    if (source.isEmpty()) {
      out.append(
          "The source was not found: run from its folder or beside its jar, or tell with --sources"
              + " where it is.\n");
    }
  }

  /** The lines to show: all, or those around the hottest. */
  private static BitSet shown(FilePicture file, int last) {
    BitSet shown = new BitSet();
    if (last <= LONG) {
      shown.set(1, last + 1);
      return shown;
    }
    IntStream.rangeClosed(1, last)
        .filter(line -> file.hits(line) > 0)
        .boxed()
        .sorted(Comparator.comparingLong((Integer line) -> file.hits(line)).reversed())
        .limit(HOTTEST)
        .forEach(line -> shown.set(Math.max(1, line - AROUND), Math.min(last, line + AROUND) + 1));
    return shown;
  }

  private void gap(int lines, int digits) throws IOException {
    if (lines > 0) {
      String text = " ".repeat(digits - 1) + "⋮ " + Numbers.of(lines, "line");
      out.append(style("2", text)).append('\n');
    }
  }

  private void row(FilePicture file, int line, int digits, String text) throws IOException {
    long hits = file.hits(line);
    String number = String.format(Locale.ROOT, "%" + digits + "d", line);
    String count = String.format(Locale.ROOT, "%6s", Numbers.shortForm(hits));
    int used = digits + 1 + 6 + 1 + BAR + 2;
    String note = note(file, line);
    String code = cut(expand(text), width - used - (note.isEmpty() ? 0 : note.length() + 2));
    StringBuilder row = new StringBuilder();
    row.append(style("2", number)).append(' ').append(count).append(' ');
    row.append(bar(hits, file.maxHits())).append("  ");
    row.append(hits == 0 ? style("2", code) : code);
    if (!note.isEmpty()) {
      row.append("  ").append(style("2", note));
    }
    out.append(row.toString().stripTrailing()).append('\n');
  }

  private static String note(FilePicture file, int line) {
    String note = "";
    if (file.rounds(line) != FilePicture.NONE) {
      note = Numbers.of(file.rounds(line), "round");
    }
    if (file.lambdaHits(line) != FilePicture.NONE) {
      note += (note.isEmpty() ? "" : ", ") + "λ" + Numbers.exact(file.lambdaHits(line));
    }
    return note;
  }

  private String bar(long hits, long max) {
    if (hits == FilePicture.NONE) {
      return " ".repeat(BAR);
    }
    double position = HeatScale.position(hits, max);
    int full = hits == 0 ? 0 : Math.max(1, (int) Math.round(position * BAR));
    String bar = "█".repeat(full);
    if (colours && full > 0) {
      int rgb = HeatScale.bar(Theme.LIGHT, position);
      String code = "38;2;" + (rgb >> 16 & 255) + ';' + (rgb >> 8 & 255) + ';' + (rgb & 255);
      bar = style(code, bar);
    }
    return bar + (hits == 0 ? "·" + " ".repeat(BAR - 1) : " ".repeat(BAR - full));
  }

  private void others(List<FileSummary> files) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    out.append('\n').append(style("1", "Other files")).append('\n');
    long max = session.picture().maxHits();
    for (FileSummary file : files.subList(0, Math.min(MAX_FILES, files.size()))) {
      String hits = String.format(Locale.ROOT, "%10s", Numbers.shortForm(file.hits()));
      String row = hits + ' ' + bar(file.maxHits(), max) + "  " + file.key().path();
      out.append(row).append('\n');
    }
    if (files.size() > MAX_FILES) {
      out.append("and " + (files.size() - MAX_FILES) + " more\n");
    }
  }

  private String style(String code, String text) {
    return colours ? "\u001b[" + code + 'm' + text + "\u001b[0m" : text;
  }

  private static String expand(String text) {
    StringBuilder expanded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        expanded.append(" ".repeat(TAB - expanded.length() % TAB));
      } else {
        // A control character in a source must not steer the terminal.
        expanded.append(Character.isISOControl(c) ? '?' : c);
      }
    }
    return expanded.toString();
  }

  private static String cut(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, Math.max(0, columns - 1)) + "…";
  }
}
