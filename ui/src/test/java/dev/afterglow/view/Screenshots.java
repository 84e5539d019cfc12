// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A toolkit without a display, and pictures of its windows for people to look at. */
final class Screenshots {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private Screenshots() {}

  static void startToolkit() throws TimeoutException {
    System.setProperty("testfx.headless", "true");
    System.setProperty("testfx.robot", "glass");
    System.setProperty("testfx.robot.write_sleep", "1");
    System.setProperty("testfx.robot.move_max_count", "10");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    FxToolkit.registerPrimaryStage();
  }

  /** Keeps what a window shows as {@code target/screenshots/NAME.png}. */
  static void keep(Stage stage, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage image =
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> stage.getScene().snapshot(null)));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(copy, "png", FOLDER.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
