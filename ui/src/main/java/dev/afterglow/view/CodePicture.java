// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.HeatScale.Theme;
import dev.afterglow.session.SessionView;
import dev.afterglow.view.code.CodeSnapshot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** A picture of the code pane as a PNG file; needs no display. */
public final class CodePicture {
  private static final long TIMEOUT_SECONDS = 120;

  private CodePicture() {}

  /**
   * Writes the picture of a whole file. Starts JavaFX without a display if it does not run yet. Any
   * thread but JavaFX's own.
   *
   * @param session where text and numbers come from
   * @param key which file
   * @param file where to write
   * @param dark whether on a dark background
   * @throws IOException if the picture cannot be made or written
   */
  public static void write(SessionView session, FileKey key, Path file, boolean dark)
      throws IOException {
    Theme theme = dark ? Theme.DARK : Theme.LIGHT;
    BufferedImage picture = join(draw(session, key, theme));
    try (OutputStream out = Files.newOutputStream(file)) {
      if (!ImageIO.write(picture, "png", out)) {
        throw new IOException("this Java cannot write PNG files");
      }
    }
  }

  private static List<BufferedImage> draw(SessionView session, FileKey key, Theme theme)
      throws IOException {
    CompletableFuture<List<BufferedImage>> parts = new CompletableFuture<>();
    Runnable draw =
        () -> {
          try {
            List<BufferedImage> done = new ArrayList<>();
            new CodeSnapshot(session, key, theme).draw(image -> done.add(copy(image)));
            parts.complete(done);
          } catch (RuntimeException | LinkageError e) {
            parts.completeExceptionally(e);
          }
        };
    try {
      onToolkit(draw);
      return parts.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (NoWindowException e) {
      throw new IOException(e.getMessage(), e);
    } catch (ExecutionException e) {
      throw new IOException("the picture could not be drawn: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException("the picture was not drawn in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("drawing was interrupted", e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void onToolkit(Runnable draw) {
    try {
      // Behind a window that was shown, its toolkit still runs.
      Platform.runLater(draw);
    } catch (IllegalStateException notStarted) {
      Headless.use();
      WindowApp.start(draw);
    }
  }

  static BufferedImage copy(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    return copy;
  }

  private static BufferedImage join(List<BufferedImage> parts) {
    int height = parts.stream().mapToInt(BufferedImage::getHeight).sum();
    BufferedImage all =
        new BufferedImage(parts.get(0).getWidth(), height, BufferedImage.TYPE_INT_RGB);
    int y = 0;
    for (BufferedImage part : parts) {
      all.getRaster().setDataElements(0, y, part.getRaster());
      y += part.getHeight();
    }
    return all;
  }
}
