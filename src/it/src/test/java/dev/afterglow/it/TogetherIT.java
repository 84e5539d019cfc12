// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Session;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other agents in the same JVM, in front of ours and behind it, exchange the same classes. */
class TogetherIT {
  /** Nothing but the jump of its brace is left of the line, and JaCoCo puts a probe before it. */
  private static final String BEHIND_A_PROBE = "BehindBraces.java:120";

  private static final Path MOCKS = Path.of("src", "test", "resources", "together", "Mocks.java");
  private static final Path TARGETS = Path.of("src", "test", "resources", "targets", "java8");
  private static final String LIBRARIES = "mockito|byte-buddy|objenesis";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"ours", "ours mockito", "mockito ours", "ours jacoco", "jacoco ours mockito"})
  void mocks_of_counted_classes(String agents) throws Exception {
    TargetFile mocks = TargetFile.read(MOCKS);
    String classPath = jars(LIBRARIES) + classes();
    Compilers.javac(
        "-g", "-cp", classPath, "--release", "17", "-d", classes().toString(), MOCKS.toString());
    Target.Ended plain = java("mockito", classPath, "Mocks");
    assertEquals(new Target.Ended(0, "103\n42\n105\n8\n7\n8\n0\n104\n101\n", ""), plain);
    // Where Mockito attaches itself, newer JVMs have it say so, with us and without.
    Target.Ended without = agents.contains("mockito") ? plain : java("none", classPath, "Mocks");
    assertEquals(plain.out(), without.out());
    assertEquals(without, java(agents, classPath, "Mocks"));
    if (agents.startsWith("ours") && !agents.contains("jacoco")) {
      List<String> differences = new ArrayList<>();
      TargetsIT.compare(mocks, false, session(MOCKS), differences);
      assertEquals("", String.join("\n", differences));
    }
  }

  /** We see JaCoCo's code, in which not all of what javac adds can be told from what is written. */
  @ParameterizedTest
  @ValueSource(strings = {"jacoco ours", "ours jacoco"})
  void which_lines_ran_beside_jacoco(String agents) throws Exception {
    List<TargetFile> targets = TargetFile.in(TARGETS, List.of());
    Compilers.javac(classes(), 8, targets.stream().map(TargetFile::path).toList());
    List<String> words = new ArrayList<>(List.of(RunAll.class.getName()));
    targets.forEach(target -> words.add(target.argument()));
    String classPath = classes() + File.pathSeparator + Path.of("target", "test-classes");
    Target.Ended ended = java(agents, classPath, words.toArray(String[]::new));
    assertEquals(new Target.Ended(0, "all run\n", ""), ended);
    for (TargetFile target : targets) {
      FileKey key = new FileKey(target.path().getFileName().toString());
      FilePicture file = session(target.path()).file(key).orElseThrow();
      for (int line = 1; line <= target.lines().size(); line++) {
        Expectation expected = target.javac().get(line - 1);
        // Where the compilers differ, javac's number rests on a pattern that JaCoCo's code breaks.
        boolean alike = target.ecj().get(line - 1).hits() > 0 == expected.hits() > 0;
        String where = key.path() + ":" + line;
        boolean comparable = alike && !expected.optional() && !where.equals(BEHIND_A_PROBE);
        if (expected.hits() != FilePicture.NONE && comparable) {
          assertEquals(expected.hits() > 0, file.hits(line) > 0, where);
        }
      }
    }
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  private Target.Ended java(String agents, String classPath, String... words) throws Exception {
    // Byte Buddy looks at the version of the JVM; it refuses those that it does not know yet.
    List<String> all = new ArrayList<>(List.of("-Dnet.bytebuddy.experimental=true"));
    // Mockito puts a jar on the bootstrap search path, of which the JVM would warn.
    all.addAll(List.of("-Xshare:off", "-XX:+EnableDynamicAgentLoading"));
    if (Runtime.version().feature() >= 23) {
      // Byte Buddy asks Unsafe, of which newer JVMs warn, with us and without.
      all.add("--sun-misc-unsafe-memory-access=allow");
    }
    for (String agent : agents.equals("none") ? new String[0] : agents.split(" ")) {
      all.add(
          switch (agent) {
            case "mockito" -> "-javaagent:" + jars("mockito-core").split(File.pathSeparator)[0];
            case "jacoco" ->
                "-javaagent:"
                    + jars("org.jacoco.agent").split(File.pathSeparator)[0]
                    + "=destfile="
                    + folder.resolve("jacoco.exec");
            default -> Target.agentArgument(folder.resolve("recording"), classes());
          });
    }
    all.addAll(List.of("-cp", classPath));
    all.addAll(Arrays.asList(words));
    return Target.java(all.toArray(String[]::new));
  }

  private Session session(Path source) throws Exception {
    return Target.play(folder.resolve("recording"), source.getParent());
  }

  /** Of this test's own class path the jars whose names begin with one of some words. */
  private static String jars(String names) {
    StringBuilder found = new StringBuilder();
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(jar -> Path.of(jar).getFileName().toString().matches("(" + names + ").*\\.jar"))
        .forEach(jar -> found.append(jar).append(File.pathSeparator));
    return found.toString();
  }
}
