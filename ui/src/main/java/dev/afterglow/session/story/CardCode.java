// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.story.ExceptionCard.Code;
import dev.afterglow.source.SourceText;
import dev.afterglow.source.Statements;
import dev.afterglow.source.Statements.Extent;
import java.util.ArrayList;
import java.util.List;

/** The source of a card's row: the line and, if its statement has more of them, these. */
final class CardCode {
  /** Lines of a long statement that are shown before the line and behind it. */
  private static final int BEFORE = 3;

  private static final int BEHIND = 5;

  private CardCode() {}

  /**
   * The lines, without values.
   *
   * @param all the lines of the file
   * @param line the line that an exception came from
   */
  static List<Code> of(List<String> all, FileKey file, int line) {
    if (line <= 0 || line > all.size()) {
      return List.of();
    }
    Extent extent = new Extent(line, line);
    if (file.name().endsWith(".java") && isPart(all, line)) {
      SourceText text = SourceText.of(file.name(), String.join("\n", all));
      extent = Statements.around(text, line);
    }
    int first = Math.max(extent.first(), line - BEFORE);
    int last = Math.min(extent.last(), line + BEHIND);
    List<Code> code = new ArrayList<>();
    int margin = Integer.MAX_VALUE;
    for (int at = first; at <= last; at++) {
      String text = StoryLines.code(all.get(at - 1));
      if (at == line || !(text.isEmpty() || text.startsWith("//"))) {
        margin = Math.min(margin, indent(all.get(at - 1)));
      }
    }
    for (int at = first; at <= last; at++) {
      String text = StoryLines.code(all.get(at - 1));
      if (at == line || !(text.isEmpty() || text.startsWith("//"))) {
        String before = " ".repeat(indent(all.get(at - 1)) - margin);
        code.add(new Code(at, before + text, List.of()));
      }
    }
    return code;
  }

  /** Whether a line may be one of several of a statement. */
  private static boolean isPart(List<String> all, int line) {
    String before = "";
    for (int at = line - 1; at > 0 && before.isEmpty(); at--) {
      before = StoryLines.code(all.get(at - 1));
    }
    return !ends(StoryLines.code(all.get(line - 1))) || !(before.isEmpty() || ends(before));
  }

  private static boolean ends(String code) {
    return code.endsWith(";") || code.endsWith("{") || code.endsWith("}");
  }

  private static int indent(String line) {
    int columns = 0;
    for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
      columns += line.charAt(i) == '\t' ? 4 : 1;
    }
    return columns;
  }
}
