// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What counting costs: the time of small loads with an agent, as a ratio to the time without. Each
 * run of a load goes through all agents in turn, so that a disturbance of the machine meets all of
 * them.
 */
@Command(
    name = "cost",
    description = "The time of loads under Afterglow and other agents, as a ratio to no agent.")
final class CostBench implements Callable<Integer> {
  private static final List<String> LOADS =
      List.of("Fib", "Sieve", "Bubble", "Queens", "Matrix", "Collatz");

  @Option(names = "--jdk", description = "a JDK's folder; may be repeated (default: this one)")
  private List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));

  @Option(names = "--runs", description = "processes a load and agent (default: 5)")
  private int runs = 5;

  @Option(names = "--rounds", description = "rounds of a load in a process (default: 12)")
  private int rounds = 12;

  @Option(names = "--loads", split = ",", description = "loads to run (default: all)")
  private List<String> loads = LOADS;

  /** An agent's name for the table and what to write after {@code java}. */
  private record Variant(String name, List<String> options) {}

  /** Times of one load under one variant, run by run, in nanoseconds. */
  private record Times(List<Long> steady, List<Long> whole) {
    Times() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Project.temporary();
    System.out.println(Machine.description());
    for (Path home : homes) {
      measure(Jdk.at(home), folder);
    }
    return 0;
  }

  private void measure(Jdk jdk, Path folder) throws IOException, InterruptedException {
    Path classes = Project.compileLoads(jdk, folder);
    List<Variant> variants = variants(folder);
    Map<String, Map<Variant, Times>> all = new LinkedHashMap<>();
    for (String load : loads) {
      Map<Variant, Times> times = new LinkedHashMap<>();
      variants.forEach(variant -> times.put(variant, new Times()));
      for (int run = 0; run < runs; run++) {
        for (Variant variant : variants) {
          once(jdk, classes, load, variant, times.get(variant));
        }
      }
      all.put(load, times);
    }
    print(jdk, variants, all);
  }

  private void once(Jdk jdk, Path classes, String load, Variant variant, Times times)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(variant.options());
    command.addAll(List.of("-cp", classes.toString(), "Run", load, Integer.toString(rounds)));
    Processes.Result result = Processes.run(command);
    String steady = result.output().replaceAll("(?s).*steady (\\d+) sum.*", "$1");
    times.steady().add(Long.parseLong(steady));
    times.whole().add(result.wallNanos());
  }

  private static List<Variant> variants(Path folder) throws IOException {
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant("no agent", List.of()));
    String record = "=record=" + folder.resolve("cost.afterglow");
    variants.add(new Variant("Afterglow", List.of("-javaagent:" + Project.agent() + record)));
    Project.peer("org.jacoco.agent-runtime.jar")
        .ifPresentOrElse(
            jar -> variants.add(jacoco(jar, folder)), () -> System.out.println("no JaCoCo agent"));
    Path arguments = folder.resolve("intellij.args");
    Files.write(
        arguments,
        List.of(folder.resolve("intellij.ic").toString(), "false", "false", "false", "false"));
    Project.peer("intellij-coverage-agent.jar")
        .ifPresentOrElse(
            jar -> variants.add(intellij(jar, arguments)),
            () -> System.out.println("no IntelliJ coverage agent"));
    return variants;
  }

  private static Variant jacoco(Path jar, Path folder) {
    String options = "-javaagent:" + jar + "=destfile=" + folder.resolve("jacoco.exec");
    return new Variant("JaCoCo (yes/no)", List.of(options));
  }

  private static Variant intellij(Path jar, Path arguments) {
    return new Variant(
        "IntelliJ (hit counts)",
        List.of("-Didea.coverage.calculate.hits=true", "-javaagent:" + jar + "=" + arguments));
  }

  private void print(Jdk jdk, List<Variant> variants, Map<String, Map<Variant, Times>> all) {
    System.out.printf("%nJDK %s, %d runs, median [smallest–largest]%n%n", jdk.version(), runs);
    List<String> heads = new ArrayList<>(List.of("steady state"));
    heads.addAll(all.keySet());
    heads.add("mean");
    Table steady = new Table(heads);
    heads.set(0, "whole process");
    Table whole = new Table(heads);
    for (Variant variant : variants) {
      steady.add(row(variants, variant, all, true));
      whole.add(row(variants, variant, all, false));
    }
    System.out.println(steady);
    System.out.println();
    System.out.println(whole);
  }

  /** The baseline's row is milliseconds, the others' are ratios run by run. */
  private static List<String> row(
      List<Variant> variants,
      Variant variant,
      Map<String, Map<Variant, Times>> all,
      boolean steady) {
    Variant baseline = variants.get(0);
    List<String> cells = new ArrayList<>(List.of(variant.name()));
    List<Double> medians = new ArrayList<>();
    for (Map<Variant, Times> times : all.values()) {
      List<Long> without = pick(times.get(baseline), steady);
      if (variant.equals(baseline)) {
        cells.add(new Stats(without).range(0, 1e6) + " ms");
        continue;
      }
      List<Long> with = pick(times.get(variant), steady);
      List<Double> ratios = new ArrayList<>();
      for (int run = 0; run < with.size(); run++) {
        ratios.add(with.get(run) / (double) without.get(run));
      }
      Stats stats = new Stats(ratios);
      medians.add(stats.median());
      cells.add(stats.range(2, 1));
    }
    cells.add(medians.isEmpty() ? "" : Stats.number(geometricMean(medians), 2));
    return cells;
  }

  private static List<Long> pick(Times times, boolean steady) {
    return steady ? times.steady() : times.whole();
  }

  private static double geometricMean(List<Double> values) {
    return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
  }
}
