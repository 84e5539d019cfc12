// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./afterglow} says when it cannot build or start; the JDKs here are made up. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ScriptIT {
  private static final long PATIENCE_SECONDS = 120;
  private static final String NOTHING = "/nonexistent";

  @TempDir Path folder;
  private Path script;

  @BeforeEach
  void aCloneThatWasNotBuilt() throws IOException {
    script = folder.resolve("clone").resolve("afterglow");
    Files.createDirectories(script.getParent());
    Files.copy(Path.of("..", "..", "afterglow"), script);
    for (String source : new String[] {"agent/src/main", "ui/src/main"}) {
      Files.createDirectories(script.resolveSibling(source));
    }
  }

  private Path jdk(String release, String program) throws IOException {
    Path jdk = folder.resolve("jdk");
    Path java = jdk.resolve("bin").resolve("java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\n" + program + "\n");
    java.toFile().setExecutable(true);
    if (!release.isEmpty()) {
      Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + release + "\"\n");
    }
    return jdk;
  }

  private void says(String expected, Map<String, String> environment) throws Exception {
    says(expected, script, environment);
  }

  private void says(String expected, Path command, Map<String, String> environment)
      throws Exception {
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", command.toString(), "Some.java")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    String lines = expected.isEmpty() ? "" : expected + "\n";
    assertEquals(lines + true + " 2", said + ended + " " + process.waitFor());
  }

  @Test
  void a_jdk_that_is_too_old() throws Exception {
    String remedy = " is too old: install a JDK 17 or newer, or let JAVA_HOME name one.";
    Path eleven = jdk("11.0.2", "exit 1");
    says("afterglow: Java 11.0.2" + remedy, Map.of("JAVA_HOME", eleven.toString()));
    Path link = Files.createSymbolicLink(folder.resolve("link"), script);
    says("afterglow: Java 11.0.2" + remedy, link, Map.of("JAVA_HOME", eleven.toString()));
    Path eight = jdk("1.8.0_402", "exit 1");
    says("afterglow: Java 1.8.0_402" + remedy, Map.of("JAVA_HOME", eight.toString()));
  }

  @Test
  void an_old_java_without_a_release_file_tells_its_version_itself() throws Exception {
    Path jdk = jdk("", "echo 'java version \"1.7.0_80\"' >&2");
    says(
        "afterglow: Java 1.7.0_80 is too old: install a JDK 17 or newer, or let JAVA_HOME name one.",
        Map.of("JAVA_HOME", jdk.toString()));
  }

  @Test
  void no_java_at_all() throws Exception {
    says(
        "afterglow: no Java was found: sudo apt-get install -y openjdk-17-jdk-headless maven",
        Map.of("PATH", NOTHING));
  }

  @Test
  void a_build_without_maven_or_without_a_compiler() throws Exception {
    Path jdk = jdk("17.0.1", "exit 1");
    says(
        "afterglow: Maven is needed to build: sudo apt-get install -y maven",
        Map.of("JAVA_HOME", jdk.toString(), "PATH", NOTHING));
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Files.writeString(tools.resolve("mvn"), "#!/bin/sh\nexit 1\n");
    tools.resolve("mvn").toFile().setExecutable(true);
    says(
        "afterglow: " + jdk + " has no compiler: sudo apt-get install -y openjdk-17-jdk-headless",
        Map.of("JAVA_HOME", jdk.toString(), "PATH", tools.toString()));
  }

  @Test
  void what_is_exported_is_the_programs() throws Exception {
    Path app = Files.createDirectories(script.resolveSibling("ui").resolve("target/app"));
    Files.createFile(app.resolve(".built"));
    Path jdk =
        jdk(
            "17.0.1",
            "echo $version $build $home $java $AFTERGLOW_KEPT_JAVA_TOOL_OPTIONS"
                + " ${JAVA_TOOL_OPTIONS-none} ${JDK_JAVA_OPTIONS-none}; exit 2");
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("JAVA_TOOL_OPTIONS", "-Da=\"$b\" -Dc=`d`");
    List.of("version", "build", "home", "java").forEach(name -> environment.put(name, "my" + name));
    says("myversion mybuild myhome myjava -Da=\"$b\" -Dc=`d` none none", environment);
  }

  /** Where one is made, two starts more would each take a core from the window. */
  @Test
  void starts_at_once_make_one_archive() throws Exception {
    Path app = Files.createDirectories(script.resolveSibling("ui/target/app"));
    for (String pom : new String[] {"pom.xml", "agent/pom.xml", "ui/pom.xml"}) {
      Files.createFile(script.resolveSibling(pom));
    }
    Files.createFile(app.resolve(".built"));
    Path log = folder.resolve("log");
    Path go = folder.resolve("go");
    String train =
        "echo train >>%1$s; while [ -e %1$s -a ! -e %2$s ]; do sleep 0.1; done".formatted(log, go);
    String java = "case \"$*\" in *--train*) " + train + ";; *) exit 2;; esac";
    String jdk = jdk("17.0.1", java).toString();
    for (int start = 0; start < 3; start++) {
      says("", Map.of("JAVA_HOME", jdk));
    }
    assertEquals(List.of("train"), awaited(log, 1));
    Path making = app.resolve("afterglow-17.0.1.jsa.making");
    Files.setLastModifiedTime(making, FileTime.from(Instant.now().minus(Duration.ofMinutes(20))));
    says("", Map.of("JAVA_HOME", jdk));
    assertEquals(List.of("train", "train"), awaited(log, 2));
    Files.createFile(go);
    while (Files.exists(making)) {
      Thread.sleep(50);
    }
    assertEquals(2, Files.readAllLines(log).size());
  }

  private static List<String> awaited(Path file, int lines) throws Exception {
    while (!Files.exists(file) || Files.readAllLines(file).size() < lines) {
      Thread.sleep(50);
    }
    return Files.readAllLines(file);
  }
}
