// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.bench.corpora.CorpusCheck;
import dev.afterglow.session.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Weaves every class of the JDKs' images and of well-known libraries, and has each verified by ASM
 * and by the JVM; then runs a program of each with and without the agent.
 */
@Command(name = "corpora", description = "Weaves and verifies every class of JDKs and libraries.")
final class CorporaBench implements Callable<Integer> {
  private static final Path JARS = Project.ROOT.resolve("src/bench/target/corpora");

  /** Corpora by name, with the beginnings of their jars' names; what is left over comes last. */
  private static final Map<String, List<String>> LIBRARIES = new LinkedHashMap<>();

  static {
    LIBRARIES.put("Kotlin's compiler", List.of("kotlin-compiler"));
    LIBRARIES.put("ECJ", List.of("ecj-"));
    LIBRARIES.put("Spring", List.of("spring-"));
    LIBRARIES.put("Hibernate", List.of("hibernate-"));
    LIBRARIES.put("Guava", List.of("guava-"));
    LIBRARIES.put("Scala", List.of("scala-"));
    LIBRARIES.put("Groovy", List.of("groovy-"));
    LIBRARIES.put("asm-test", List.of("asm-test"));
    LIBRARIES.put("H2", List.of("h2-"));
    LIBRARIES.put("what they depend on", List.of(""));
  }

  @Mixin private final Homes homes = new Homes();

  @Option(
      names = "--samples",
      description = "only run a program of each library, do not weave all of its classes")
  private boolean samplesOnly;

  @Option(names = "--steps", description = "weave for steps with values, not for counts alone")
  private boolean steps;

  @Option(
      names = "--only",
      description = "corpora whose names contain this, JDK for the images; may be repeated")
  private List<String> only = List.of("");

  private final Table table =
      new Table(
          "corpus",
          "class files",
          "woven",
          "verified",
          "incomplete",
          "**broken**",
          "no code",
          "no lines",
          "left alone",
          "µs a class");

  /** The columns of numbers, summed up. */
  private final long[] sums = new long[8];

  private Path folder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    folder = Project.temporary();
    System.out.println(Machine.description());
    System.out.println();
    if (samplesOnly) {
      return runSamples() ? 0 : 1;
    }
    for (Path home : homes) {
      Jdk jdk = Jdk.at(home);
      if (wanted("JDK")) {
        check("JDK " + jdk.version(), jdk, imageArguments());
      }
    }
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(JARS)) {
      files.sorted().forEach(jars::add);
    }
    List<Path> rest = new ArrayList<>(jars);
    for (Map.Entry<String, List<String>> library : LIBRARIES.entrySet()) {
      List<Path> mine = new ArrayList<>();
      library.getValue().forEach(start -> mine.addAll(startingWith(rest, start)));
      rest.removeAll(mine);
      if (wanted(library.getKey())) {
        check(library.getKey(), Jdk.at(homes.first()), jarArguments(mine, jars));
      }
    }
    table.add(row("**sum**", sums, ""));
    System.out.println(table);
    boolean same = runSamples();
    return sums[4] == 0 && same ? 0 : 1;
  }

  /** Whether a program of each corpus does the same under the agent. */
  private boolean runSamples() throws IOException, InterruptedException {
    SampleRuns runs = new SampleRuns(folder, JARS, steps ? ",detail=steps" : "");
    for (SampleRuns.Sample sample : SampleRuns.LIBRARIES) {
      if (wanted(sample.corpus())) {
        runs.run(Jdk.at(homes.first()), sample);
      }
    }
    for (Path home : homes) {
      if (wanted("JDK")) {
        runs.run(Jdk.at(home), SampleRuns.javac(Jdk.at(home)));
      }
    }
    System.out.println();
    System.out.println(runs.table());
    return runs.same();
  }

  private boolean wanted(String name) {
    return only.stream().anyMatch(name::contains);
  }

  private static List<Path> startingWith(List<Path> jars, String start) {
    return jars.stream().filter(jar -> jar.getFileName().toString().startsWith(start)).toList();
  }

  private List<String> imageArguments() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .putValue("Premain-Class", CorpusCheck.class.getPackageName() + ".ImageCorpus");
    manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
    Path agent = folder.resolve("redefine.jar");
    try (OutputStream out = Files.newOutputStream(agent)) {
      new JarOutputStream(out, manifest).close();
    }
    return List.of(
        "-javaagent:" + agent,
        "--add-modules=ALL-SYSTEM",
        "-cp",
        classPath(),
        CorpusCheck.class.getName(),
        "image");
  }

  private static List<String> jarArguments(List<Path> mine, List<Path> all) {
    List<String> arguments = new ArrayList<>(List.of("-cp", classPath()));
    arguments.add(CorpusCheck.class.getName());
    mine.forEach(jar -> arguments.add(jar.toString()));
    arguments.add("--");
    all.stream().filter(jar -> !mine.contains(jar)).map(Path::toString).forEach(arguments::add);
    return arguments;
  }

  /** This program's own, with ASM beside it; the agent's ASM has other names. */
  private static String classPath() {
    return System.getProperty("java.class.path") + ":" + JARS + "/*";
  }

  private void check(String name, Jdk jdk, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.java(), "-Xmx2g", "-Xshare:off"));
    command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal"));
    command.add("-XX:+BytecodeVerificationRemote");
    command.add("-D" + CorpusCheck.STEPS + "=" + steps);
    command.addAll(arguments);
    String[] lines = Processes.run(command).output().split("\n");
    for (String line : lines) {
      if (line.startsWith("broken ")) {
        System.out.println(name + ": " + line);
      }
    }
    String[] words = lines[lines.length - 1].split(" ");
    if (!words[0].equals("corpus") || !words[10].equals("true")) {
      throw new IOException("The JVM did not verify " + name + ": " + lines[lines.length - 1]);
    }
    long[] numbers = new long[sums.length];
    for (int i = 0; i < sums.length; i++) {
      numbers[i] = Long.parseLong(words[i + 1]);
      sums[i] += numbers[i];
    }
    table.add(row(name, numbers, words[9]));
    System.err.println("bench: " + name + " done");
  }

  private static List<String> row(String name, long[] numbers, String micros) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (long number : numbers) {
      cells.add(Numbers.exact(number));
    }
    cells.add(micros);
    return cells;
  }
}
