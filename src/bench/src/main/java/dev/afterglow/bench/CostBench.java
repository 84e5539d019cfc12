// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What counting costs: the time of loads with an agent, as a ratio to the time without. Each run of
 * a load goes through all agents in turn, so that a disturbance of the machine meets all of them.
 */
@Command(
    name = "cost",
    description = "The time of loads under Afterglow and other agents, as a ratio to no agent.")
final class CostBench implements Callable<Integer> {
  private static final List<String> AGENTS =
      List.of(
          CostAgents.NONE, CostAgents.OURS, CostAgents.JACOCO, CostAgents.INTELLIJ, CostAgents.MAP);

  @Mixin private final Homes homes = new Homes();

  @Option(names = "--runs", description = "processes a load and agent (default: 3)")
  private int runs = 3;

  @Option(names = "--seconds", description = "a process's rounds at most (default: 8)")
  private int seconds = 8;

  @Option(names = "--loads", split = ",", description = "rows of the table, or none (default: all)")
  private List<String> loads = CostLoad.ALL.stream().map(CostLoad::name).toList();

  @Option(names = "--agents", split = ",", description = "columns of the table (default: all)")
  private List<String> agents = AGENTS;

  @Option(
      names = "--second-thread",
      description = "the loads' rounds on a second thread, after one on the first")
  private boolean secondThread;

  @Option(
      names = "--others",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "start, weaving, memory, link, steps too (default: yes)")
  private boolean others;

  private Path folder;

  /** Nanoseconds, run by run. */
  private record Times(List<Long> steady, List<Long> whole) {
    Times() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    folder = Project.temporary();
    System.out.println(Machine.description());
    for (Path home : homes) {
      Jdk jdk = Jdk.at(home);
      System.out.printf("%nJDK %s, %d runs, median [smallest–largest]%n", jdk.version(), runs);
      Path classes =
          Project.compile(jdk, folder, CostAgents.JARS + "/*", "src/bench/loads", "src/bench/cost");
      CostAgents options = new CostAgents(folder);
      List<CostLoad> rows =
          CostLoad.ALL.stream().filter(load -> loads.contains(load.name())).toList();
      if (!rows.isEmpty()) {
        measure(jdk, classes, options, rows);
      }
      if (others) {
        System.out.printf("%n%s%n", new CostRows(jdk, classes, folder, options).measure());
      }
    }
    return 0;
  }

  private void measure(Jdk jdk, Path classes, CostAgents options, List<CostLoad> rows)
      throws IOException, InterruptedException {
    Map<CostLoad, Map<String, Times>> all = new LinkedHashMap<>();
    for (CostLoad load : rows) {
      Map<String, Times> times = new LinkedHashMap<>();
      agents.forEach(agent -> times.put(agent, new Times()));
      for (int run = 0; run < runs; run++) {
        for (String agent : agents) {
          boolean slow = agent.equals(CostAgents.MAP);
          if (run == 0 || !slow) {
            List<String> arguments =
                List.of(load.className(), load.rounds() + "", (slow ? 2 : seconds) + "");
            once(jdk, classes, arguments, options.options(agent, load), times.get(agent));
          }
        }
      }
      all.put(load, times);
      System.err.println("bench: " + load.name() + " done");
    }
    System.out.printf("%n%s%n%n%s%n", table("steady state", all), table("whole process", all));
  }

  private void once(
      Jdk jdk, Path classes, List<String> arguments, List<String> options, Times times)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(options);
    command.add("-Dsources=" + sources());
    command.addAll(List.of("-cp", classes + File.pathSeparator + CostAgents.JARS + "/*"));
    command.add(secondThread ? "Second" : "Run");
    command.addAll(arguments);
    Processes.Result result = Processes.run(command);
    times.steady().add(CostLoad.steady(result.output()));
    times.whole().add(result.wallNanos());
  }

  /** What ECJ compiles: two of commons-math3's packages. */
  private Path sources() throws IOException {
    Path sources = folder.resolve("sources");
    if (Files.exists(sources)) {
      return sources;
    }
    Path jar = CostAgents.JARS.resolve("commons-math3-3.6.1-sources.jar");
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(e -> e)::iterator) {
        if (entry.getName().matches("org/apache/commons/math3/(analysis|linear)/.*\\.java")) {
          Path file = sources.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          Files.copy(zip.getInputStream(entry), file);
        }
      }
    }
    return sources;
  }

  /** The baseline's column is milliseconds, the others' are ratios run by run. */
  private Table table(String head, Map<CostLoad, Map<String, Times>> all) {
    List<String> heads = new ArrayList<>(List.of(head));
    heads.addAll(agents);
    Table table = new Table(heads);
    Map<String, List<Double>> medians = new LinkedHashMap<>();
    all.forEach(
        (load, times) -> {
          List<String> cells = new ArrayList<>(List.of(load.name()));
          List<Long> without = pick(times.get(agents.get(0)), head);
          cells.add(new Stats(without).range(0, 1e6) + " ms");
          for (String agent : agents.subList(1, agents.size())) {
            List<Double> ratios = new ArrayList<>();
            for (long with : pick(times.get(agent), head)) {
              ratios.add(with / (double) without.get(ratios.size()));
            }
            Stats stats = new Stats(ratios);
            medians.computeIfAbsent(agent, name -> new ArrayList<>()).add(stats.median());
            cells.add(stats.size() == 1 ? Stats.number(stats.median(), 1) : stats.range(2, 1));
          }
          table.add(cells);
        });
    List<String> means = new ArrayList<>(List.of("**mean**", ""));
    medians.values().forEach(ratios -> means.add(Stats.number(geometricMean(ratios), 2)));
    table.add(means);
    return table;
  }

  private static List<Long> pick(Times times, String head) {
    return head.equals("steady state") ? times.steady() : times.whole();
  }

  private static double geometricMean(List<Double> values) {
    return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
  }
}
