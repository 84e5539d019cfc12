// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.StepLog;
import java.util.ArrayList;
import java.util.List;

/**
 * An exception and the calls it went through, each with its source line and what the names in it
 * were. Immutable.
 *
 * @param step the THROW that left the outermost call, or the CATCH; {@link StepLog#NONE} if steps
 *     were not recorded
 * @param heading who was left by what, or who caught it
 * @param exception its class and message
 * @param sentence of a recursion: who calls itself, how deep; why there are no values; or empty
 * @param parts the exception, then what it was made of, the first cause first
 */
public record ExceptionCard(
    int step, String heading, String exception, String sentence, List<Part> parts) {

  /**
   * An exception.
   *
   * @param title {@code Caused by …}, empty for the first one
   * @param rows the calls, innermost first
   */
  public record Part(String title, List<Row> rows) {}

  /**
   * A call that the exception went through, or some that are folded.
   *
   * @param step the moment at which it did, {@link StepLog#NONE} if it was not recorded
   * @param file its source file, null if folded or of a library
   * @param line the line in it
   * @param call the call with its arguments, or how many are folded
   * @param code the lines of the statement; none if the source is missing
   * @param folded what is folded here as far as it is known, else empty
   */
  public record Row(
      int step, FileKey file, int line, String call, List<Code> code, List<Row> folded) {

    /** One of a library, or words. */
    static Row plain(String words, List<Row> folded) {
      return new Row(StepLog.NONE, null, 0, words, List.of(), folded);
    }

    /** File and line, empty if folded or of a library. */
    public String where() {
      return file == null ? "" : file.name() + ":" + line;
    }

    /**
     * The line of the statement that the exception came from, to be told from the others; null if
     * it is the only one, or the first: class files name that for what lies behind it, too.
     */
    public Code here() {
      return code.stream().skip(1).filter(each -> each.line == line).findFirst().orElse(null);
    }
  }

  /**
   * A line of source.
   *
   * @param line its number
   * @param text what stands in it, without what is around all of the statement
   * @param notes what names in it were, by column
   */
  public record Code(int line, String text, List<Note> notes) {
    /** The values below the source line, each under its name. */
    public List<String> below() {
      List<String> lines = new ArrayList<>();
      for (int last = notes.size() - 1; last >= 0; last--) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i <= last; i++) {
          line.append(" ".repeat(notes.get(i).column() - line.length()));
          line.append(i < last ? "│" : "└ " + notes.get(i).value());
        }
        lines.add(line.toString());
      }
      return lines;
    }
  }

  /**
   * What a name was.
   *
   * @param column where it begins in the source line, from 0
   * @param value what it was, shortened
   */
  public record Note(int column, String value) {}

  /** The card as lines of text. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(heading);
    if (!sentence.isEmpty()) {
      lines.add(sentence);
    }
    for (Part part : parts) {
      lines.add(part.title);
      for (Row row : part.rows) {
        lines.add("  " + (row.file == null ? row.call : row.where() + "  " + row.call));
        Code here = row.here();
        for (Code code : row.code) {
          lines.add((code.equals(here) ? "  ▸ " : "    ") + code.text);
          code.below().forEach(line -> lines.add("    " + line));
        }
      }
    }
    return lines;
  }
}
