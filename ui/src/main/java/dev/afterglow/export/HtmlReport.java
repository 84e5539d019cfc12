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
import dev.afterglow.source.Token;
import dev.afterglow.source.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One page that needs nothing else: every file with line, count, bar and code, hottest first, light
 * or dark as the reader's system is.
 */
public final class HtmlReport {
  private static final int STOPS = 8;

  private final SessionView session;
  private final Writer out;
  private final String title;

  private HtmlReport(SessionView session, Writer out, String title) {
    this.session = session;
    this.out = out;
    this.title = title;
  }

  /**
   * Writes the page to a file, which is replaced.
   *
   * @param title what ran, {@code Fibonacci.java}
   */
  public static void write(SessionView session, String title, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(session, title, out);
    }
  }

  /** Writes the page. */
  public static void write(SessionView session, String title, Writer out) throws IOException {
    new HtmlReport(session, out, title).write();
  }

  private void write() throws IOException {
    List<FileSummary> files = FileOrder.hottestFirst(session);
    line("<!DOCTYPE html>");
    line("<html lang=\"en\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<title>" + escaped(title) + " – Afterglow</title>");
    line("<style>");
    line(":root {" + colours(Theme.LIGHT) + "}");
    line("@media (prefers-color-scheme: dark) { :root {" + colours(Theme.DARK) + "} }");
    out.write(style());
    line("</style>");
    line("</head>");
    line("<body>");
    line("<h1>" + escaped(title) + "</h1>");
    if (files.isEmpty()) {
      Picture picture = session.picture();
      line("<p>No line was counted" + TextReport.whyNothing(session) + "</p>");
      for (NoticePicture notice : picture.notices()) {
        line("<p>" + escaped(TextReport.words(notice)) + "</p>");
      }
    } else {
      legend();
      contents(files);
    }
    for (FileSummary file : files) {
      file(file);
    }
    if (!files.isEmpty() && !session.whole()) {
      line("<p>" + escaped(TextReport.CUT_OFF) + "</p>");
    }
    line("</body>");
    line("</html>");
  }

  private void legend() throws IOException {
    out.write("<p class=\"legend\">cold <span class=\"scale\">");
    for (int i = 0; i < STOPS; i++) {
      out.write("<i class=\"h" + i + "\"></i>");
    }
    line("</span> " + Numbers.of(session.picture().maxHits(), "hit") + " (log scale)</p>");
  }

  private void contents(List<FileSummary> files) throws IOException {
    if (files.size() < 2) {
      return;
    }
    line("<ol>");
    for (FileSummary file : files) {
      String path = escaped(file.key().path());
      line(
          "<li><a href=\"#"
              + path
              + "\">"
              + path
              + "</a> "
              + Numbers.of(file.hits(), "hit")
              + "</li>");
    }
    line("</ol>");
  }

  private void file(FileSummary summary) throws IOException {
    String path = escaped(summary.key().path());
    FilePicture file = session.file(summary.key()).orElseThrow();
    Optional<SourceText> source = session.source(summary.key());
    line("<h2 id=\"" + path + "\">" + path + "</h2>");
    if (source.isEmpty()) {
      line("<p>The source was not found.</p>");
    }
    line("<table>");
    line("<thead><tr><th>line</th><th>hits</th><th></th><th class=\"c\">code</th></tr></thead>");
    line("<tbody>");
    List<List<Token>> tokens = source.map(Tokens::of).orElse(List.of());
    int last = source.map(SourceText::lineCount).orElse(file.lastLine());
    for (int line = 1; line <= last; line++) {
      String text = source.isPresent() ? code(source.get().line(line), tokens.get(line - 1)) : "";
      boolean lastEmpty = line == last && text.isEmpty() && !file.hasCode(line);
      if (!lastEmpty && (source.isPresent() || file.hasCode(line))) {
        row(file, line, text);
      }
    }
    line("</tbody>");
    line("</table>");
  }

  private void row(FilePicture file, int line, String code) throws IOException {
    long hits = file.hits(line);
    if (hits == FilePicture.NONE) {
      line("<tr><td>" + line + "</td><td></td><td></td><td class=\"c\">" + code + "</td></tr>");
      return;
    }
    double position = HeatScale.position(hits, file.maxHits());
    int heat = (int) Math.round(position * (STOPS - 1));
    String words = escaped(Numbers.inWords(file, line));
    String bar =
        hits == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "<b class=\"h%d\" style=\"width:%.1f%%\"></b>",
                heat,
                8 + 92 * position);
    line(
        "<tr class=\""
            + (hits == 0 ? "never" : "ran")
            + "\" title=\""
            + words
            + "\"><td>"
            + line
            + "</td><td class=\"n\">"
            + Numbers.exact(hits)
            + "</td><td class=\"b\">"
            + bar
            + "</td><td class=\"c\">"
            + code
            + note(file, line)
            + "</td></tr>");
  }

  private static String note(FilePicture file, int line) {
    String note = "";
    if (file.rounds(line) != FilePicture.NONE) {
      note += "<em>" + Numbers.of(file.rounds(line), "round") + "</em>";
    }
    if (file.lambdaHits(line) != FilePicture.NONE) {
      note += "<em>λ " + Numbers.exact(file.lambdaHits(line)) + "</em>";
    }
    return note;
  }

  private static String code(String line, List<Token> tokens) {
    StringBuilder code = new StringBuilder();
    int at = 0;
    for (Token token : tokens) {
      code.append(escaped(line.substring(at, token.start())));
      String kind = token.kind().name().substring(0, 2).toLowerCase(Locale.ROOT);
      code.append("<span class=\"").append(kind).append("\">");
      code.append(escaped(line.substring(token.start(), token.end()))).append("</span>");
      at = token.end();
    }
    return code.append(escaped(line.substring(at))).toString();
  }

  private static String colours(Theme theme) {
    StringBuilder css = new StringBuilder();
    css.append("color-scheme: ").append(theme == Theme.LIGHT ? "light" : "dark").append(';');
    css.append("--back:").append(HeatScale.css(HeatScale.background(theme))).append(';');
    List<Integer> stops = HeatScale.barStops(theme, STOPS);
    for (int i = 0; i < STOPS; i++) {
      css.append("--h").append(i).append(':').append(HeatScale.css(stops.get(i))).append(';');
    }
    css.append(
        theme == Theme.LIGHT
            ? "--text:#1f2328;--quiet:#656d76;--edge:#d0d7de;--hatch:#eef0f3;"
                + "--ke:#7a3e9d;--ty:#1f5a86;--st:#1a6b33;--nu:#9a4a00;--co:#656d76;--an:#7a5b00;"
            : "--text:#e6e8eb;--quiet:#9aa4af;--edge:#30363d;--hatch:#20252b;"
                + "--ke:#d2a8ff;--ty:#82bdf5;--st:#85d696;--nu:#ffb077;--co:#9aa4af;--an:#e3c264;");
    return css.toString();
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
