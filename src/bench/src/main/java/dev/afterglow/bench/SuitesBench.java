// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Whether libraries' own tests notice the agent: the same tests must fail as without it, and in the
 * same way.
 */
@Command(
    name = "suites",
    description = "Libraries' tests under the agent, alone and beside other agents.")
final class SuitesBench implements Callable<Integer> {
  private static final Path JARS = Project.ROOT.resolve("src/bench/target/suites");

  @Mixin private final Homes homes = new Homes();

  @Option(
      names = "--suites",
      split = ",",
      description = "of collections, math, lang, mocks (default: all)")
  private List<String> suites = List.of("collections", "math", "lang", "mocks");

  @Option(
      names = "--with",
      split = ",",
      description =
          "afterglow, steps (the first 20,000,000, then counts), unheard (nobody listens), jacoco,"
              + " jacoco-first, jacoco-last; or options of java beside the agent (default:"
              + " afterglow)")
  private List<String> variants = List.of("afterglow");

  @Option(names = "--runs", description = "how often, in turn (default: 1)")
  private int runs = 1;

  private Path folder;
  private int different;

  @Override
  public Integer call() throws IOException, InterruptedException {
    folder = Project.temporary();
    System.out.println(Machine.description());
    for (Path home : homes) {
      Jdk jdk = Jdk.at(home);
      System.out.printf("%nJDK %s%n%n", jdk.version());
      Table table =
          new Table("suite", "under", "tests", "fail", "fail otherwise", "CPU s", "CPU ratio");
      for (String name : suites) {
        Path mocks = name.equals("mocks") ? compileMocks(jdk) : folder;
        measure(jdk, Suite.named(name, JARS, mocks), table);
      }
      System.out.println(table);
    }
    return different == 0 ? 0 : 1;
  }

  private Path compileMocks(Jdk jdk) throws IOException, InterruptedException {
    Path classes = Files.createDirectories(folder.resolve("mocks-" + jdk.version()));
    Processes.run(
        List.of(
            jdk.javac(),
            "-g",
            "-proc:none",
            "-cp",
            JARS + "/*",
            "-d",
            classes.toString(),
            Project.ROOT.resolve("src/bench/suites/MocksTest.java").toString()));
    return classes;
  }

  /** How one variant did, run by run. */
  private record Column(String name, List<TestResults> results, List<Double> cpuSeconds) {
    Column(String name) {
      this(name, new ArrayList<>(), new ArrayList<>());
    }

    /** Tests that did in some run what they did not in a certain one. */
    Set<String> otherwise(TestResults than) {
      Set<String> all = new TreeSet<>();
      results.forEach(each -> all.addAll(each.differences(than)));
      return all;
    }
  }

  private void measure(Jdk jdk, Suite suite, Table table) throws IOException, InterruptedException {
    List<Column> columns = new ArrayList<>(List.of(new Column("no agent")));
    variants.forEach(variant -> columns.add(new Column(variant)));
    for (int run = 0; run < runs; run++) {
      for (Column column : columns) {
        once(jdk, suite, column);
      }
    }
    Column baseline = columns.get(0);
    // With several runs: tests that differ from run to run without any agent.
    Set<String> flaky = baseline.otherwise(baseline.results().get(0));
    flaky.forEach(test -> System.out.println("flaky: " + test));
    for (Column column : columns) {
      TestResults results = column.results().get(0);
      Set<String> otherwise = column.otherwise(baseline.results().get(0));
      otherwise.removeAll(flaky);
      otherwise.forEach(
          test -> System.out.println("otherwise under " + column.name() + ": " + test));
      different += otherwise.size();
      List<Double> ratios = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        ratios.add(column.cpuSeconds().get(run) / baseline.cpuSeconds().get(run));
      }
      table.add(
          suite.name(),
          column.name(),
          Integer.toString(results.tests()),
          Integer.toString(results.failed().size()),
          Integer.toString(otherwise.size()),
          new Stats(column.cpuSeconds()).range(1, 1),
          column.equals(baseline) ? "" : new Stats(ratios).range(2, 1));
    }
  }

  private void once(Jdk jdk, Suite suite, Column column) throws IOException, InterruptedException {
    Path reports = Files.createTempDirectory(folder, "reports");
    Path log = folder.resolve("log-" + reports.getFileName());
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(agents(suite, column.name()));
    command.addAll(suite.command(reports));
    long before = Processes.endedChildrenCpuNanos();
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .directory(Files.createTempDirectory(folder, "work").toFile())
        .start()
        .waitFor();
    column.cpuSeconds().add((Processes.endedChildrenCpuNanos() - before) / 1e9);
    try {
      column.results().add(TestResults.read(reports));
    } catch (IOException noReports) {
      throw new IOException(Files.readString(log), noReports);
    }
    System.err.printf("bench: %s, %s done%n", suite.name(), column.name());
  }

  /** The agents' options for {@code java}, in the order of the command line. */
  private List<String> agents(Suite suite, String variant) {
    String own = ",own=" + suite.library() + ";" + suite.tests();
    String ours = "-javaagent:" + Project.agent() + "=record=" + folder.resolve("run") + own;
    String jacoco =
        "-javaagent:"
            + JARS.resolve("org.jacoco.agent-0.8.15-runtime.jar")
            + "=destfile="
            + folder.resolve("jacoco.exec");
    return switch (variant) {
      case "no agent" -> List.of();
      case "afterglow" -> List.of(ours);
      case "steps" -> List.of(ours + ",detail=steps,steps=20000000");
      case "unheard" -> List.of("-javaagent:" + Project.agent() + "=" + own.substring(1));
      case "jacoco" -> List.of(jacoco);
      case "jacoco-first" -> List.of(jacoco, ours);
      case "jacoco-last" -> List.of(ours, jacoco);
      default -> List.of(variant, ours);
    };
  }
}
