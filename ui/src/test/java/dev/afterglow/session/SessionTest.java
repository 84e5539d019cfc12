// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.Picture.Status;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.wire.Bye;
import dev.afterglow.wire.ClassInfo;
import dev.afterglow.wire.Counts;
import dev.afterglow.wire.Frame;
import dev.afterglow.wire.LineInfo;
import dev.afterglow.wire.LoopInfo;
import dev.afterglow.wire.SelectThread;
import dev.afterglow.wire.TargetInfo;
import dev.afterglow.wire.Tick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  private static final FileKey MAIN = new FileKey("com/acme/Main.java");

  @TempDir Path folder;

  private final AtomicLong clock = new AtomicLong(1_000);
  private final List<Frame> sent = new ArrayList<>();
  private Session session = new Session(new SourceFinder(), clock::get);

  private int connect() {
    session.onCommand((target, frame) -> sent.add(frame));
    return session.connected(new TargetInfo(1, 0, "17", "Main", ""));
  }

  private void source(String... lines) throws IOException {
    Path file = folder.resolve(MAIN.path());
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
    session = new Session(new SourceFinder(List.of(folder)), clock::get);
  }

  private static LineInfo line(int line, int... terms) {
    return new LineInfo(line, LineInfo.HITS, 0, terms);
  }

  private static ClassInfo info(int id, String name, List<LineInfo> lines, LoopInfo... loops) {
    return new ClassInfo(id, name, "app", "Main.java", 4, lines, List.of(loops), "");
  }

  private static Counts counts(int id, long thread, long... totals) {
    int[] counters = new int[totals.length];
    for (int i = 0; i < counters.length; i++) {
      counters[i] = i;
    }
    return new Counts(id, thread, counters, totals);
  }

  private FilePicture main() {
    return session.file(MAIN).orElseThrow();
  }

  @Test
  void a_program_that_has_ended_can_be_controlled_when_it_runs_again_a_recording_cannot() {
    assertNull(session.control());
    int target = connect();
    session.disconnected(target);
    assertNotNull(session.control());
  }

  @Test
  void terms_are_added_and_subtracted() {
    int target = connect();
    session.accept(target, info(0, "com.acme.Main", List.of(line(3, 0, 1), line(4, 0, ~1))));
    assertEquals(0, main().hits(3));
    assertEquals(FilePicture.NONE, main().hits(5));
    session.accept(target, counts(0, 0, 7, 2));
    assertEquals(9, main().hits(3));
    assertEquals(5, main().hits(4));
    assertEquals(9, session.picture().maxHits());
  }

  @Test
  void two_loaders_and_two_targets_are_added_up() {
    int one = connect();
    int other = connect();
    session.accept(one, info(0, "com.acme.Main", List.of(line(3, 0))));
    session.accept(one, info(1, "com.acme.Main", List.of(line(3, 0))));
    session.accept(other, info(0, "com.acme.Main", List.of(line(3, 0))));
    session.accept(one, counts(0, 0, 1));
    session.accept(one, counts(1, 0, 10));
    session.accept(other, counts(0, 0, 100));
    assertEquals(111, main().hits(3));
  }

  @Test
  void the_outermost_class_owns_a_line_and_the_other_counts_apart() {
    int target = connect();
    session.accept(target, info(0, "com.acme.Main", List.of(line(3, 0))));
    session.accept(target, info(1, "com.acme.Main$1", List.of(line(3, 0))));
    session.accept(target, counts(0, 0, 1));
    session.accept(target, counts(1, 0, 2));
    assertEquals(1, main().hits(3));
    assertEquals(2, main().lambdaHits(3));
  }

  @Test
  void a_line_glows_from_when_it_was_seen_to_run() {
    int target = connect();
    session.accept(target, info(0, "com.acme.Main", List.of(line(3, 0), line(4, 1))));
    clock.set(5_000);
    session.accept(target, counts(0, 0, 1, 0));
    clock.set(9_000);
    session.accept(target, counts(0, 0, 1, 1));
    assertEquals(5_000, main().lastHitNanos(3));
    assertEquals(9_000, main().lastHitNanos(4));
  }

  @Test
  void reset_makes_now_the_baseline() {
    int target = connect();
    session.accept(target, info(0, "com.acme.Main", List.of(line(3, 0))));
    session.accept(target, counts(0, 0, 5));
    session.reset();
    assertEquals(0, main().hits(3));
    assertEquals(FilePicture.NONE, main().lastHitNanos(3));
    session.accept(target, counts(0, 0, 8));
    assertEquals(3, main().hits(3));
  }

  @Test
  void a_frozen_picture_stands_and_loses_nothing() {
    int target = connect();
    session.accept(target, info(0, "com.acme.Main", List.of(line(3, 0))));
    session.accept(target, counts(0, 0, 5));
    session.freeze(true);
    session.accept(target, counts(0, 0, 8));
    assertEquals(5, main().hits(3));
    assertEquals(Status.FROZEN, session.picture().status());
    session.freeze(false);
    assertEquals(8, main().hits(3));
    assertEquals(Status.LIVE, session.picture().status());
  }

  @Test
  void one_threads_numbers_are_asked_for_and_shown_alone() {
    int target = connect();
    session.accept(target, info(0, "com.acme.Main", List.of(line(3, 0))));
    session.accept(target, counts(0, 0, 100));
    session.selectThread(target, 7);
    assertEquals(7, ((SelectThread) sent.get(0)).threadId);
    assertEquals(0, main().hits(3));
    session.accept(target, counts(0, 7, 40));
    session.accept(target, counts(0, 8, 60));
    assertEquals(40, main().hits(3));
    session.selectThread(target, 0);
    assertEquals(100, main().hits(3));
  }

  @Test
  void nothing_new_is_the_same_picture() {
    int target = connect();
    session.accept(target, info(0, "com.acme.Main", List.of(line(3, 0))));
    session.accept(target, new Tick(1));
    Picture before = session.picture();
    FilePicture file = main();
    session.accept(target, new Tick(2));
    assertSame(before, session.picture());
    assertSame(file, main());
  }

  @Test
  void what_makes_no_sense_is_dropped() {
    int target = connect();
    session.accept(target, counts(9, 0, 1));
    session.accept(target + 5, new Tick(1));
    session.accept(target, info(0, "com.acme.Main", List.of(line(3, 0, 77))));
    session.accept(target, new Counts(0, 0, new int[] {0, 400}, new long[] {2, 9}));
    assertEquals(2, main().hits(3));
  }

  @Test
  void status_follows_connection_and_end() {
    assertEquals(Status.WAITING, session.picture().status());
    int target = connect();
    assertEquals(Status.LIVE, session.picture().status());
    session.disconnected(target);
    assertEquals(Status.DISCONNECTED, session.picture().status());
    session.programEnded(137);
    assertEquals(Status.STOPPED, session.picture().status());
    assertEquals(137, session.picture().exitCode());
    session.clear();
    int next = connect();
    session.accept(next, new Bye());
    session.disconnected(next);
    assertEquals(Status.FINISHED, session.picture().status());
  }

  @Test
  void frames_of_the_run_before_are_dropped_after_clear() {
    int old = connect();
    session.accept(old, info(0, "com.acme.Main", List.of(line(3, 0))));
    session.clear();
    session.accept(old, counts(0, 0, 9));
    assertTrue(session.file(MAIN).isEmpty());
  }

  @Test
  void an_endless_loops_rounds_stand_at_its_header() throws IOException {
    source(
        "class Main {", "  void m() {", "    while (true) {", "      x(); // while (a) {", "    }");
    int target = connect();
    LoopInfo loop = new LoopInfo(4, 4, 4, LoopInfo.TOP_TESTED, false, new int[] {1}, new int[] {0});
    session.accept(target, info(0, "com.acme.Main", List.of(line(4, 0)), loop));
    session.accept(target, counts(0, 0, 6, 5));
    assertEquals(6, main().hits(3));
    assertEquals(6, main().rounds(3));
    assertEquals(6, main().hits(4));
    assertEquals(FilePicture.NONE, main().rounds(4));
  }

  @Test
  void copies_of_a_line_in_classes_of_any_file_add_up() {
    int target = connect();
    LineInfo copy = new LineInfo(3, LineInfo.HITS, LineInfo.FLAG_COPY, new int[] {1});
    session.accept(target, info(0, "com.acme.Main", List.of(line(3, 0))));
    session.accept(target, info(1, "com.acme.Main$Inner", List.of(copy, line(7, 0))));
    session.accept(target, info(2, "org.Other", List.of(line(1, 0))));
    session.accept(target, info(2, "com.acme.Main", List.of(copy)));
    session.accept(target, counts(0, 0, 5));
    session.accept(target, counts(1, 0, 1, 20));
    session.accept(target, counts(2, 0, 1, 300));
    assertEquals(325, main().hits(3));
    assertEquals(FilePicture.NONE, main().lambdaHits(3));
    session.reset();
    assertEquals(0, main().hits(3));
  }

  @Test
  void a_line_behind_the_end_of_the_file_shows_nothing() throws IOException {
    source("class Main {", "  int a = 1;", "}");
    int target = connect();
    session.accept(target, info(0, "com.acme.Main", List.of(line(2, 0), line(9, 1))));
    assertTrue(main().hasCode(2));
    assertFalse(main().hasCode(9));
  }

  @Test
  void braces_and_heads_of_constructors_show_nothing() throws IOException {
    source("class Main {", "  Main(int a) {", "    super();", "  }", "  Main() {", "  } }");
    int target = connect();
    int head = LineInfo.FLAG_IMPLICIT;
    session.accept(
        target,
        info(
            0,
            "com.acme.Main",
            List.of(
                new LineInfo(3, LineInfo.HITS, head, new int[] {0}),
                new LineInfo(4, LineInfo.HITS, LineInfo.FLAG_END, new int[] {0}),
                new LineInfo(5, LineInfo.HITS, head, new int[] {0}))));
    assertTrue(main().hasCode(3), "a super() that is written");
    assertFalse(main().hasCode(4));
    assertFalse(main().hasCode(5));
  }
}
