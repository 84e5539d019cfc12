// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.story.ExceptionCard.Code;
import dev.afterglow.source.SourceText;
import dev.afterglow.source.Statements;
import dev.afterglow.source.Statements.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The source of a card's row: the line and, if its statement has more of them, these. */
final class CardCode {
  /** Lines of a long statement that are shown before the line and behind it. */
  private static final int BEFORE = 3;

  private static final int BEHIND = 5;

  private CardCode() {}

  /**
   * The lines, without values.
   *
   * @param text the file, if it was found
   * @param line the line that an exception came from
   */
  static List<Code> of(Optional<SourceText> text, FileKey file, int line) {
    List<String> all = text.map(SourceText::lines).orElse(List.of());
    if (line <= 0 || line > all.size()) {
      return List.of();
    }
    Extent extent = new Extent(line, line);
    if (file.name().endsWith(".java") && isPart(all, line)) {
      extent = Statements.around(text.get(), line);
    }
    int first = Math.max(extent.first(), line - BEFORE);
    int last = Math.min(extent.last(), line + BEHIND);
    List<Integer> shown = new ArrayList<>();
    int margin = Integer.MAX_VALUE;
    for (int at = first; at <= last; at++) {
      String part = StoryLines.code(all.get(at - 1));
      if (at == line || !(part.isEmpty() || part.startsWith("//"))) {
        shown.add(at);
        margin = Math.min(margin, indent(all.get(at - 1)));
      }
    }
    List<Code> code = new ArrayList<>();
    for (int at : shown) {
      String whole = all.get(at - 1);
      String before = " ".repeat(indent(whole) - margin);
      code.add(new Code(at, before + StoryLines.code(whole), List.of()));
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
