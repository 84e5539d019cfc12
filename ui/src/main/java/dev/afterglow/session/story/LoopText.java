// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.story.LoopRows.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The rounds of one time a loop ran: {@code round}, a column for each variable, {@code branch} if
 * there are any, the rounds of each loop inside, {@code end}.
 */
public final class LoopText {
  private LoopText() {}

  /**
   * The table as text: of a long loop all rounds.
   *
   * @param separator a comma, or a tab, which spreadsheets like to be pasted
   */
  public static String of(LoopTable table, char separator) {
    StringBuilder out = new StringBuilder();
    LoopRows rows = table.rows();
    line(out, separator, head(rows));
    table.forEachRow(row -> line(out, separator, cells(rows, row)));
    return out.toString();
  }

  private static List<String> head(LoopRows rows) {
    List<String> head = new ArrayList<>(List.of("round"));
    head.addAll(rows.variables());
    if (rows.branched()) {
      head.add("branch");
    }
    rows.inner().forEach(each -> head.add("rounds of " + each));
    head.add("end");
    return head;
  }

  private static List<String> cells(LoopRows rows, Row row) {
    boolean round = row.kind() == LoopRows.Kind.ROUND;
    List<String> cells = new ArrayList<>(List.of(round ? Integer.toString(row.round()) : ""));
    row.values().forEach(value -> cells.add(value == null ? "" : value.text()));
    if (rows.branched()) {
      cells.add(row.branch());
    }
    for (int i = 0; i < rows.inner().size(); i++) {
      cells.add(row.reached(i) ? Integer.toString(row.inner().get(i)) : "");
    }
    cells.add(row.end());
    return cells;
  }

  private static void line(StringBuilder out, char separator, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (i > 0) {
        out.append(separator);
      }
      out.append(separator == ',' ? quoted(cell) : cell.replace('\t', ' '));
    }
    out.append('\n');
  }

  /** As RFC 4180 says. */
  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
