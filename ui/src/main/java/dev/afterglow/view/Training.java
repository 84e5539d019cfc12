// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.session.SessionView;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/** A short life of the window, so that a class-data archive can be made of what it loads. */
public final class Training {
  private static final double SECONDS = 3;

  /** What a real display needs and a screen in memory does not. */
  private static final List<String> DISPLAY_CLASSES =
      List.of("com/sun/glass/ui/gtk/", "com/sun/glass/ui/", "com/sun/prism/es2/");

  private Training() {}

  /** Shows the window for a moment on a screen in memory. May be called once in a JVM. */
  public static void run(SessionView session, Program program, Opener opener, Settings settings) {
    Headless.use();
    CountDownLatch shown = new CountDownLatch(1);
    WindowApp.start(
        () -> {
          new MainWindow(new Stage(), session, program, opener, settings).show();
          PauseTransition pause = new PauseTransition(Duration.seconds(SECONDS));
          pause.setOnFinished(event -> shown.countDown());
          pause.play();
        });
    try {
      shown.await();
      loadDisplayClasses();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void loadDisplayClasses() {
    try (JarFile jar =
        new JarFile(
            Path.of(Platform.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toFile())) {
      jar.stream().map(ZipEntry::getName).filter(Training::isDisplayClass).forEach(Training::load);
    } catch (IOException | URISyntaxException e) {
      // The archive then lacks them, and a start takes a little longer.
    }
  }

  private static boolean isDisplayClass(String entry) {
    String folder = entry.substring(0, entry.lastIndexOf('/') + 1);
    return entry.endsWith(".class") && DISPLAY_CLASSES.contains(folder);
  }

  private static void load(String entry) {
    String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    try {
      Class.forName(name, false, Platform.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // Made for another toolkit.
    }
  }
}
