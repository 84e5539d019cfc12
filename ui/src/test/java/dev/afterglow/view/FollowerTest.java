// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture.ThreadPicture;
import dev.afterglow.view.FakeSession.FakeFile;
import dev.afterglow.view.Follower.Mode;
import dev.afterglow.view.Follower.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the window goes when it follows the program. */
class FollowerTest {
  private static final FileKey A = new FileKey("A.java");
  private static final FileKey B = new FileKey("B.java");

  private final FakeSession session = new FakeSession();
  private final FakeFile a = session.add("A.java", "1\n2\n3\n");
  private final FakeFile b = session.add("B.java", "1\n2\n3\n");
  private final Follower follower = new Follower();

  @BeforeEach
  void start() {
    session.hit(a, 1, 100, 0);
    session.hit(a, 2, 10, 0);
    session.hit(b, 3, 20, 0);
  }

  private Optional<Place> next(FileKey shown) {
    ThreadPicture thread =
        session.picture().threads().isEmpty() ? null : session.picture().threads().get(0);
    return follower.next(session, session.picture(), thread, shown);
  }

  @Test
  void nothing_is_followed_unless_asked() {
    assertEquals(Optional.empty(), next(B));
  }

  @Test
  void the_hottest_is_what_grows_most_now_not_in_all() {
    follower.follow(Mode.HOTTEST);
    assertEquals(Optional.of(new Place(A, 1)), next(B));
    session.pass(1_000);
    session.hit(a, 2, 15, 0);
    assertEquals(Optional.of(new Place(A, 2)), next(A));
    session.pass(1_000);
    session.hit(b, 3, 50, 0);
    assertEquals(Optional.of(new Place(B, 3)), next(A));
  }

  @Test
  void a_file_that_is_hardly_hotter_does_not_take_over() {
    follower.follow(Mode.HOTTEST);
    next(A);
    session.pass(1_000);
    session.hit(a, 1, 110, 0);
    session.hit(b, 3, 34, 0);
    assertEquals(Optional.of(new Place(A, 1)), next(A));
  }

  @Test
  void stays_while_nothing_runs_and_does_not_look_too_often() {
    follower.follow(Mode.HOTTEST);
    next(A);
    session.pass(100);
    session.hit(b, 3, 9_000, 0);
    assertEquals(Optional.empty(), next(A));
    session.pass(1_000);
    assertEquals(Optional.of(new Place(B, 3)), next(A));
    session.pass(1_000);
    assertEquals(Optional.empty(), next(B));
  }

  @Test
  void the_current_line_is_that_of_the_innermost_own_frame() {
    follower.follow(Mode.CURRENT);
    assertEquals(Optional.empty(), next(A));
    session.threads(
        new ThreadPicture(
            1,
            1,
            "main",
            Thread.State.TIMED_WAITING,
            false,
            3,
            List.of(
                FakeSession.frame("java.lang.Thread", "sleep", null, 0),
                FakeSession.frame("B", "work", "B.java", 3),
                FakeSession.frame("A", "main", "A.java", 1))));
    session.pass(1_000);
    assertEquals(Optional.of(new Place(B, 3)), next(A));
  }
}
