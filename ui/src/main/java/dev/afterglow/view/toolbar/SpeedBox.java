// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import dev.afterglow.session.RunControl;
import dev.afterglow.session.RunPicture.Detail;
import dev.afterglow.view.look.Parts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** How fast the program runs: a slider from 1 line a second to full speed, and the number. */
final class SpeedBox extends HBox {
  private static final String LINES = "from 1 to 1,000 lines a second, and full speed";
  private static final String ROUNDS =
      "from 1 to 1,000 calls and rounds of loops a second, and full speed; with steps it is lines";

  private final RunDesk desk;
  private final Label slow = Parts.label("slow", "muted");
  private final Slider slider = new Slider(0, Pace.END, Pace.END);
  private final Button full = new Button("full speed");
  private final Tooltip tip = Parts.tip("");
  private final Label number = Parts.label("", "speed-number");
  private boolean showing;

  SpeedBox(RunDesk desk) {
    this.desk = desk;
    getStyleClass().add("speed-box");
    setAlignment(Pos.CENTER_LEFT);
    slider.setId("speed");
    slider.setBlockIncrement(0.25);
    slider.setAccessibleText("Speed");
    slider.setTooltip(tip);
    slider.valueProperty().addListener((property, before, now) -> moved(now.doubleValue()));
    full.setId("full-speed");
    full.getStyleClass().add("speed-full");
    full.setTooltip(Parts.tip("Run without brakes"));
    full.setOnAction(event -> desk.speed(RunControl.FULL_SPEED));
    full.setMinWidth(USE_PREF_SIZE);
    slow.setMinWidth(USE_PREF_SIZE);
    number.setId("speed-number");
    number.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(slow, slider, full, number);
    // The track is made by the slider's skin.
    slider.skinProperty().addListener((property, before, now) -> fillTrack());
    slider.valueProperty().addListener((property, before, now) -> fillTrack());
    desk.onChange(this::show);
    show();
  }

  /** Whether the ends of the slider have words. */
  void words(boolean with) {
    Parts.show(slow, with);
    Parts.show(full, with);
    show();
  }

  /** Whether the speed stands behind the slider in words; the tool tip has it too. */
  void number(boolean with) {
    Parts.show(number, with);
  }

  /** Makes the slider short. */
  void narrow(boolean narrow) {
    slider.getStyleClass().remove("narrow");
    if (narrow) {
      slider.getStyleClass().add("narrow");
    }
  }

  /** The part of the track that was come by is coloured. */
  private void fillTrack() {
    Node track = slider.lookup(".track");
    if (track != null) {
      double percent = 100 * slider.getValue() / Pace.END;
      String to = String.format(Locale.ROOT, "%.1f%%", percent);
      track.setStyle(
          "-fx-background-color: linear-gradient(to right, -ag-accent "
              + to
              + ", -ag-line "
              + to
              + ");");
    }
  }

  private void moved(double position) {
    if (!showing) {
      desk.speed(Pace.speed(position));
    }
  }

  private void show() {
    boolean usable = desk.canControl();
    setDisable(!usable);
    double speed = desk.speed();
    boolean fast = speed == RunControl.FULL_SPEED;
    // The slider stays where the hand left it, between two speeds that are told apart.
    if (Pace.speed(slider.getValue()) != speed) {
      showing = true;
      slider.setValue(Pace.position(speed));
      showing = false;
    }
    full.getStyleClass().remove("chosen");
    if (fast) {
      full.getStyleClass().add("chosen");
    }
    fillTrack();
    String words = fast && full.isManaged() ? "" : Pace.inWords(speed, desk.detail());
    String range = desk.detail() == Detail.STEPS ? LINES : ROUNDS;
    tip.setText(Pace.inWords(speed, desk.detail()) + ": " + range);
    if (!words.equals(number.getText())) {
      number.setText(words);
    }
  }
}
