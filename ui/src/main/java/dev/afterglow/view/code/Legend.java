// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.code;

import dev.afterglow.session.HeatScale;
import dev.afterglow.session.Numbers;
import dev.afterglow.view.look.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the colours mean: from cold to the hottest line's count. */
final class Legend extends HBox {
  private final Label maximum = Parts.label("", "legend-max");
  private long shown = Long.MIN_VALUE;

  Legend() {
    Region ramp = new Region();
    ramp.getStyleClass().add("legend-ramp");
    getStyleClass().add("legend");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(Region.USE_PREF_SIZE);
    long seconds = HeatScale.FADE_NANOS / 1_000_000_000L;
    getChildren()
        .addAll(
            Parts.label("cold", "muted"),
            ramp,
            maximum,
            Parts.label("· glow fades in " + seconds + " s", "muted"));
    maximum.setId("legend-max");
    Tooltip tip = Parts.tip("");
    tip.setOnShowing(event -> tip.setText(words()));
    maximum.setTooltip(tip);
    paint(0);
  }

  /** Shows the hottest line's count; a negative one is to be guessed. */
  void paint(long max) {
    if (max == shown) {
      return;
    }
    shown = max;
    maximum.setText((max < 0 ? "?" : Numbers.shortForm(max)) + (max == 1 ? " hit" : " hits"));
  }

  private String words() {
    String scale = "The bars' length and colour follow the logarithm of the hits";
    return shown < 0
        ? scale + "."
        : scale + "; the hottest line of this file has " + Numbers.exact(shown) + ".";
  }
}
