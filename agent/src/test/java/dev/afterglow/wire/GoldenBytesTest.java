// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The bytes of each kind of frame, as the protocol's page describes them: they never change. */
class GoldenBytesTest {

  @Test
  void target() throws IOException {
    golden(
        Frames.target(),
        "01 1c"
            + " e7 24" // pid 4711
            + " 80 d0 95 ff bc 31" // 1,700,000,000,000 ms
            + " 06 31 37 2e 30 2e 39" // 17.0.9
            + " 06 4d 61 69 6e 20 78" // Main x
            + " 05 30 2e 31 2e 30"); // 0.1.0
  }

  @Test
  void class_info() throws IOException {
    golden(
        Frames.classInfo(),
        "02 3e"
            + " 05"
            + " 06 61 2e 4d 61 69 6e" // a.Main
            + " 03 61 70 70" // app
            + " 09 4d 61 69 6e 2e 6a 61 76 61" // Main.java
            + " 09" // counters
            + " 06 73 68 61 72 65 64" // shared
            + " 03" // lines
            + " 03 00 02 00" // line 3, hits, implicit, no terms
            + " a9 02 00 00 03 00 03 10" // line 3 + 297: c0 - c1 + c8
            + " 00 01 01 01 04" // line 300 again, second, end: c2
            + " 01" // loops
            + " ac 02 ab 02 b1 02 01 01" // 300, 299 to 305, bottom tested, second
            + " 01 08" // rounds: c4
            + " 02 07 0a"); // arrivals: -c3 + c5
  }

  @Test
  void counts() throws IOException {
    golden(
        new Counts(5, 0, new int[] {0, 1, 4}, new long[] {1, 300, Long.MAX_VALUE}),
        "03 11"
            + " 05 03"
            + " 00 01" // counter 0: 1
            + " 00 ac 02" // the next one: 300
            + " 02 ff ff ff ff ff ff ff ff 7f"); // two left out, 2^63 - 1
  }

  @Test
  void tick() throws IOException {
    golden(new Tick(1_000_000_000L), "04 05 80 94 eb dc 03");
  }

  @Test
  void threads() throws IOException {
    golden(
        Frames.threads(),
        "05 54"
            + " 06"
            + " 06 61 2e 4d 61 69 6e" // 0: a.Main
            + " 03 66 69 62" // 1: fib
            + " 09 4d 61 69 6e 2e 6a 61 76 61" // 2: Main.java
            + " 10 6a 61 76 61 2e 6c 61 6e 67 2e 54 68 72 65 61 64" // 3: java.lang.Thread
            + " 03 72 75 6e" // 4: run
            + " 00" // 5: empty
            + " 02"
            + " 01 04 6d 61 69 6e 00 00 84 07" // 1, main, NEW, platform, 900 deep
            + " 02 00 01 02 03 01 00 01 02 03 01" // a.Main.fib(Main.java:3), woven, twice
            + " 11 07 47 72 c3 bc c3 9f 65 05 01 01" // 17, Grüße, TERMINATED, virtual, 1 deep
            + " 01 03 04 05 00 00"); // java.lang.Thread.run, no line, not woven
  }

  @Test
  void notice() throws IOException {
    golden(
        new Notice(Notice.CLASS_LEFT, "a.B", "Zu groß."),
        "06 0f 01 03 61 2e 42 09 5a 75 20 67 72 6f c3 9f 2e");
  }

  @Test
  void thread_counts() throws IOException {
    golden(new Counts(5, 17, new int[] {2}, new long[] {9}), "07 05 05 11 01 02 09");
  }

  @Test
  void bye() throws IOException {
    golden(new Bye(), "08 00");
  }

  @Test
  void uncaught() throws IOException {
    golden(
        Frames.uncaught(),
        "09 45"
            + " 03" // names
            + " 06 61 2e 4d 61 69 6e" // 0: a.Main
            + " 03 66 69 62" // 1: fib
            + " 09 4d 61 69 6e 2e 6a 61 76 61" // 2: Main.java
            + " 11 01 77" // thread 17, w
            + " 02"
            + " 05 61 2e 42 61 64 02 6e 6f" // a.Bad: no
            + " 84 07 01 00 01 02 03 01" // 900 deep, a.Main.fib(Main.java:3), woven
            + " 05 61 2e 57 68 79 00 00 00" // a.Why, without message and frames
            + " 01 06 61 2e 53 68 75 74 00 01 01 00 01 02 03 01" // for a.Bad a.Shut was suppressed
            + " 00"); // for a.Why nothing
  }

