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

  private final RunDesk desk;
  private final Label words = Parts.label("", "note-words");
  private final Button pause = Parts.tool(new Button("Pause"), Feather.PAUSE, "Pause (Space)");
  private final Button close = Parts.tool(new Button(), Feather.X, "Close");
  private String dismissed = "";
  private String kind = "";
  private long fastSince = -1;
  private long lookedAt;
  private long rounds;

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
    rounds = 0;
    show("", "", false);
  }

  /** Says what there is to say. */
  void paint(SessionView session, Picture picture) {
    RunPicture run = picture.run();
    boolean live = picture.status() == Status.LIVE;
    look(session, picture, live && !run.paused() && run.speed() > 1_000);
    if (live && run.paused() && !run.why().isEmpty() && !desk.isFresh()) {
      show("why " + run.why() + run.line() + run.steps(), run.why(), false);
    } else if (rounds >= MANY) {
      String reached = Numbers.exact(roundedDown(rounds));
      show("still", "Still running, " + reached + " rounds so far.", desk.canControl());
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
      rounds = 0;
      return;
    }
    if (fastSince < 0) {
      fastSince = now;
    }
    if (now - fastSince >= PATIENCE_NANOS && Math.abs(now - lookedAt) >= LOOK_NANOS) {
      lookedAt = now;
      rounds = mostRounds(session, picture, now);
    }
  }

  /** The rounds of the loop that has most of them and still goes round. */
  private static long mostRounds(SessionView session, Picture picture, long now) {
    long most = 0;
    for (FileSummary summary : picture.files()) {
      if (summary.maxHits() < MANY || now - summary.lastHitNanos() > RECENT_NANOS) {
        continue;
      }
      FilePicture file = session.file(summary.key()).orElse(null);
      for (int line = 1; file != null && line <= file.lastLine(); line++) {
        if (file.rounds(line) > most && now - file.lastHitNanos(line) <= RECENT_NANOS) {
          most = file.rounds(line);
        }
      }
    }
    return most;
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
    setVisible(shown);
    setManaged(shown);
    pause.setVisible(canPause);
    pause.setManaged(canPause);
    if (!text.equals(words.getText())) {
      words.setText(text);
    }
  }
}
