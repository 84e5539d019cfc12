// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.util.List;

/**
 * A program whose time with and without an agent is compared.
 *
 * @param name for the table
 * @param className its class, in no package
 * @param library the package of the library it puts to work, empty for none
 * @param rounds how often it is run in a process at most
 */
record CostLoad(String name, String className, String library, int rounds) {
  /** In the order of the table. */
  static final List<CostLoad> ALL =
      List.of(
          small("Fib"),
          small("Sieve"),
          small("Bubble"),
          small("Queens"),
          small("Matrix"),
          small("Collatz"),
          new CostLoad("commons-math3", "Numeric", "org.apache.commons.math3", 60),
          new CostLoad("Jackson", "Json", "com.fasterxml.jackson", 60),
          new CostLoad("H2", "Sql", "org.h2", 60),
          new CostLoad("ECJ", "Compile", "org.eclipse.jdt", 60));

  private static CostLoad small(String name) {
    return new CostLoad(name, name, "", 12);
  }

  /** Patterns of what agents are to weave: the load and its library. */
  List<String> patterns(String anyBelow) {
    return library.isEmpty() ? List.of(className) : List.of(className, library + anyBelow);
  }

  /** Processor time of a round once compiled, in nanoseconds, from what {@code Run} printed. */
  static long steady(String output) {
    return Long.parseLong(output.replaceAll("(?s).*steady (\\d+) sum.*", "$1"));
  }
}
