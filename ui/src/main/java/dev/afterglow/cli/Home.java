// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.launch.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** This copy of Afterglow: its folder, the agent's jar, the examples. */
final class Home {
  private Home() {}

  /** The project's folder: what the start script says, else three folders above our jar. */
  static Path folder() {
    String told = System.getProperty("afterglow.home");
    if (told != null) {
      return Path.of(told);
    }
    try {
      Path jar = Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = jar;
      while (folder != null && !Files.isDirectory(folder.resolve("agent"))) {
        folder = folder.getParent();
      }
      return folder == null ? Path.of(".") : folder;
    } catch (URISyntaxException e) {
      return Path.of(".");
    }
  }

  /** The agent's jar. */
  static Path agentJar() throws UserException {
    String told = System.getProperty("afterglow.agent");
    if (told != null) {
      return Path.of(told);
    }
    Path target = folder().resolve("agent").resolve("target");
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "afterglow-agent-*.jar")) {
      for (Path jar : jars) {
        if (!jar.toString().endsWith("-sources.jar") && !jar.toString().endsWith("-tests.jar")) {
          return jar.toAbsolutePath();
        }
      }
    } catch (IOException missing) {
      // Said below.
    }
    throw new UserException("The agent is not built: run mvn package in " + folder() + ".");
  }

  /** The bundled examples by name. */
  static List<Path> examples() {
    List<Path> examples = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder().resolve("examples"), "*.java")) {
      files.forEach(examples::add);
    } catch (IOException none) {
      return List.of();
    }
    examples.sort(null);
    return examples;
  }

  /** This version, as the build wrote it. */
  static String version() {
    Properties build = new Properties();
    try (InputStream in = Home.class.getResourceAsStream("/dev/afterglow/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException unknown) {
      // Said as such.
    }
    return build.getProperty("version", "unknown version");
  }
}
