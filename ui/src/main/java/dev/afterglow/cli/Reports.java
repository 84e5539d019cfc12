// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.export.CountsCsv;
import dev.afterglow.export.HtmlReport;
import dev.afterglow.export.StoryText;
import dev.afterglow.export.TextReport;
import dev.afterglow.launch.UserException;
import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.session.SessionView;
import dev.afterglow.view.CodePicture;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes what was asked for after a run. One file that cannot be written does not stop the others.
 */
final class Reports {
  private static final int DEFAULT_WIDTH = 100;

  private final Options options;
  private final SessionView session;
  private final String title;

  Reports(Options options, SessionView session, String title) {
    this.options = options;
    this.session = session;
    this.title = title;
  }

  /** Says before the run which file could not be written after it. */
  static void check(Options options) throws UserException {
    for (Path file : files(options)) {
      Path folder = file.toAbsolutePath().getParent();
      if (Files.isDirectory(file)) {
        throw new UserException(file + " is a folder: name a file to write to.");
      }
      if (!Files.isDirectory(folder)) {
        throw new UserException("There is no folder " + folder + ": create it, or name another.");
      }
      if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder)) {
        throw new UserException(file + " cannot be written: check its permissions.");
      }
    }
    Optional<String> obstacle =
        options.png == null ? Optional.empty() : Display.pictureObstacle(Path.of("/"));
    if (obstacle.isPresent()) {
      throw new UserException(obstacle.get());
    }
  }

  private static List<Path> files(Options options) {
    List<Path> files = new ArrayList<>();
    for (Path file :
        new Path[] {options.counts, options.html, options.png, options.story, options.record}) {
      if (file != null) {
        files.add(file);
      }
    }
    return files;
  }

  /** The exceptions that ended threads, and a heat map, for the terminal. */
  void print(PrintStream out) {
    StringBuilder text = new StringBuilder();
    // What a source or a value holds must not steer the terminal.
    StoryText.exceptions(session)
        .forEach(line -> text.append(line.replaceAll("\\p{Cntrl}", "?")).append('\n'));
    try {
      TextReport.write(session, text, Terminal.showsColours(), Terminal.columns(DEFAULT_WIDTH));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    out.print(text);
    out.flush();
  }

  /**
   * Writes the files.
   *
   * @return a sentence for each that could not be written
   */
  List<String> write() {
    List<String> failures = new ArrayList<>();
    write(options.counts, failures, file -> CountsCsv.write(session, file));
    write(options.html, failures, file -> HtmlReport.write(session, title, file));
    write(options.png, failures, this::picture);
    write(options.story, failures, file -> StoryText.write(session, file));
    return failures;
  }

  private void picture(Path file) throws IOException {
    Optional<FileSummary> hottest =
        session.picture().files().stream()
            .max(Comparator.comparingLong(FileSummary::hits).thenComparing(FileSummary::hasSource));
    if (hottest.isEmpty()) {
      throw new UserException("no line was counted.");
    }
    CodePicture.write(session, hottest.get().key(), file, options.dark);
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private static void write(Path file, List<String> failures, Writing writing) {
    if (file == null) {
      return;
    }
    try {
      writing.to(file);
    } catch (NoSuchFileException e) {
      failures.add(file + " was not written: its folder is gone; name another.");
    } catch (UserException e) {
      failures.add(file + " was not written: " + e.getMessage());
    } catch (IOException e) {
      failures.add(
          file + " was not written (" + e.getMessage() + "): free some space, or name another.");
    }
  }
}
