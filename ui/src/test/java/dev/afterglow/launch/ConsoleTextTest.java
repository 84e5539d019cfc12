// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.launch.Program.Channel;
import dev.afterglow.launch.Program.ConsoleListener;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTextTest {
  @Test
  void text_that_is_left_of_an_ended_run_does_not_come_into_the_next_one() throws Exception {
    Console console = new Console();
    List<String> heard = new ArrayList<>();
    console.listen(
        new ConsoleListener() {
          @Override
          public void text(Channel channel, String text) {
            heard.add(text);
          }

          @Override
          public void begins() {
            heard.add("begins");
          }
        });
    Thread pump;
    try (PipedOutputStream first = new PipedOutputStream()) {
      pump = console.pump(new PipedInputStream(first), Channel.OUT, StandardCharsets.US_ASCII);
      console.begin();
      first.write("late".getBytes(StandardCharsets.US_ASCII));
    }
    pump.join();
    console.text(Channel.NOTE, "second");
    assertEquals(List.of("begins", "second"), heard);
  }
}
