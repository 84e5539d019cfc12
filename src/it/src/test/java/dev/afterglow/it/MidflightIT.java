// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that come, change and go while the program runs, and an agent that comes late. */
class MidflightIT {
  @TempDir Path folder;

  private Path main;
  private Path plugin;
  private Path changed;

  /** A class of which there are two versions; the second has a line more in front. */
  @BeforeEach
  void compile() throws Exception {
    main = folder.resolve("main");
    plugin = folder.resolve("plugin");
    changed = folder.resolve("changed");
    String code = "public class Plugin {\n%s  public static int run() {\n    return 1;\n  }\n}\n";
    javac(changed, "Plugin", code.formatted("  // another line\n"));
    javac(plugin, "Plugin", code.formatted(""));
  }

  private void javac(Path classes, String name, String source) throws Exception {
    Path file = folder.resolve(name + ".java");
    Files.writeString(file, source);
    Compilers.javac(classes, 17, List.of(file, folder.resolve("Plugin.java")));
  }

  /** Puts statements into a main method and runs it; what became of the plugin's lines. */
  private FilePicture run(String output, String statements, String... options) throws Exception {
    javac(
        main,
        "Main",
        """
        import java.lang.instrument.*;
        import java.lang.ref.WeakReference;
        import java.net.*;
        import java.nio.file.*;
        public class Main {
          static Instrumentation instrumentation;
          public static void premain(String options, Instrumentation given) {
            instrumentation = given;
          }
          static URLClassLoader loader() throws Exception {
            return new URLClassLoader(new URL[] {Path.of("%s/").toUri().toURL()}, null);
          }
          static void run(Class<?> plugin, int times) throws Exception {
            for (int i = 0; i < times; i++) plugin.getMethod("run").invoke(null);
          }
          public static void main(String[] args) throws Exception {
        %s
          }
        }
        """
            .formatted(plugin, statements));
    List<String> command = new ArrayList<>(Arrays.asList(options));
    command.add(Target.agentArgument(folder.resolve("recording"), main) + ";" + plugin);
    command.addAll(List.of("-cp", main.toString(), "Main"));
    assertEquals(new Target.Ended(0, output, ""), Target.java(command.toArray(String[]::new)));
    return plugin();
  }

  private FilePicture plugin() throws Exception {
    // Without sources: in each version of the class other lines have code.
    return Target.play(folder.resolve("recording"), changed)
        .file(new FileKey("Plugin.java"))
        .orElseThrow();
  }

  @Test
  void a_class_that_two_loaders_define_is_one_file_with_the_sum() throws Exception {
    FilePicture file =
        run(
            "",
            """
            run(loader().loadClass("Plugin"), 5);
            run(loader().loadClass("Plugin"), 7);
            """);
    assertEquals(12, file.hits(3));
  }

  @Test
  void an_unloaded_class_keeps_its_counts_and_frees_its_memory() throws Exception {
    String statements =
        """
        URLClassLoader loader = loader();
        run(loader.loadClass("Plugin"), 5);
        WeakReference<Object> gone = new WeakReference<>(loader);
        loader = null;
        for (int i = 0; i < 100 && gone.get() != null; i++) {
          System.gc();
          Thread.sleep(20);
        }
        System.out.print(gone.get());
        """;
    assertEquals(5, run("null", statements).hits(3));
  }

  @Test
  void counts_of_exchanged_code_stand_where_it_stood() throws Exception {
    Path file = changed.resolve("Plugin.class");
    String statements =
        """
        Class<?> plugin = loader().loadClass("Plugin");
        run(plugin, 5);
        instrumentation.retransformClasses(plugin);
        run(plugin, 5);
        byte[] bytes = Files.readAllBytes(Path.of("%s"));
        instrumentation.redefineClasses(new ClassDefinition(plugin, bytes));
        run(plugin, 7);
        """
            .formatted(file);
    Path agent = folder.resolve("other.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", "Main");
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue("Can-Retransform-Classes", "true");
    try (OutputStream out = Files.newOutputStream(agent)) {
      new JarOutputStream(out, manifest).close();
    }
    FilePicture picture = run("", statements, "-javaagent:" + agent);
    assertEquals(10, picture.hits(3));
    assertEquals(7, picture.hits(4));
  }

  @Test
  void an_agent_that_comes_late_counts_from_then_on() throws Exception {
    javac(
        plugin,
        "Late",
        """
        public class Late {
          public static void main(String[] args) throws Exception {
            for (int i = 0; i < 100_000; i++) Plugin.run();
            System.out.println("ready");
            System.in.read();
            for (int i = 0; i < 7; i++) Plugin.run();
          }
        }
        """);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                plugin.toString(),
                "Late")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("ready", out.readLine());
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      machine.loadAgent(
          Target.agent().toString(), "record=" + folder.resolve("recording") + ",own=" + plugin);
      machine.detach();
      process.outputWriter().append('\n').close();
      assertEquals(null, out.readLine());
    } finally {
      process.destroy();
    }
    assertTrue(process.waitFor() == 0);
    assertEquals(7, plugin().hits(3));
  }
}
