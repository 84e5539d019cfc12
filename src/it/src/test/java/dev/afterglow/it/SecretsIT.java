// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values whose names read like those of secrets, from the command line to the story. */
class SecretsIT {
  @TempDir Path folder;

  @Test
  void they_are_masked_unless_they_are_asked_for() throws Exception {
    Files.writeString(
        folder.resolve("Login.java"),
        """
        public class Login {
          public static void main(String[] args) {
            String password = "hunter2";
          }
        }
        """);
    String line = "  String password = \"hunter2\";   password = ";
    Path story = folder.resolve("story.txt");
    Afterglow afterglow = new Afterglow(folder);
    afterglow.run("--headless", "--story", story.toString(), "Login.java");
    assertEquals(line + "•••", Files.readAllLines(story).get(1));
    afterglow.run("--headless", "--show-secrets", "--story", story.toString(), "Login.java");
    assertEquals(line + "\"hunter2\"", Files.readAllLines(story).get(1));
  }
}
