// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that are started elsewhere, as a build tool forks them. */
class ListenIT {
  @TempDir Path folder;

  private static String option(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("-javaagent:")) {
        return line;
      }
    }
    throw new IOException("no option was shown");
  }

  @Test
  void what_several_JVMs_ran_adds_up_and_is_reported_when_all_have_ended() throws Exception {
    Path source = folder.resolve("Forked.java");
    Files.writeString(
        source,
        """
        public class Forked {
          public static void main(String[] a) {
            for (int i = 0; i < Integer.parseInt(a[0]); i++)
              System.out.print(i);
          }
        }
        """);
    Path classes = folder.resolve("classes");
    Compilers.javac(classes, 8, List.of(source));
    Path csv = folder.resolve("counts.csv");
    Process listening =
        new Afterglow(folder).start("--headless", "--counts", csv.toString(), "listen");
    try (BufferedReader said = listening.errorReader()) {
      String agent = option(said);
      assertEquals("01", Target.java(agent, "-cp", classes.toString(), "Forked", "2").out());
      assertEquals("012", Target.java(agent, "-cp", classes.toString(), "Forked", "3").out());
      said.transferTo(java.io.Writer.nullWriter());
    } finally {
      assertTrue(listening.waitFor(60, TimeUnit.SECONDS));
    }
    assertEquals(0, listening.exitValue());
    assertEquals(
        List.of("file,line,hits,rounds,lambda_hits", "Forked.java,3,7,5,", "Forked.java,4,5,,"),
        Files.readAllLines(csv));
  }
}
