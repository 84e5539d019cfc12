// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveOptionsTest {
  @Test
  void archives_of_classes_are_left_out() {
    List<String> options =
        List.of("-Xmx1g", "-XX:AOTCache=a.aot", "-XX:ArchiveClassesAtExit=a.jsa", "-Xshare:auto");
    assertEquals(List.of("-Xmx1g", "-Xshare:auto"), ArchiveOptions.without(options));
    assertEquals(List.of("-XX:ArchiveClassesAtExit=a.jsa"), ArchiveOptions.writing(options));
  }
}
