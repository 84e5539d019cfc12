// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.session.RunPicture;
import dev.afterglow.session.SessionView;
import dev.afterglow.view.look.Parts;
import dev.afterglow.view.toolbar.RunDesk;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A line of words about the run, there only while there is something to say: why it stands, that it
 * still runs, that no more steps are kept. It reports and never judges.
 */
final class RunNote extends HBox {
  private static final long LOOK_NANOS = 500_000_000L;
  private static final long PATIENCE_NANOS = 4_000_000_000L;
  private static final long RECENT_NANOS = 1_500_000_000L;

  /** Fewer rounds are nothing to speak of. */
  private static final long MANY = 1_000_000;

  /** After a longer time so many are, as of a loop that prints. */
  private static final long MANY_SLOW = 10_000;

  private static final long LONG_NANOS = 10_000_000_000L;

  private final RunDesk desk;
  private final Label words = Parts.label("", "note-words");
  private final Button pause = Parts.tool(new Button("Pause"), Feather.PAUSE, "Pause (Space)");
  private final Button close = Parts.tool(new Button(), Feather.X, "Close");
  private String dismissed = "";
  private String kind = "";
  private long fastSince = -1;
  private long lookedAt;
  private Most most = Most.NONE;
  private boolean predicting;

  /** The number that tells best how long a program runs: a loop's rounds, else a line's hits. */
  private record Most(long number, boolean ofLoop, int line) {
    static final Most NONE = new Most(0, false, 0);

    String words(boolean hidden) {
      if (hidden) {
        return "Still running.";
      }
      String reached = Numbers.exact(roundedDown(number));
      return ofLoop
          ? "Still running, " + reached + " rounds so far."
          : "Still running, line " + line + " has run " + reached + " times so far.";
    }
  }

  RunNote(RunDesk desk) {
    this.desk = desk;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("run-note");
    words.setId("run-note");
    pause.setId("note-pause");
    pause.setOnAction(event -> desk.pause());
    close.setId("note-close");
    close.getStyleClass().add("small-tool");
    close.setOnAction(
        event -> {
          dismissed = kind;
          show("", "", false);
        });
    getChildren().addAll(words, pause, Parts.spacer(), close);
    show("", "", false);
  }

  /** Another program or run: what was closed may be said again. */
  void forget() {
    dismissed = "";
    fastSince = -1;
    most = Most.NONE;
    show("", "", false);
  }

  /** Leaves the numbers out while they are to be guessed. */
  void predict(boolean hide) {
    predicting = hide;
  }

  /** Says what there is to say. */
  void paint(SessionView session, Picture picture) {
    RunPicture run = picture.run();
    boolean live = picture.status() == Status.LIVE;
    look(session, picture, live && !run.paused() && run.speed() > 1_000);
    if (live && run.paused() && !run.why().isEmpty() && !desk.isFresh()) {
      show("why " + run.why() + run.line() + run.steps(), run.why(), false);
    } else if (most.number() > 0) {
      show("still", most.words(predicting), desk.canControl());
    } else if (run.budgetSpent()) {
      String kept = Numbers.exact(run.budget());
      show("budget", "Steps 1 to " + kept + " are kept; counts go on.", false);
    } else {
      show("", "", false);
    }
  }

  private void look(SessionView session, Picture picture, boolean fast) {
    long now = picture.nanos();
    if (!fast) {
      fastSince = -1;
      most = Most.NONE;
      return;
    }
    if (fastSince < 0) {
      fastSince = now;
    }
    if (now - fastSince >= PATIENCE_NANOS && Math.abs(now - lookedAt) >= LOOK_NANOS) {
      lookedAt = now;
      most = most(session, picture, now, now - fastSince < LONG_NANOS ? MANY : MANY_SLOW);
    }
  }

  /**
   * Of the loop that has most rounds and still goes round; in a recursion of a line.
   *
   * @param many fewer are none
   */
  private static Most most(SessionView session, Picture picture, long now, long many) {
    Most loop = Most.NONE;
    Most line = Most.NONE;
    for (FileSummary summary : picture.files()) {
      if (summary.maxHits() < many || now - summary.lastHitNanos() > RECENT_NANOS) {
        continue;
      }
      FilePicture file = session.file(summary.key()).orElse(null);
      for (int at = 1; file != null && at <= file.lastLine(); at++) {
        if (now - file.lastHitNanos(at) > RECENT_NANOS) {
          continue;
        }
        if (file.rounds(at) > loop.number()) {
          loop = new Most(file.rounds(at), true, at);
        }
        if (file.hits(at) > line.number()) {
          line = new Most(file.hits(at), false, at);
        }
      }
    }
    Most best = loop.number() >= many ? loop : line;
    return best.number() >= many ? best : Most.NONE;
  }

  /** To two digits: more would only flicker. */
  static long roundedDown(long number) {
    long unit = 1;
    while (number / unit >= 100) {
      unit *= 10;
    }
    return number / unit * unit;
  }

  private void show(String what, String text, boolean canPause) {
    kind = what;
    boolean shown = !text.isEmpty() && !what.equals(dismissed);
    Parts.show(this, shown);
    Parts.show(pause, canPause);
    if (!text.equals(words.getText())) {
      words.setText(text);
    }
  }
}
