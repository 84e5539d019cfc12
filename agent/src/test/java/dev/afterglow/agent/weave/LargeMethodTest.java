// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.agent.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.agent.plan.StepPlan;
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

  @Test
  void a_method_that_steps_make_too_long_for_near_jumps_is_counted_without_them() throws Exception {
    StringBuilder source = new StringBuilder("public class Long {\n  static int run(int n) {\n");
    source.append("    for (int i = 0; i < 2; i++) {\n");
    source.append("      n += i;\n".repeat(1_000));
    source.append("    }\n    return n;\n  }\n");
    source.append("  public static void main(String[] a) {\n    run(1);\n  }\n}\n");
    byte[] original = Woven.of("Long", source.toString()).originals.get("Long");
    ClassWeaver weaver = new ClassWeaver(original, true, new StepNumbers());
    byte[] woven = weaver.weave();
    assertTrue(woven.length < Short.MAX_VALUE, woven.length + " bytes");
    String note = weaver.describe("").get(0).note;
    assertEquals("Counted without steps, too large: run.", note);
  }

  private static final class StepNumbers implements ClassWeaver.IdSource {
    @Override
    public int next() {
      return 0;
    }

    @Override
    public int step(StepPlan plan, int classId) {
      return 0;
    }
  }

  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }
}
