// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.session.SessionView;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Starts JavaFX and shows the window. It is no {@code Application}, so that JavaFX may lie on the
 * class path and any class can be the main class.
 */
public final class WindowApp {
  // Kept, or the level set on it would be forgotten with it.
  private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

  private static final String REGIONS = "prism.dirtyregioncount";

  private WindowApp() {}

  /**
   * Shows the window and returns when the user has closed it. May be called once in a JVM, from any
   * thread but JavaFX's own.
   *
   * @param session what to draw; with no program yet, any empty session
   * @param program the program that was asked for, or null to begin with the start window; its run
   *     may have begun
   * @param opener opens programs later
   * @param settings what the window remembers
   * @throws NoWindowException if the system cannot show a window
   */
  public static void show(SessionView session, Program program, Opener opener, Settings settings) {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<RuntimeException> failure = new AtomicReference<>();
    start(
        () -> {
          try {
            MainWindow window = new MainWindow(new Stage(), session, program, opener, settings);
            window.onClosed(closed::countDown);
            window.show();
          } catch (RuntimeException e) {
            failure.set(e);
            closed.countDown();
          }
        });
    boolean interrupted = awaitQuietly(closed);
    // The toolkit runs on until the JVM ends: a picture may be asked for yet.
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /** Starts the toolkit, once; what runs next runs on its thread. */
  static void start(Runnable first) {
    // JavaFX on the class path works and is said to be unsupported on every start: not news.
    TOOLKIT_LOG.setLevel(Level.SEVERE);
    Platform.setImplicitExit(false);
    repaintReliably();
    try {
      Platform.startup(first);
    } catch (UnsupportedOperationException | UnsatisfiedLinkError | ExceptionInInitializerError e) {
      throw new NoWindowException("The display cannot be used: " + e.getMessage(), e);
    } catch (NoClassDefFoundError e) {
      throw new NoWindowException("JavaFX does not start here: " + e.getMessage(), e);
    }
  }

  /**
   * With several regions to repaint in one frame, as the caret's line and a table beside the code,
   * JavaFX leaves some as they were; one region around all is painted whole.
   */
  static void repaintReliably() {
    if (System.getProperty(REGIONS) == null) {
      System.setProperty(REGIONS, "1");
    }
  }

  private static boolean awaitQuietly(CountDownLatch closed) {
    try {
      closed.await();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
