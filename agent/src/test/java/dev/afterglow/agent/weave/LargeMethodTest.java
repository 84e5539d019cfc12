// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Tables written as array initialisers are the largest methods there are. */
class LargeMethodTest {
  @Test
  void a_table_on_one_line_is_planned_in_linear_time() throws Exception {
    StringBuilder source = new StringBuilder("public class Table {\n  static Object[][] all = {");
    source.append("{\"k\", \"v\"}, ".repeat(2_500));
    source.append("};\n  public static void main(String[] a) {\n    a = null;\n  }\n}\n");
    Woven woven = Woven.of("Table", source.toString());
    assertEquals(1, woven.run("Table").hits().get(2));
    long before = cpuMillis();
    assertNotNull(new ClassWeaver(woven.originals.get("Table"), () -> 0).weave());
    // Looking for the line's end at every instruction took a second and more.
    assertTrue(cpuMillis() - before < 300, (cpuMillis() - before) + " ms");
  }

  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }
}
