// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodePlaceTest {
  @TempDir File folder;
  private File jar;

  @BeforeEach
  void makeJar() throws IOException {
    jar = new File(folder.getCanonicalFile(), "my shop.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar.toPath()), manifest)) {
      out.putNextEntry(new JarEntry("loader/Launcher.class"));
      out.putNextEntry(new JarEntry("BOOT-INF/classes/shop/Shop.class"));
    }
  }

  /** A URL with a protocol that this JVM has no handler for. */
  private static URL url(String text) throws IOException {
    return new URL(
        null,
        text,
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            throw new UnsupportedOperationException();
          }
        });
  }

  @Test
  void a_code_source_names_a_folder_a_jar_or_a_folder_in_a_jar() throws IOException {
    String path = jar.toURI().getRawPath();
    String inside = jar.getPath() + "!/BOOT-INF/classes";
    assertEquals(folder.getCanonicalPath(), CodePlace.of(folder.toURI().toURL()));
    assertEquals(jar.getPath(), CodePlace.of(jar.toURI().toURL()));
    assertEquals(jar.getPath(), CodePlace.of(url("jar:file:" + path + "!/")));
    assertEquals(inside, CodePlace.of(url("jar:file:" + path + "!/BOOT-INF/classes!/")));
    assertEquals(inside, CodePlace.of(url("jar:nested:" + path + "/!BOOT-INF/classes/!/")));
    assertEquals(
        jar.getPath() + "!/BOOT-INF/lib/a.jar",
        CodePlace.of(url("jar:nested:" + path + "/!BOOT-INF/lib/a.jar!/")));
    assertNull(CodePlace.of(url("http://localhost/a.jar")));
    assertNull(CodePlace.of(url("jar:http://localhost/a.jar!/")));
    assertNull(CodePlace.of(url("file:/not%zzencoded")));
  }

  @Test
  void the_programs_own_classes_are_where_the_manifest_says() throws IOException {
    String own = CodePlace.own(jar.getPath());
    assertEquals(jar.getPath() + "!/BOOT-INF/classes", own);
    assertTrue(CodePlace.holds(own, "shop.Shop"));
    assertFalse(CodePlace.holds(own, "loader.Launcher"));
    assertTrue(CodePlace.holds(jar.getPath(), "loader.Launcher"));
    assertEquals(folder.getCanonicalPath(), CodePlace.own(folder.getPath()));
    assertFalse(CodePlace.holds(folder.getPath(), "shop.Shop"));
  }
}
