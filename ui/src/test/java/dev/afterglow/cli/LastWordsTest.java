// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a process says after its end: only something if it ended without closing. */
@DisabledOnOs(OS.WINDOWS)
class LastWordsTest {

  /** A process with last words. */
  static final class Speaker {
    private Speaker() {}

    public static void main(String[] how) {
      LastWords words = new LastWords();
      words.are("first");
      words.are("last");
      if (how[0].equals("closed")) {
        words.close();
      }
      // As the toolkit does it: no shutdown hook runs.
      Runtime.getRuntime().halt(1);
    }
  }

  private static String said(String how) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Speaker.class.getName(),
                how)
            .start();
    // Open until the keeper has ended too.
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void the_last_of_them_are_said_if_the_process_is_gone() throws Exception {
    assertEquals("last\n", said("gone"));
  }

  @Test
  void none_are_said_after_an_orderly_end() throws Exception {
    assertEquals("", said("closed"));
  }
}
