// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where sources are found, given where the classes lie. */
class SourceFinderTest {
  @TempDir Path folder;

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String find(String classes, String path) throws IOException {
    Path place = Files.createDirectories(folder.resolve(classes));
    return new SourceFinder(List.of(place)).find(path).map(SourceText::text).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "target/classes,              src/main/java",
    "target/test-classes,         src/test/kotlin",
    "build/classes/kotlin/main,   src/main/kotlin",
    "out/production/app,          src",
    "bin,                         src",
    "out/my.module,               src/my.module",
    "classes,                     .",
  })
  void sources_lie_where_tools_put_them(String classes, String root) throws IOException {
    write(root + "/a/Main.java", "found");
    assertEquals("found", find(classes, "a/Main.java"));
    assertEquals("none", find(classes, "b/Main.java"));
  }

  @Test
  void kotlin_may_leave_out_the_folders_of_a_package() throws IOException {
    write("src/main/kotlin/util/Other.kt", "package org.acme.util\n");
    assertTrue(find("target/classes", "org/acme/util/Other.kt").startsWith("package"));
    assertEquals("none", find("target/classes", "com/acme/util/Other.kt"));
  }
}
