// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A JDK to measure with.
 *
 * @param home its folder
 * @param version its {@code java.version}
 */
record Jdk(Path home, String version) {

  static Jdk at(Path home) {
    Path release = home.resolve("release");
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalArgumentException(home + " is not a JDK: cannot read " + release, e);
    }
    return new Jdk(home, properties.getProperty("JAVA_VERSION", "?").replace("\"", ""));
  }

  String java() {
    return home.resolve("bin/java").toString();
  }

  String javac() {
    return home.resolve("bin/javac").toString();
  }

  int feature() {
    return Runtime.Version.parse(version).feature();
  }
}
