// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir Path folder;

  @Test
  void a_class_may_be_called_like_a_folder() throws Exception {
    // The folder "src" of this module, which is where tests run.
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path jar = folder.resolve("a.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry("src.class"));
    }
    Sources.checkClass("src", List.of(classes, jar));
    assertThrows(UserException.class, () -> Sources.checkClass("src", List.of(classes)));
    Files.createFile(classes.resolve("src.class"));
    Sources.checkClass("src", List.of(classes));
  }
}
