// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows of {@code src/docs/architecture.md}, and what may be in the agent's jar. */
class PackagesIT {
  private static final String ROOT = "dev.afterglow.";
  private static final int JAVA_8 = 52;

  private static final JavaClasses AGENT = classesOf("agent");
  private static final JavaClasses UI = classesOf("ui");

  private static JavaClasses classesOf(String module) {
    return new ClassFileImporter().importPath(Path.of("..", "..", module, "target", "classes"));
  }

  /** Each package and what it may use of ours and of others besides the JDK. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agent       | agent.plan agent.weave agent.probe agent.stream wire",
        "agent.plan  | wire org.objectweb.asm..",
        "agent.weave | agent.plan wire org.objectweb.asm..",
        "agent.probe | ",
        "agent.stream | wire",
        "wire        | ",
      })
  void arrows_of_the_agent(String from, String to) {
    check(AGENT, from, to);
  }

  /** As above, for the window's side. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source      | org.fife..",
        "session     | wire source",
        "session.story | session source",
        "export      | session session.story source",
        "launch      | wire session source",
        "cli         | launch session source export view picocli..",
        "view..      | view.. session session.story source launch javafx.. org.fxmisc.. org.reactfx.. atlantafx.."
            + " org.kordamp..",
      })
  void arrows_of_the_window(String from, String to) {
    check(UI, from, to);
  }

  private static void check(JavaClasses in, String from, String to) {
    List<String> allowed =
        new ArrayList<>(List.of(ROOT + from, "java..", "javax..", "com.sun.source.."));
    for (String word : to == null ? new String[0] : to.split(" ")) {
      boolean ours = word.matches("(agent|wire|source|session|export|launch|cli|view)\\b.*");
      allowed.add(ours ? ROOT + word : word);
    }
    classes()
        .that()
        .resideInAPackage(ROOT + from)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(in);
  }

  @Test
  void the_session_knows_no_toolkit() {
    check(UI, "session", "wire source");
  }

  @Test
  void the_agents_jar_is_java_8_and_brings_nothing_to_the_class_path_but_itself()
      throws IOException {
    List<String> strangers = new ArrayList<>();
    try (JarFile jar = new JarFile(Target.agent().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertEquals("dev.afterglow.agent.AgentMain", manifest.getValue("Premain-Class"));
      assertEquals("dev.afterglow.agent.AgentMain", manifest.getValue("Agent-Class"));
      assertEquals("true", manifest.getValue("Can-Retransform-Classes"));
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().endsWith(".class")) {
          try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readInt();
            in.readUnsignedShort();
            assertTrue(in.readUnsignedShort() <= JAVA_8, entry.getName());
          }
        }
        boolean ours =
            entry.isDirectory()
                || entry.getName().startsWith("dev/afterglow/agent/")
                || entry.getName().startsWith("dev/afterglow/wire/")
                || entry.getName().startsWith("META-INF/");
        if (!ours) {
          strangers.add(entry.getName());
        }
      }
    }
    assertEquals(List.of(), strangers);
  }
}
