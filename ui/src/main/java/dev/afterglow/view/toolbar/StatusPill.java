// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import dev.afterglow.session.Picture;
import dev.afterglow.session.Picture.Status;
import dev.afterglow.view.look.Parts;
import dev.afterglow.view.threads.Waits;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Says whether what one sees is the present: Live, Frozen, Finished, … and since when. */
public final class StatusPill extends HBox {
  private final Label pill = Parts.label("", "pill-text");
  private final Label age = Parts.label("", "muted", "age");
  private final Tooltip tip = Parts.tip("");
  private String shownStyle = "";
  private long ageNanos = -1;

  public StatusPill() {
    Region dot = new Region();
    dot.getStyleClass().add("pill-dot");
    HBox box = new HBox(dot, pill);
    box.getStyleClass().add("pill-box");
    box.setAlignment(Pos.CENTER);
    pill.setId("status");
    age.setId("age");
    pill.setMinWidth(USE_PREF_SIZE);
    age.setMinWidth(USE_PREF_SIZE);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("status");
    getChildren().addAll(box, age);
    tip.setOnShowing(
        event ->
            tip.setText(
                ageNanos < 0
                    ? "No counts have come yet."
                    : String.format(
                        Locale.ROOT, "The last counts came %,d ms ago.", ageNanos / 1_000_000)));
    Tooltip.install(this, tip);
  }

  /**
   * Draws the status.
   *
   * @param picture the session, or null without a program
   * @param running whether the program's process runs
   * @param obstacle why it could not begin, in two or three words, or an empty text
   * @param doing what its threads do: {@link Waits#overall}
   * @return whether the words changed, and so the width
   */
  public boolean paint(Picture picture, boolean running, String obstacle, String doing) {
    setVisible(picture != null);
    if (picture == null) {
      return false;
    }
    Status status = picture.status();
    boolean broken = !obstacle.isEmpty() && status == Status.WAITING;
    boolean paused = status == Status.LIVE && picture.run().paused();
    boolean input = status == Status.LIVE && doing.equals(Waits.INPUT);
    String style =
        broken ? "stopped" : paused || input ? "paused" : status.name().toLowerCase(Locale.ROOT);
    if (!style.equals(shownStyle)) {
      getStyleClass().remove("status-" + shownStyle);
      getStyleClass().add("status-" + style);
      shownStyle = style;
    }
    boolean changed = set(pill, broken ? obstacle : words(picture, running, doing));
    ageNanos = picture.tickAgeNanos();
    boolean showsAge =
        status == Status.LIVE || status == Status.FROZEN || status == Status.DISCONNECTED;
    set(age, showsAge ? age(ageNanos) : "");
    return changed;
  }

  /** Whether the age of the numbers has room; the tool tip says it too. */
  void showAge(boolean shown) {
    Parts.show(age, shown);
  }

  private static String words(Picture picture, boolean running, String doing) {
    return switch (picture.status()) {
      case WAITING -> running ? "Starting" : "Waiting";
      case LIVE -> picture.run().paused() ? "Paused" : live(doing);
      case FROZEN -> "Frozen";
      case FINISHED -> "Finished";
      case STOPPED -> "Stopped: exit code " + picture.exitCode();
      case DISCONNECTED -> "Disconnected";
    };
  }

  private static String live(String doing) {
    return doing.startsWith(Waits.WAITING) || doing.equals(Waits.SLEEPING)
        ? doing.substring(0, 1).toUpperCase(Locale.ROOT) + doing.substring(1)
        : "Live";
  }

  /** In whole seconds: a number that changes all the time says nothing and draws the eye. */
  static String age(long nanos) {
    if (nanos < 0) {
      return "";
    }
    long seconds = nanos / 1_000_000_000L;
    if (seconds < 2) {
      return "updated now";
    }
    return seconds < 60 ? "updated " + seconds + " s ago" : "updated " + seconds / 60 + " min ago";
  }

  private static boolean set(Label label, String text) {
    boolean changed = !text.equals(label.getText());
    if (changed) {
      label.setText(text);
    }
    return changed;
  }
}