  @Test
  void an_older_agent_tells_of_nothing_suppressed() throws IOException {
    String old = "09 10 00 11 01 77 01 05 61 2e 42 61 64 02 6e 6f 00 00";
    Uncaught read = (Uncaught) new FrameReader(new ByteArrayInputStream(Hex.bytes(old))).read();
    assertEquals(0, read.chain.get(0).suppressed.size());
  }

  @Test
  void welcome() throws IOException {
    golden(new Welcome(), "40 00");
  }

  @Test
  void watch() throws IOException {
    golden(new Watch(10_000), "41 02 90 4e");
  }

  @Test
  void select_thread() throws IOException {
    golden(new SelectThread(300), "42 02 ac 02");
  }

  @Test
  void step_method() throws IOException {
    golden(
        Frames.stepMethod(),
        "10 15"
            + " 02 05" // method 2 of class 5
            + " 03 66 69 62 04 28 49 29 49" // fib (I)I
            + " ac 02" // line 300
            + " 02 04 74 68 69 73 01 6e"); // this, n
  }

  @Test
  void steps() throws IOException {
    golden(Frames.steps(), "11 44 " + Frames.STEPS);
  }

  @Test
  void later_steps() throws IOException {
    golden(Frames.laterSteps(), "14 10 " + Frames.LATER_STEPS);
  }

  @Test
  void kinds_of_steps_that_came_later_have_frames_of_their_own() {
    String wrong = "11 10 " + Frames.LATER_STEPS;
    FrameReader reader = new FrameReader(new ByteArrayInputStream(Hex.bytes(wrong)));
    assertThrows(ProtocolException.class, reader::read, "an older reader refuses them");
  }

  @Test
  void what_stands_behind_a_kind_of_step_that_is_newer_still_is_left_out() throws IOException {
    String newer = "14 14 " + Frames.LATER_STEPS + " 08 01 02 03";
    Steps read = (Steps) new FrameReader(new ByteArrayInputStream(Hex.bytes(newer))).read();
    List<String> told = new ArrayList<>();
    read.read(
        new Steps.Nobody() {
          @Override
          public void passed(int depth, int method, int line, String name, String no, int from) {
            told.add(name + " " + no + " from " + from + " to " + line);
          }
        });
    assertEquals(List.of("a.B no from 299 to 300"), told);
  }

  @Test
  void run_state() throws IOException {
    golden(
        Frames.runState(),
        "12 17"
            + " 01 00 a0 1f" // steps, does not stand, 4 lines a second
            + " 11 06 61 2e 4d 61 69 6e ac 02" // thread 17 before line 300 of a.Main
            + " 04 57 68 79 2e" // Why.
            + " 09 80 89 7a"); // 9 of 2,000,000 steps
  }

  @Test
  void step_thread() throws IOException {
    golden(new StepThreadInfo(300, "wörker"), "13 0a ac 02 07 77 c3 b6 72 6b 65 72");
  }

  @Test
  void expressions() throws IOException {
    golden(new Expressions(List.of("a.b.c")), "43 07 01 05 61 2e 62 2e 63");
  }

  @Test
  void run_command() throws IOException {
    golden(
        new RunCommand(RunCommand.RUN_TO_COUNT, 17, "a/Main.java", 300, 9),
        "50 11 09 11 0b 61 2f 4d 61 69 6e 2e 6a 61 76 61 ac 02 09");
  }

  private static void golden(Frame frame, String hex) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(bytes);
    writer.write(frame);
    writer.flush();
    assertEquals(hex.toLowerCase(Locale.ROOT), Hex.text(bytes.toByteArray()));

    FrameReader reader = new FrameReader(new ByteArrayInputStream(Hex.bytes(hex)));
    assertEquals(Frames.text(frame), Frames.text(reader.read()));
  }
}
