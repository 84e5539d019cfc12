// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.export.CountsCsv;
import dev.afterglow.export.HtmlReport;
import dev.afterglow.export.StoryText;
import dev.afterglow.launch.UserException;
import dev.afterglow.view.CodePicture;
import dev.afterglow.view.Opener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what the window shows, in the form that a file's ending tells. */
final class SavedFile {
  private SavedFile() {}

  static void write(Opener.Shown shown, Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> HtmlReport.write(shown.session(), shown.title(), file);
      case "csv" -> CountsCsv.write(shown.session(), file);
      case "txt" -> StoryText.write(shown.session(), file);
      case "png" -> {
        if (shown.file() == null) {
          throw new UserException("no file is shown");
        }
        CodePicture.write(shown.session(), shown.file(), file, shown.dark());
      }
      default -> throw new UserException("its name ends neither with .html, .png, .csv nor .txt");
    }
  }
}
