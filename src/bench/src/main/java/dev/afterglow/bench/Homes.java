// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that names the JDKs to measure on. */
final class Homes implements Iterable<Path> {
  @Option(names = "--jdk", description = "a JDK's folder; may be repeated (default: this one)")
  private List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));

  /** The one for what is measured once. */
  Path first() {
    return homes.get(0);
  }

  @Override
  public Iterator<Path> iterator() {
    return homes.iterator();
  }
}
