// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.afterglow.it.oracle.Program;
import dev.afterglow.it.oracle.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The agent against the oracle on made-up programs. {@code -Dafterglow.programs=500} and {@code
 * -Dafterglow.seed=1} say how many and where to begin. The first one that differs is made as small
 * as it can be while it still differs, and left in the work folder.
 */
class GeneratedProgramsIT {
  private static final int COUNT = Integer.getInteger("afterglow.programs", 20);
  private static final long FIRST = Long.getLong("afterglow.seed", 1L);
  private static final int RELEASE = Integer.getInteger("afterglow.release", 17);
  private static final int BATCH = 25;
  private static final int CANDIDATES = 30;

  /** How many are made smaller, which takes time. */
  private static final int SHRUNK = Integer.getInteger("afterglow.shrunk", 1);

  @Test
  void agent_and_debugger_count_the_same() throws Exception {
    List<String> reports = new ArrayList<>();
    int lines = 0;
    int differences = 0;
    for (long seed = FIRST; seed < FIRST + COUNT; seed += BATCH) {
      Map<String, Program> programs = new LinkedHashMap<>();
      for (long s = seed; s < Math.min(seed + BATCH, FIRST + COUNT); s++) {
        programs.put("P" + s, Programs.make(s, RELEASE));
      }
      Comparison compared = compare("generated", programs);
      lines += compared.lines();
      differences += compared.differences().size();
      compared.differences().forEach(System.out::println);
      compared.refused().forEach(name -> System.out.println(name + " does not verify: left out"));
      for (String name : differing(compared)) {
        if (reports.size() < SHRUNK) {
          reports.add(shrunk(name, programs.get(name)));
        }
      }
    }
    System.out.printf(
        "%d generated programs from seed %d, --release %d: %d lines compared, %d differ%n",
        COUNT, FIRST, RELEASE, lines, differences);
    assertEquals("", String.join("\n", reports));
    assertEquals(0, differences);
    assertTrue(lines > 20 * COUNT);
  }

  /** A smaller program that still differs, and how. */
  private static String shrunk(String name, Program program) throws Exception {
    Program small = program;
    String text = small.source(name);
    List<String> differences = List.of();
    boolean found = true;
    while (found) {
      found = false;
      List<Program> smaller = new ArrayList<>(small.smaller());
      smaller.removeIf(p -> !p.source(name).contains("void main("));
      smaller.sort(Comparator.comparingInt(p -> p.source(name).length()));
      for (int next = 0; next < smaller.size() && !found; ) {
        Map<String, Program> candidates = new LinkedHashMap<>();
        for (; next < smaller.size() && candidates.size() < CANDIDATES; next++) {
          String candidate = name + "_" + next;
          if (Compilers.compiles(candidate, smaller.get(next).source(candidate), RELEASE)) {
            candidates.put(candidate, smaller.get(next));
          }
        }
        if (candidates.isEmpty()) {
          continue;
        }
        Comparison compared = compare("shrunk", candidates);
        for (String candidate : differing(compared)) {
          String source = candidates.get(candidate).source(candidate);
          if (!found || source.length() < text.length()) {
            found = true;
            small = candidates.get(candidate);
            text = source;
            differences = of(candidate, compared);
          }
        }
      }
    }
    Files.writeString(Target.folder("differing").resolve(name + ".java"), small.source(name));
    return name + " differs; made smaller:\n" + text + String.join("\n", differences) + "\n";
  }

  /** The names of the programs on which agent and oracle differ. */
  private static List<String> differing(Comparison compared) {
    return compared.differences().stream()
        .map(line -> line.trim().split("[.: ]")[0])
        .distinct()
        .toList();
  }

  private static List<String> of(String name, Comparison compared) {
    return compared.differences().stream()
        .filter(line -> line.trim().startsWith(name + "."))
        .toList();
  }

  private static Comparison compare(String folder, Map<String, Program> programs) throws Exception {
    Path sources = Target.folder(folder);
    clear(sources);
    List<TargetFile> files = new ArrayList<>();
    for (Map.Entry<String, Program> program : programs.entrySet()) {
      Path file = sources.resolve(program.getKey() + ".java");
      Files.writeString(file, program.getValue().source(program.getKey()));
      files.add(TargetFile.read(file));
    }
    return Comparison.of(folder, RELEASE, files);
  }

  private static void clear(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
        Files.delete(file);
      }
    }
  }
}
