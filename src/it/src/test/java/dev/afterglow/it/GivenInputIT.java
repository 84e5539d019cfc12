// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.launch.GivenInput;
import dev.afterglow.launch.JavaArguments;
import dev.afterglow.launch.Listener;
import dev.afterglow.launch.LocalProgram;
import dev.afterglow.launch.Program.Channel;
import dev.afterglow.launch.ProgramSpec;
import dev.afterglow.launch.StartPace;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in a window, started with a file or a pipe as standard input. */
class GivenInputIT {
  private static final String SOURCE =
      """
      import java.util.Scanner;
      class Sum {
        public static void main(String[] words) {
          int sum = 0;
          Scanner in = new Scanner(System.in);
          while (in.hasNextInt()) {
            sum += in.nextInt();
          }
          System.out.print("sum " + sum);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void every_run_reads_it() throws Exception {
    Path source = folder.resolve("Sum.java");
    Files.writeString(source, SOURCE);
    JavaArguments java = JavaArguments.parse(List.of(source.toString()));
    ProgramSpec spec =
        new ProgramSpec(java, List.of(), List.of(), false, null, List.of(), StartPace.COUNTING);
    Session session = new Session(new SourceFinder(List.of()));
    try (Listener listener = new Listener(session, 0);
        LocalProgram program =
            new LocalProgram(spec, session, new SourceFinder(), listener, Target.agent(), false)) {
      program.reads(GivenInput.of(new ByteArrayInputStream("1 2\n3\n".getBytes(US_ASCII))));
      List<String> out = new CopyOnWriteArrayList<>();
      program.onConsole((channel, text) -> out.add(channel == Channel.OUT ? text : ""));
      for (int run = 1; run <= 2; run++) {
        program.run();
        assertEquals(0, program.awaitExit());
        assertEquals("sum 6".repeat(run), String.join("", out));
        assertEquals(
            "It reads the file or pipe that Afterglow was started with", program.whyNoInput());
      }
    }
  }
}
