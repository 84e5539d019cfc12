// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** The compilers whose classes are counted. */
final class Compilers {
  private Compilers() {}

  /** Compiles with the JDK's javac and full debug information, or as other options say. */
  static void javac(Path classes, int release, List<Path> sources, String... more)
      throws IOException {
    Files.createDirectories(classes);
    List<String> arguments = new ArrayList<>(options(classes, release));
    arguments.addAll(List.of(more));
    sources.forEach(source -> arguments.add(source.toString()));
    javac(arguments.toArray(String[]::new));
  }

  /** Runs javac with arguments. */
  static void javac(String... arguments) throws IOException {
    if (ToolProvider.getSystemJavaCompiler().run(null, null, System.err, arguments) != 0) {
      throw new IOException("javac " + String.join(" ", arguments) + " failed");
    }
  }

  /** Whether a class's source compiles. */
  static boolean compiles(String name, String source, int release) throws IOException {
    Path folder = Target.folder("tried");
    Path file = folder.resolve(name + ".java");
    Files.writeString(file, source);
    List<String> arguments = new ArrayList<>(options(folder, release));
    arguments.addAll(List.of("-Xlint:none", file.toString()));
    OutputStream none = OutputStream.nullOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, none, none, arguments.toArray(String[]::new));
    Files.delete(file);
    return code == 0;
  }

  /** Whether the JVM takes a class: the stack maps that javac writes may be wrong. */
  static boolean verifies(Path classes, String name) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      // Asking for the methods links the class, which verifies it and runs nothing of it.
      return Class.forName(name, false, loader).getDeclaredMethods().length > 0;
    } catch (VerifyError refused) {
      return false;
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }

  /** Compiles with ECJ and full debug information, or as other options say. */
  static void ecj(Path classes, int release, List<Path> sources, String... more)
      throws IOException {
    Files.createDirectories(classes);
    List<String> arguments = new ArrayList<>(options(classes, release));
    arguments.addAll(List.of(more));
    arguments.add("-nowarn");
    sources.forEach(source -> arguments.add(source.toString()));
    StringWriter messages = new StringWriter();
    PrintWriter writer = new PrintWriter(messages);
    if (!BatchCompiler.compile(arguments.toArray(String[]::new), writer, writer, null)) {
      throw new IOException("ECJ --release " + release + " failed: " + messages);
    }
  }

  private static List<String> options(Path classes, int release) {
    return List.of(
        "-g", "-proc:none", "--release", Integer.toString(release), "-d", classes.toString());
  }
}
