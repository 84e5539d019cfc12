// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.tree;

import dev.afterglow.session.story.TreePicture.State;
import dev.afterglow.view.look.Look;
import dev.afterglow.view.look.Parts;
import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Says which shape and colour means what. */
final class TreeLegend extends FlowPane {
  private static final State[] STATES = {
    State.RUNNING, State.WAITING, State.RETURNED, State.THROWN
  };

  private final Look look;

  TreeLegend(Look look) {
    this.look = look;
    setId("tree-legend");
    getStyleClass().add("tree-legend");
    for (State state : STATES) {
      Label label = Parts.label(state.name().toLowerCase(Locale.ROOT), "muted");
      label.setGraphic(new Canvas());
      getChildren().add(label);
    }
    look.sizeProperty().addListener((property, before, now) -> draw());
    look.themeProperty().addListener((property, before, now) -> draw());
    draw();
  }

  private void draw() {
    TreePainter painter = new TreePainter(look);
    for (int i = 0; i < STATES.length; i++) {
      Canvas canvas = (Canvas) ((Label) getChildren().get(i)).getGraphic();
      canvas.setWidth(painter.nodeHeight() * 1.2);
      canvas.setHeight(painter.nodeHeight() * 0.85);
      painter.sample(
          canvas.getGraphicsContext2D(), STATES[i], canvas.getWidth(), canvas.getHeight());
    }
  }
}
