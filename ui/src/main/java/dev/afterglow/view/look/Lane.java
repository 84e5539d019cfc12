// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view.look;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/**
 * Does a pane's heavy work one piece after the other, off the JavaFX thread, and tells the pane on
 * it. Lives on the JavaFX thread.
 */
public final class Lane {

  /** A piece of work, and what to do on the JavaFX thread when it is done. */
  private record Piece(Runnable work, Runnable then) {}

  private final Executor background;
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private boolean busy;

  public Lane(Executor background) {
    this.background = background;
  }

  /** Whether work is being done or waits. */
  public boolean busy() {
    return busy;
  }

  /** Does a piece of work when those before it are done. */
  public void add(Runnable work, Runnable then) {
    waiting.add(new Piece(work, then));
    next();
  }

  private void next() {
    if (busy || waiting.isEmpty()) {
      return;
    }
    busy = true;
    Piece piece = waiting.remove();
    background.execute(
        () -> {
          try {
            piece.work.run();
          } finally {
            Platform.runLater(() -> done(piece));
          }
        });
  }

  private void done(Piece piece) {
    busy = false;
    piece.then.run();
    next();
  }
}
