// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.RunControl;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The row at the top in a window as narrow as it can be. */
class NarrowWindowTest extends WindowCase {
  private static final FileKey FILE = new FileKey("Fibonacci.java");

  private final FakeSession session = Scenes.fibonacci();

  @BeforeEach
  void open() {
    session.run(FakeControl.run(true, 4, FILE, 5));
    show(session, Scenes.program());
  }

  @Test
  void the_status_is_whole_at_any_width() throws TimeoutException {
    Scenes.eventually(() -> status().getText().equals("Paused"));
    isWhole();
    session.run(FakeControl.run(false, RunControl.FULL_SPEED, null, 0));
    session.threads(Scenes.readsInput());
    Scenes.eventually(() -> status().getText().equals("Waiting for input"));
    isWhole();
    Screenshots.keep(opened.stage(), "run-narrowest");
  }

  private void isWhole() {
    for (int width = 1280; width >= 480; width -= 50) {
      int next = width;
      robot.interact(() -> opened.stage().setWidth(next)).interact(() -> {});
      double end = bounds(robot.lookup("#more").query()).getMaxX();
      assertTrue(end <= next, "the menu ends at " + end + " of " + width);
      double wanted = status().prefWidth(-1);
      assertTrue(status().getWidth() >= wanted - 1, "cut at " + width);
      assertTrue(bounds(status()).getMaxX() <= bounds(robot.lookup("#more").query()).getMinX());
    }
  }

  private Labeled status() {
    return robot.lookup("#status").queryAs(Labeled.class);
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
