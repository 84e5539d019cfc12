// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * An X server of our own, whose picture lies in memory that we share: a look at a pixel costs next
 * to nothing and asks nothing of the program that draws, so what is timed is what a user sees.
 * Needs Debian's {@code xvfb}.
 */
final class Screen implements AutoCloseable {
  private static final int LOOK_MICROS = 500;
  private static final int HEADER_INTS = 25;

  private final Process server;
  private final Path folder;
  private final String display;
  private final MappedByteBuffer picture;
  private final int start;
  private final int bytesPerLine;
  private final int width;
  private final int height;

  /** Starts the server on a free display. */
  Screen(int width, int height) throws IOException, InterruptedException {
    this.width = width;
    this.height = height;
    folder = Project.temporary();
    try {
      server =
          new ProcessBuilder(
                  "Xvfb",
                  "-displayfd",
                  "1",
                  "-screen",
                  "0",
                  width + "x" + height + "x24",
                  "-fbdir",
                  folder.toString(),
                  "-nolisten",
                  "tcp")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new IOException("Xvfb is needed: sudo apt-get install -y xvfb", e);
    }
    display = ":" + readNumber(server);
    Path file = folder.resolve("Xvfb_screen0");
    while (!Files.exists(file) || Files.size(file) < 4L * width * height) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      picture = open.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, open.length());
    }
    // The file is an X window dump: a header of big-endian numbers, colours, then the pixels.
    picture.order(ByteOrder.BIG_ENDIAN);
    int headerSize = picture.getInt(0);
    bytesPerLine = picture.getInt(12 * 4);
    int colours = picture.getInt(19 * 4);
    if (headerSize < HEADER_INTS * 4 || picture.getInt(11 * 4) != 32) {
      throw new IOException("this Xvfb writes its picture in an unknown form");
    }
    start = headerSize + colours * 12;
    picture.order(picture.getInt(7 * 4) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  private static String readNumber(Process server) throws IOException {
    StringBuilder number = new StringBuilder();
    for (int c = server.getInputStream().read(); c >= 0 && c != '\n'; ) {
      number.append((char) c);
      c = server.getInputStream().read();
    }
    return number.toString().trim();
  }

  /** What {@code DISPLAY} must be to draw here. */
  String display() {
    return display;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** A pixel's colour as {@code 0xRRGGBB}. */
  int pixel(int x, int y) {
    return picture.getInt(start + y * bytesPerLine + 4 * x) & 0xFFFFFF;
  }

  /** Whether a pixel is neither white, grey nor black. */
  boolean isColoured(int x, int y) {
    int rgb = pixel(x, y);
    int red = rgb >> 16;
    int green = rgb >> 8 & 255;
    int blue = rgb & 255;
    int most = Math.max(red, Math.max(green, blue));
    return most - Math.min(red, Math.min(green, blue)) > 20;
  }

  /** Whether so many pixels below each other are coloured in a column: a shade, not a letter. */
  boolean hasShade(int x, int fromY, int toY, int pixels) {
    int run = 0;
    for (int y = fromY; y < toY; y++) {
      run = isColoured(x, y) ? run + 1 : 0;
      if (run >= pixels) {
        return true;
      }
    }
    return false;
  }

  /**
   * Looks until something is seen.
   *
   * @return {@link System#nanoTime} then, or 0 if it did not come in time
   */
  static long await(BooleanSupplier seen, long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      if (seen.getAsBoolean()) {
        return System.nanoTime();
      }
      TimeUnit.MICROSECONDS.sleep(LOOK_MICROS);
    }
    return 0;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
