// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.export;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.SessionView;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The numbers as a table: {@code file,line,hits,rounds,lambda_hits}, a row for each line with code,
 * by file and line. Rows end with a line feed; text is UTF-8 and quoted as RFC 4180 says.
 */
public final class CountsCsv {
  private static final String HEADER = "file,line,hits,rounds,lambda_hits\n";

  private CountsCsv() {}

  /** Writes the table to a file, which is replaced. */
  public static void write(SessionView session, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(session, out);
    }
  }

  /** Writes the table. */
  public static void write(SessionView session, Writer out) throws IOException {
    out.write(HEADER);
    for (FileKey key : FileOrder.byName(session)) {
      FilePicture file = session.file(key).orElse(null);
      for (int line = 1; file != null && line <= file.lastLine(); line++) {
        if (file.hasCode(line)) {
          out.write(quoted(key.path()) + ',' + line + ',' + file.hits(line));
          out.write(',' + orEmpty(file.rounds(line)) + ',' + orEmpty(file.lambdaHits(line)) + '\n');
        }
      }
    }
  }

  private static String orEmpty(long number) {
    return number == FilePicture.NONE ? "" : Long.toString(number);
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
