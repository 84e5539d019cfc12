// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.export;

import dev.afterglow.session.Numbers;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.NoticePicture;
import dev.afterglow.session.SessionView;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.UncaughtException;
import dev.afterglow.session.story.DeepCalls;
import dev.afterglow.session.story.ExceptionCard;
import dev.afterglow.session.story.NoSteps;
import dev.afterglow.session.story.StoryLines;
import dev.afterglow.session.story.UncaughtCards;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The story of a run as text, UTF-8, a step a line, indented by depth. Where steps were no longer
 * recorded its last line says so. Behind it stand the exceptions that ended threads.
 */
public final class StoryText {
  /** How each sentence of the agent ends that says why no more steps come. */
  private static final String ONLY_COUNTED = "lines are only counted.";

  private static final int MOST_EXCEPTIONS = 20;

  private StoryText() {}

  /** Writes the story to a file, which is replaced. */
  public static void write(SessionView session, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(session, out);
    }
  }

  /** Writes the story. */
  public static void write(SessionView session, Writer out) throws IOException {
    StepLog log = session.steps();
    StoryLines lines = new StoryLines(log, session::source);
    DeepCalls told = new DeepCalls(lines);
    int size = log.size();
    for (int step = 0; step < size; step++) {
      write(out, told.lines(step));
    }
    write(out, told.rest());
    Picture picture = session.picture();
    if (size == 0) {
      out.write(NoSteps.why(session, picture) + '\n');
    }
    for (NoticePicture notice : picture.notices()) {
      if (notice.text().endsWith(ONLY_COUNTED)) {
        out.write(notice.text() + '\n');
      }
    }
    long missing = picture.run().steps() - size;
    if (missing > 0) {
      out.write("The program ended before its last " + Numbers.of(missing, "step") + " came.\n");
    } else if (!session.whole()) {
      out.write("The program ended without a last word: its last steps may be missing.\n");
    }
    write(out, exceptions(lines, session.uncaught()));
  }

  /** The exceptions that ended threads, each behind an empty line. */
  public static List<String> exceptions(SessionView session) {
    return exceptions(new StoryLines(session.steps(), session::source), session.uncaught());
  }

  private static List<String> exceptions(StoryLines lines, List<UncaughtException> uncaught) {
    List<String> text = new ArrayList<>();
    List<ExceptionCard> cards = UncaughtCards.all(lines, uncaught);
    for (ExceptionCard card : cards.subList(0, Math.min(MOST_EXCEPTIONS, cards.size()))) {
      text.add("");
      text.addAll(card.text());
    }
    return text;
  }

  private static void write(Writer out, List<String> lines) throws IOException {
    for (String line : lines) {
      out.write(line);
      out.write('\n');
    }
  }
}
