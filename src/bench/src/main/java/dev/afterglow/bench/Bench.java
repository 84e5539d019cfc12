// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line: {@code src/bench/run NAME [options]}. */
@Command(
    name = "src/bench/run",
    description = "Measures what the documents claim and prints it as Markdown.",
    mixinStandardHelpOptions = true,
    subcommands = {
      CorporaBench.class,
      CostBench.class,
      FramesBench.class,
      IdleBench.class,
      LatencyBench.class,
      PaceBench.class,
      PauseBench.class,
      StartBench.class,
      SuitesBench.class,
      ValidationBench.class,
      TreeBench.class
    })
public final class Bench {
  private Bench() {}

  /** Runs the named benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }
}
