// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Draws once a frame while something changes. Else a small thread looks for news, as each pulse of
 * the toolkit costs far more than a look.
 */
final class Pump {
  private static final long LOOK_MILLIS = 8;
  private static final long REPAINT_NANOS = 1_000_000_000L;

  /** Frames without news before the drawing rests: starting it again costs a little too. */
  private static final int REST_AFTER = 30;

  private final LongSupplier version;
  private final BooleanSupplier paint;
  private final Thread looker = new Thread(this::lookOn, "afterglow-look");
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame();
        }
      };

  private volatile boolean drawing;
  private volatile long drawnVersion = Long.MIN_VALUE;
  private volatile long drawnAt;
  private int quiet;

  /**
   * Makes a pump; {@link #start} starts it.
   *
   * @param version what to draw has changed when this has; asked on another thread
   * @param paint draws on the JavaFX thread; says whether it must draw again by itself
   */
  Pump(LongSupplier version, BooleanSupplier paint) {
    this.version = version;
    this.paint = paint;
  }

  void start() {
    draw();
    looker.setDaemon(true);
    looker.start();
  }

  void stop() {
    looker.interrupt();
    timer.stop();
  }

  /** Draws from the next frame on until all is quiet again. JavaFX thread. */
  void draw() {
    quiet = 0;
    if (!drawing) {
      drawing = true;
      timer.start();
    }
  }

  private void frame() {
    long now = version.getAsLong();
    boolean news = now != drawnVersion;
    drawnVersion = now;
    drawnAt = System.nanoTime();
    boolean again = paint.getAsBoolean();
    quiet = news || again ? 0 : quiet + 1;
    if (quiet > REST_AFTER) {
      drawing = false;
      timer.stop();
    }
  }

  private void repaint() {
    if (paint.getAsBoolean()) {
      draw();
    }
  }

  private void lookOn() {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        if (!drawing) {
          look();
        }
      }
    } catch (InterruptedException e) {
      // Stopped with the window.
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    boolean news = version.getAsLong() != drawnVersion;
    if (news) {
      Platform.runLater(this::draw);
    } else if (System.nanoTime() - drawnAt > REPAINT_NANOS) {
      // The age of the last tick grows without news.
      drawnAt = System.nanoTime();
      Platform.runLater(this::repaint);
    }
  }
}
