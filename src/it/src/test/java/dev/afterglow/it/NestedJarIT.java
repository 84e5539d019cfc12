// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program packed as Spring Boot does: its classes in a folder of the jar, a launcher beside it.
 */
class NestedJarIT {
  @TempDir Path folder;

  private static final String LAUNCHER =
      """
      import java.net.URL;
      import java.net.URLClassLoader;
      public class Launcher {
        public static void main(String[] args) throws Exception {
          URL jar = Launcher.class.getProtectionDomain().getCodeSource().getLocation();
          URL classes = new URL("jar:" + jar + "!/BOOT-INF/classes/");
          Class<?> shop = new URLClassLoader(new URL[] {classes}).loadClass("Shop");
          shop.getMethod("main", String[].class).invoke(null, (Object) args);
        }
      }
      """;

  private static final String SHOP =
      """
      public class Shop {
        public static void main(String[] args) {
          for (String arg : args)
            System.out.println(arg);
        }
      }
      """;

  private byte[] compiled(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    Path classes = folder.resolve("classes");
    Compilers.javac(classes, 17, List.of(file));
    return Files.readAllBytes(classes.resolve(name + ".class"));
  }

  @Test
  void the_classes_of_the_program_are_counted_and_the_launcher_is_not() throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Launcher");
    manifest.getMainAttributes().putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
    Path jar = folder.resolve("shop.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("Launcher.class"));
      out.write(compiled("Launcher", LAUNCHER));
      out.putNextEntry(new JarEntry("BOOT-INF/classes/Shop.class"));
      out.write(compiled("Shop", SHOP));
    }
    Path csv = folder.resolve("counts.csv");
    Target.Ended ended =
        new Afterglow(folder)
            .run("--headless", "--counts", csv.toString(), "-jar", jar.toString(), "a", "b");
    assertEquals("a\nb\n", ended.out().substring(0, 4));
    assertEquals(
        List.of("file,line,hits,rounds,lambda_hits", "Shop.java,3,3,2,", "Shop.java,4,2,,"),
        Files.readAllLines(csv));
  }
}
