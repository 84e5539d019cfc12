// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GivenInputTest {
  private static final int MEGABYTE = 1 << 20;

  private final List<String> notes = new CopyOnWriteArrayList<>();

  /** A run's input, which knows when it has ended. */
  private static final class Run extends ByteArrayOutputStream {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void close() {
      closed.countDown();
    }

    String text() throws InterruptedException {
      assertTrue(closed.await(60, TimeUnit.SECONDS), "its input did not end");
      return toString(US_ASCII);
    }
  }

  private Run run(GivenInput given) {
    Run run = new Run();
    given.feed(run, false, () -> {}, notes::add);
    return run;
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(US_ASCII));
  }

  @Test
  void each_run_reads_it_from_the_beginning() throws Exception {
    String words = "some words\n".repeat(5000);
    GivenInput given = new GivenInput(text(words), MEGABYTE);
    assertEquals(words, run(given).text());
    assertEquals(words, run(given).text());
    assertEquals(List.of(), notes);
  }

  @Test
  void nothing_leaves_the_input_to_the_window() throws Exception {
    GivenInput given = new GivenInput(text(""), MEGABYTE);
    Run run = run(given);
    assertFalse(run.closed.await(300, TimeUnit.MILLISECONDS));
    assertFalse(given.any());
  }

  @Test
  void nothing_ends_the_input_of_a_run_without_a_window() throws Exception {
    Run run = new Run();
    new GivenInput(text(""), MEGABYTE).feed(run, true, () -> {}, notes::add);
    assertEquals("", run.text());
  }

  @Test
  void a_run_gets_what_comes_while_it_comes() throws Exception {
    PipedOutputStream writer = new PipedOutputStream();
    GivenInput given = new GivenInput(new PipedInputStream(writer), MEGABYTE);
    PipedInputStream reader = new PipedInputStream();
    OutputStream run = new PipedOutputStream(reader);
    given.feed(run, false, () -> {}, notes::add);
    for (int value : new int[] {'a', 'b'}) {
      writer.write(value);
      writer.flush();
      assertEquals(value, reader.read());
    }
    writer.close();
    assertEquals(-1, reader.read());
  }

  /** The thread that served it waits for more, which the next run gets too. */
  @Test
  void a_run_that_ended_takes_nothing_from_the_next() throws Exception {
    PipedOutputStream writer = new PipedOutputStream();
    GivenInput given = new GivenInput(new PipedInputStream(writer), MEGABYTE);
    given.feed(
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("it has ended");
          }
        },
        false,
        () -> {},
        notes::add);
    Run next = run(given);
    writer.write("all".getBytes(US_ASCII));
    writer.close();
    assertEquals("all", next.text());
  }

  @Test
  void more_than_is_kept_is_said() throws Exception {
    String words = "x".repeat(3 * MEGABYTE);
    GivenInput given = new GivenInput(text(words), 2 * MEGABYTE);
    assertEquals(3 * MEGABYTE, run(given).text().length());
    assertEquals(List.of(), notes);
    assertEquals(2 * MEGABYTE, run(given).text().length());
    for (int i = 0; i < 600 && notes.isEmpty(); i++) {
      Thread.sleep(100); // it is said behind the end
    }
    assertEquals(
        List.of(
            "afterglow: an earlier run read the input given at the start; of it"
                + " 2 MB were kept for this one.\n"),
        notes);
  }
}
