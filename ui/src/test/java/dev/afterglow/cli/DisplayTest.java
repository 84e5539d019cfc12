// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a window needs, found out on a Debian whose folders are made here. */
class DisplayTest {
  @TempDir Path root;
  private Path libraries;

  @BeforeEach
  void debian() throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    libraries = Files.createDirectories(root.resolve("usr/lib/" + machine + "-linux-gnu"));
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/debian_version"), "12.5\n");
    Files.createDirectories(root.resolve("tmp/.X11-unix"));
  }

  private static UnaryOperator<String> display(String value) {
    return name -> name.equals("DISPLAY") ? value : null;
  }

  private String obstacle(String display) {
    return Display.linux(display(display), root).orElse("");
  }

  private void install(String... names) throws IOException {
    for (String name : names) {
      Files.createFile(libraries.resolve(name));
    }
  }

  @Test
  void no_display_is_said_before_a_library() throws IOException {
    assertEquals("There is no display (DISPLAY is not set)", obstacle(null));
    assertEquals("There is no display (DISPLAY is not set)", obstacle(" "));
    assertEquals("There is no display :7", obstacle(":7"));
    assertEquals("There is no display unix:7.0", obstacle("unix:7.0"));
  }

  @Test
  void missing_libraries_come_with_the_line_that_installs_them() throws IOException {
    Files.createFile(root.resolve("tmp/.X11-unix/X7"));
    String remedy = ": sudo apt-get install -y --no-install-recommends libgtk-3-0 libxtst6";
    assertEquals("A window needs libgtk-3.so.0 and libXtst.so.6" + remedy, obstacle(":7"));
    install("libgtk-3.so.0");
    assertEquals("A window needs libXtst.so.6" + remedy, obstacle(":7"));
    install("libXtst.so.6");
    assertEquals("", obstacle(":7"));
    assertEquals("", obstacle("elsewhere:7"), "a display of another machine cannot be looked for");
  }

  @Test
  void a_picture_needs_pango() throws IOException {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    assertEquals(
        Optional.of(
            "A picture needs libpangoft2-1.0.so.0:"
                + " sudo apt-get install -y --no-install-recommends libpangoft2-1.0-0"),
        Display.pictureObstacle(root));
    install("libpangoft2-1.0.so.0");
    assertEquals(Optional.empty(), Display.pictureObstacle(root));
  }

  @Test
  void other_systems_may_keep_libraries_elsewhere() throws IOException {
    Files.delete(root.resolve("etc/debian_version"));
    Files.createFile(root.resolve("tmp/.X11-unix/X7"));
    assertEquals("", obstacle(":7"));
    assertEquals(Optional.empty(), Display.pictureObstacle(root));
  }
}
