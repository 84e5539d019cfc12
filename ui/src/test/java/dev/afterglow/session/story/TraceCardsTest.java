// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.session.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Picture.FramePicture;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.UncaughtException;
import dev.afterglow.session.UncaughtException.Thrown;
import dev.afterglow.source.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cards from traces, alone and beside steps. */
class TraceCardsTest {
  private static final String SOURCE =
      """
      int main() {
        return half(pin);
      }
      int half(String token) {
        return Integer.parseInt(token);
      }
      """;

  private static final ThreadKey MAIN = new ThreadKey(1, 1);
  private static final FramePicture PARSE = library("java.lang.Integer", "parseInt", 652);
  private static final FramePicture HALF = own("half", 5);
  private static final FramePicture CALL = own("main", 2);

  private final StepLog log = new StepLog();
  private final StoryLines lines =
      new StoryLines(log, key -> Optional.of(SourceText.of("Shop.java", SOURCE)));

  private static FramePicture library(String type, String method, int line) {
    return new FramePicture(type, method, null, line);
  }

  private static FramePicture own(String method, int line) {
    return new FramePicture("Shop", method, new FileKey("Shop.java"), line);
  }

  private static Thrown thrown(String type, List<Thrown> suppressed, FramePicture... frames) {
    return new Thrown(type, "", frames.length, List.of(frames), suppressed);
  }

  private static UncaughtException uncaught(Thrown... chain) {
    return new UncaughtException(MAIN, "main", List.of(chain));
  }

  private static UncaughtException chain() {
    Thrown shut = thrown("a.Shut", List.of(), own("half", 5), CALL);
    Thrown outer = thrown("a.Outer", List.of(shut), CALL);
    return uncaught(outer, thrown("a.Cause", List.of(), PARSE, HALF, CALL));
  }

  private String text(UncaughtException exception) {
    return String.join("\n", new TraceCards(lines).of(exception).text());
  }

  @Test
  void causes_and_what_was_suppressed_follow_without_the_frames_that_are_the_same() {
    assertEquals(
        """
        Thread main ended with Outer
        Values are known of steps only: switch Steps on, or start with --detail steps.

          Shop.java:2  main
            return half(pin);
        Suppressed: Shut
          Shop.java:5  half
            return Integer.parseInt(token);
          … 1 more as above
        Caused by Cause
          … 1 frame of the JDK
          Shop.java:5  half
            return Integer.parseInt(token);
          … 1 more as above""",
        text(chain()));
  }

  @Test
  void frames_of_one_library_are_folded_by_its_name_and_can_be_opened() {
    FramePicture[] frames = {
      library("org.acme.deep.A", "a", 1), library("org.acme.B", "b", 0), CALL, PARSE
    };
    ExceptionCard card = new TraceCards(lines).of(uncaught(thrown("a.Bad", List.of(), frames)));
    ExceptionCard.Row folded = card.parts().get(0).rows().get(0);
    assertEquals("… 2 frames of org.acme", folded.call());
    assertEquals("org.acme.deep.A.a, line 1", folded.folded().get(0).call());
    assertEquals("org.acme.B.b", folded.folded().get(1).call());
    assertEquals("… 1 frame of the JDK", card.parts().get(0).rows().get(2).call());
  }

  @Test
  void a_recursion_is_a_sentence_and_calls_the_jvm_left_out_are_counted() {
    List<FramePicture> frames = new ArrayList<>(Collections.nCopies(576, HALF));
    frames.set(575, CALL);
    Thrown full =
        new Thrown("java.lang.StackOverflowError", "", 1024, List.copyOf(frames), List.of());
    String text = text(uncaught(full));
    assertEquals(
        "half calls itself until the stack is full. Values", text.split("\n")[1].substring(0, 49));
    assertEquals(1, text.split("1,0\\d\\d more calls", -1).length - 1, text);
  }

  @Test
  void beside_steps_the_values_stay_and_causes_the_steps_do_not_tell_come_from_the_trace() {
    StepScript script = new StepScript(log, "Shop");
    script.call("main", "()I", 1);
    script.line(2, "pin", "•••");
    int end = script.thrown(2, "a.Outer", "");
    List<UncaughtException> uncaught = List.of(chain());
    List<ExceptionCard> cards = UncaughtCards.all(lines, uncaught);
    assertEquals(1, cards.size(), "one exception, one card");
    assertEquals(end, cards.get(0).step());
    assertEquals(
        """
        main was left by Outer

          Shop.java:2  main()
            return half(pin);
                        └ •••
        Suppressed: Shut""",
        String.join("\n", cards.get(0).text().subList(0, 6)));
    assertEquals("Caused by Cause", cards.get(0).parts().get(2).title());
  }

  @Test
  void the_programs_own_handler_that_runs_behind_it_does_not_take_the_values_away() {
    StepScript script = new StepScript(log, "Shop");
    script.call("main", "()I", 1);
    script.line(2, "pin", "•••");
    int end = script.thrown(2, "a.Outer", "");
    script.call("handle", "()V", 9);
    script.line(9);
    script.ret(9);
    List<ExceptionCard> cards = UncaughtCards.all(lines, List.of(chain()));
    assertEquals(List.of(end), cards.stream().map(ExceptionCard::step).toList());
  }

  @Test
  void an_exception_of_a_thread_without_steps_has_a_card_of_its_own() {
    StepScript script = new StepScript(log, "Shop");
    script.call("main", "()I", 1);
    script.thrown(2, "a.Bad", "");
    UncaughtException other =
        new UncaughtException(
            new ThreadKey(1, 9), "worker", List.of(thrown("a.Worse", List.of(), HALF)));
    List<ExceptionCard> cards = UncaughtCards.all(lines, List.of(other));
    assertEquals(
        List.of("main was left by Bad", "Thread worker ended with Worse"),
        cards.stream().map(ExceptionCard::heading).toList());
    assertEquals(
        "Its steps were not recorded, so no values are known: --steps N has room for more.",
        cards.get(1).sentence());
  }
}
