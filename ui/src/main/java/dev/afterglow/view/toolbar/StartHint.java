// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.toolbar;

import dev.afterglow.view.look.Parts;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Points at the play button of a program that has not begun: who never saw it must find it. */
public final class StartHint extends VBox {
  private final RunDesk desk;
  private final Node play;
  private final Region tip = new Region();

  /**
   * Makes the hint.
   *
   * @param desk how the program runs
   * @param play what to point at
   */
  public StartHint(RunDesk desk, Node play) {
    this.desk = desk;
    this.play = play;
    Label words = Parts.label("Press Space to start; drag the slider for speed", "hint-words");
    words.setId("start-hint");
    tip.getStyleClass().add("hint-tip");
    getStyleClass().add("hint");
    getChildren().addAll(tip, words);
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    desk.onChange(this::show);
    // The row makes room for words of other lengths.
    play.localToSceneTransformProperty()
        .addListener((property, before, now) -> Platform.runLater(this::show));
  }

  private void show() {
    setVisible(desk.canControl() && desk.isFresh());
    if (isVisible() && getParent() != null) {
      applyCss();
      Bounds at = getParent().sceneToLocal(play.localToScene(play.getLayoutBounds()));
      double third = at.getWidth() / 3;
      // Where it stands at the window's edge a heading lies below: begin behind that.
      boolean edge = at.getMinX() < third;
      setMargin(tip, new Insets(0, 0, 0, edge ? third / 4 : third));
      double left = at.getMinX() + (edge ? at.getWidth() / 2 : 0);
      resizeRelocate(left, at.getMaxY() + 1, prefWidth(-1), prefHeight(-1));
    }
  }
}
