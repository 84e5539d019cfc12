// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.SessionView;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;

/** Saves what the window shows: asks for a file, whose ending says in which form. JavaFX thread. */
final class Saving {
  private static final List<ExtensionFilter> FORMS =
      List.of(
          new ExtensionFilter("Page with code and counts", "*.html"),
          new ExtensionFilter("Picture of the shown file", "*.png"),
          new ExtensionFilter("Counts as CSV", "*.csv"),
          new ExtensionFilter("Story as text", "*.txt"));

  private final Opener opener;
  private final Executor background;

  /** Told at the end: whether it went well, and a sentence. */
  private final BiConsumer<Boolean, String> told;

  Saving(Opener opener, Executor background, BiConsumer<Boolean, String> told) {
    this.opener = opener;
    this.background = background;
    this.told = told;
  }

  /** Asks for a file to save to; null if none was chosen. */
  static Path choose(Stage stage, String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save what is shown");
    chooser.setInitialFileName(stem(title));
    chooser.getExtensionFilters().addAll(FORMS);
    File file = chooser.showSaveDialog(stage);
    return file == null ? null : ended(file.toPath(), chooser.getSelectedExtensionFilter());
  }

  /** A name without one of the endings gets that of the form that was chosen. */
  static Path ended(Path file, ExtensionFilter chosen) {
    String name = String.valueOf(file.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    if (FORMS.stream().anyMatch(form -> lower.endsWith(ending(form)))) {
      return file;
    }
    return file.resolveSibling(name + ending(chosen == null ? FORMS.get(0) : chosen));
  }

  private static String ending(ExtensionFilter form) {
    return form.getExtensions().get(0).substring(1);
  }

  private static String stem(String title) {
    int dot = title.lastIndexOf('.');
    return dot > 0 ? title.substring(0, dot) : title;
  }

  /** Writes in the background. */
  void save(SessionView session, String title, FileKey shown, boolean dark, Path file) {
    background.execute(
        () -> {
          String failure = "";
          try {
            opener.save(new Opener.Shown(session, title, shown, dark), file);
          } catch (NoSuchFileException e) {
            failure = "There is no folder " + file.toAbsolutePath().getParent() + ": name another.";
          } catch (IOException | RuntimeException e) {
            failure = file + " was not written (" + e.getMessage() + "): name another file.";
          }
          String sentence = failure.isEmpty() ? "Saved: " + file + "\n" : failure;
          boolean well = failure.isEmpty();
          Platform.runLater(() -> told.accept(well, sentence));
        });
  }
}
