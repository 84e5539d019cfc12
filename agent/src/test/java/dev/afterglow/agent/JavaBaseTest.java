// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.agent.probe.Gate;
import java.io.File;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JavaBaseTest {
  /** What the build leaves out of the jar, and what is defined on its own. */
  private static final Set<String> OTHERS =
      Set.of("Hidden", "ForceInline", "Stable", "Unsafe", "package-info");

  @Test
  void each_class_that_woven_code_needs_is_defined_in_the_bootstrap_loader() throws Exception {
    File folder = new File(Gate.class.getResource("Gate.class").toURI()).getParentFile();
    Set<String> compiled =
        Arrays.stream(folder.list())
            .map(name -> name.replace(".class", ""))
            .filter(name -> !OTHERS.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(compiled, new TreeSet<>(Arrays.asList(JavaBase.PROBES)));
  }
}
