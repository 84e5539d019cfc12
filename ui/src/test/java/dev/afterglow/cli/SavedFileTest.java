// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.view.Opener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedFileTest {
  @TempDir Path folder;

  @Test
  void the_ending_says_in_which_form() throws Exception {
    assertTrue(written("a.html").contains("<title>Main.java"));
    assertEquals("file,line,hits,rounds,lambda_hits\n", written("a.CSV"));
    assertEquals("The program has not begun.\n", written("a.txt"));
  }

  @Test
  void a_form_that_is_not_known_is_refused() {
    IOException refused = assertThrows(IOException.class, () -> written("a.doc"));
    assertEquals("its name ends neither with .html, .png, .csv nor .txt", refused.getMessage());
    assertTrue(Files.notExists(folder.resolve("a.doc")));
  }

  @Test
  void without_a_file_there_is_no_picture() {
    IOException refused = assertThrows(IOException.class, () -> written("a.png"));
    assertEquals("no file is shown", refused.getMessage());
  }

  private String written(String name) throws IOException {
    Path file = folder.resolve(name);
    Session session = new Session(new SourceFinder());
    SavedFile.write(new Opener.Shown(session, "Main.java", null, false), file);
    return Files.readString(file);
  }
}
