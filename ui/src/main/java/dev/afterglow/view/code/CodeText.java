// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.FileKey;
import dev.afterglow.source.SourceText;
import dev.afterglow.source.Token;
import dev.afterglow.source.Tokens;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * A file made ready to show: its lines and their colours. Made on a background thread, as a large
 * file takes a while.
 *
 * @param key which file
 * @param lines its lines as they are shown
 * @param found whether there is a source; without one there are empty lines to show the counts at
 * @param document the coloured text
 */
record CodeText(
    FileKey key,
    List<String> lines,
    boolean found,
    ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> document) {

  /** A longer line would take seconds to lay out; nobody wrote it by hand. */
  private static final int LINE_LIMIT = 4_000;

  private static final Collection<String> PLAIN = List.of();
  private static final Map<Token.Kind, Collection<String>> STYLES = styles();

  /** Colours a source. */
  static CodeText of(FileKey key, SourceText source) {
    List<List<Token>> tokens = Tokens.of(source);
    var builder = builder();
    List<String> lines = source.lines().stream().map(CodeText::shown).toList();
    for (int i = 0; i < lines.size(); i++) {
      builder.addParagraph(lines.get(i), spans(lines.get(i).length(), tokens.get(i)));
    }
    return new CodeText(key, lines, true, builder.build());
  }

  /** Stands for a source that was not found. */
  static CodeText missing(FileKey key, int lineCount) {
    var builder = builder();
    List<String> lines = Collections.nCopies(Math.max(1, lineCount), "");
    for (String line : lines) {
      builder.addParagraph(line, PLAIN);
    }
    return new CodeText(key, lines, false, builder.build());
  }

  private static ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>
      builder() {
    return new ReadOnlyStyledDocumentBuilder<>(SegmentOps.styledTextOps(), PLAIN);
  }

  private static String shown(String line) {
    return line.length() <= LINE_LIMIT ? line : line.substring(0, LINE_LIMIT) + " …";
  }

  private static StyleSpans<Collection<String>> spans(int length, List<Token> tokens) {
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    int at = 0;
    for (Token token : tokens) {
      int end = Math.min(token.end(), length);
      if (token.start() < at || end <= token.start()) {
        continue;
      }
      if (token.start() > at) {
        spans.add(PLAIN, token.start() - at);
      }
      spans.add(STYLES.get(token.kind()), end - token.start());
      at = end;
    }
    spans.add(PLAIN, length - at);
    return spans.create();
  }

  private static Map<Token.Kind, Collection<String>> styles() {
    Map<Token.Kind, Collection<String>> styles = new EnumMap<>(Token.Kind.class);
    for (Token.Kind kind : Token.Kind.values()) {
      String name = "code-" + kind.name().toLowerCase(Locale.ROOT);
      styles.put(kind, kind == Token.Kind.PLAIN ? PLAIN : List.of(name));
    }
    return styles;
  }
}
