// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.bench.cost.Inside;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the agent costs beside the program's own speed: start, weaving, memory, link, steps. */
final class CostRows {
  private static final int METHODS = 100;
  private static final int LINES = 100;
  private static final int LOADERS = 100;
  private static final int SECONDS = 5;
  private static final int STARTS = 15;

  private final Jdk jdk;
  private final Path classes;
  private final Path folder;
  private final CostAgents agents;
  private final Table table = new Table("what", "aim", "measured");

  CostRows(Jdk jdk, Path classes, Path folder, CostAgents agents) {
    this.jdk = jdk;
    this.classes = classes;
    this.folder = folder;
    this.agents = agents;
  }

  Table measure() throws IOException, InterruptedException {
    start();
    inside();
    Path lines = writeLines();
    polling(lines);
    link(lines);
    steps();
    fullSteps();
    return table;
  }

  private void start() throws IOException, InterruptedException {
    CostLoad hello = new CostLoad("Hello", "Hello", "", 1);
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (String agent :
        List.of(CostAgents.NONE, CostAgents.OURS, CostAgents.JACOCO, CostAgents.INTELLIJ)) {
      options.put(agent, agents.options(agent, hello));
    }
    Map<String, List<Double>> times = whole("Hello", options, STARTS);
    List<Double> without = times.remove(CostAgents.NONE);
    table.add("Hello, world", "", new Stats(without).range(0, 1) + " ms");
    times.forEach(
        (agent, with) ->
            table.add(
                "… " + agent,
                agent.equals(CostAgents.OURS) ? "+60 ms, JaCoCo's" : "",
                more(with, without) + " ms"));
  }

  private void steps() throws IOException, InterruptedException {
    Map<String, String> levels = new LinkedHashMap<>();
    levels.put("counts", "");
    levels.put("steps without values", ",detail=steps,values=off");
    levels.put("steps with values", ",detail=steps");
    levels("Steps", "a program of 100,000 steps", "1000 ms in all", levels);
  }

  private void fullSteps() throws IOException, InterruptedException {
    Map<String, String> levels = new LinkedHashMap<>();
    levels.put("counts", "");
    levels.put("steps, the first 2,000,000", ",detail=steps");
    levels("Rounds", "300,000,000 rounds in `main`", "", levels);
  }

  /** A program under the agent at some levels of detail; the aim is of steps. */
  private void levels(String program, String title, String aim, Map<String, String> levels)
      throws IOException, InterruptedException {
    CostLoad load = new CostLoad(program, program, "", 1);
    Map<String, List<String>> options = new LinkedHashMap<>();
    options.put("none", List.of());
    levels.forEach((level, option) -> options.put(level, List.of(agents.ours(load, option))));
    Map<String, List<Double>> times = whole(program, options, SECONDS);
    List<Double> without = times.remove("none");
    table.add(title, "", new Stats(without).range(0, 1) + " ms");
    times.forEach(
        (level, with) ->
            table.add(
                "… " + level, level.startsWith("steps") ? aim : "", more(with, without) + " ms"));
  }

  private static String more(List<Double> with, List<Double> without) {
    List<Double> more = new ArrayList<>();
    for (int i = 0; i < with.size(); i++) {
      more.add(with.get(i) - without.get(i));
    }
    return "+" + new Stats(more).range(0, 1);
  }

  /** Milliseconds of a program from start to end, all variants in turn. */
  private Map<String, List<Double>> whole(
      String program, Map<String, List<String>> variants, int runs)
      throws IOException, InterruptedException {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int run = -1; run < runs; run++) {
      for (Map.Entry<String, List<String>> variant : variants.entrySet()) {
        Processes.Result result =
            Processes.run(command(variant.getValue(), List.of(classes.toString(), program)));
        if (run >= 0) { // the first one warms the disk's cache
          times
              .computeIfAbsent(variant.getKey(), name -> new ArrayList<>())
              .add(result.wallNanos() / 1e6);
        }
      }
    }
    return times;
  }

  private List<String> command(List<String> options, List<String> program) {
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(options);
    command.add("-cp");
    command.addAll(program);
    return command;
  }

  private void inside() throws IOException, InterruptedException {
    List<String> program = new ArrayList<>(List.of(System.getProperty("java.class.path")));
    program.add(Inside.class.getName());
    try (var jars = Files.newDirectoryStream(CostAgents.JARS, "{commons,jackson,h2,ecj}*.jar")) {
      jars.forEach(jar -> program.add(jar.toString()));
    }
    String[] words = Processes.run(command(List.of("-Xmx1g"), program)).output().split(" ");
    table.add("weaving a class, once warm (CPU)", "300 µs", words[1] + " µs");
    table.add(
        "memory of a probe for each thread that ran it",
        "16 bytes",
        words[3] + " bytes (4 threads, " + words[2] + " probes a class)");
  }

  /** A class whose every line is one probe's. */
  private Path writeLines() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("public class Lines {\n");
    text.append("static int next(int n) { return n + 1; }\n");
    StringBuilder all = new StringBuilder("public static void run(int n) {\nint a = n;\n");
    for (int m = 0; m < METHODS; m++) {
      text.append("static int m").append(m).append("(int n) {\nint a = n;\n");
      text.append("a = next(a);\n".repeat(LINES)).append("return a;\n}\n");
      all.append("a = m").append(m).append("(a);\n");
    }
    Path source = folder.resolve("Lines.java");
    Files.writeString(source, text.append(all).append("}\n}\n"));
    Path lines = Files.createDirectories(folder.resolve("lines"));
    Processes.run(List.of(jdk.javac(), "-g", "-d", lines.toString(), source.toString()));
    return lines;
  }

  private void polling(Path lines) throws IOException, InterruptedException {
    Process process = spread(lines, LOADERS, 1);
    try {
      TimeUnit.SECONDS.sleep(2);
      long before = Processes.threadCpuNanos(process.pid(), "afterglow");
      TimeUnit.SECONDS.sleep(SECONDS);
      long used = Processes.threadCpuNanos(process.pid(), "afterglow") - before;
      table.add(
          "a million probes polled, 10,000 of them change",
          "1 % of a core",
          Stats.number(used / 1e7 / SECONDS, 1) + " %");
    } finally {
      Processes.end(process);
    }
  }

  private void link(Path lines) throws IOException, InterruptedException {
    Process process = spread(lines, 1, 0);
    try {
      TimeUnit.SECONDS.sleep(1);
      long before = Files.size(agents.recording());
      TimeUnit.SECONDS.sleep(SECONDS);
      long bytes = Files.size(agents.recording()) - before;
      table.add(
          "link, 10,000 lines change on every tick",
          "1 MB/s",
          Stats.number(bytes / 1e6 / SECONDS, 2) + " MB/s");
    } finally {
      Processes.end(process);
    }
  }

  /** Starts {@code Spread} and returns when all its classes have run. */
  private Process spread(Path lines, int loaders, int pause) throws IOException {
    CostLoad load = new CostLoad("Lines", "Lines", "", 1);
    List<String> program = new ArrayList<>(List.of(classes.toString(), "Spread"));
    program.addAll(List.of(lines.toString(), "Lines", loaders + "", pause + ""));
    Process process =
        new ProcessBuilder(command(List.of(agents.ours(load, "")), program))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"ready".equals(reader.readLine())) {
      throw new IOException("Spread did not start");
    }
    return process;
  }
}
