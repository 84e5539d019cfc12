// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.RecordingPlayer;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs the programs that the JaCoCo project validates its coverage with and compares: a line it
 * calls covered must have a count above 0, one that is not covered 0, an empty one none.
 */
@Command(
    name = "validation",
    description = "Compares with the line assertions in a checkout of the JaCoCo project.")
final class ValidationBench implements Callable<Integer> {
  private static final Pattern ASSERTION =
      Pattern.compile("// assert(FullyCovered|PartlyCovered|NotCovered|Empty)\\(");

  /** The libraries and compilers of the languages besides Java. */
  private static final Path JARS = Project.ROOT.resolve("src/bench/target/validation");

  @Parameters(paramLabel = "CHECKOUT", description = "the folder of the checkout")
  private Path checkout;

  @Option(names = "--jdk", description = "a JDK's folder (default: this one)")
  private Path home = Path.of(System.getProperty("java.home"));

  @Option(
      names = "--languages",
      split = ",",
      description = "JAVA, KOTLIN, SCALA, GROOVY (default: all)")
  private List<Language> languages = List.of(Language.values());

  private Path folder;
  private Path classes;
  private Jdk jdk;

  /** The languages in which there are programs, with how a compiler is called. */
  private enum Language {
    JAVA("java", "void main(", ""),
    KOTLIN(
        "kt",
        "fun main(",
        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -nowarn"),
    SCALA("scala", "def main(", "scala.tools.nsc.Main -nowarn"),
    GROOVY("groovy", "void main(", "org.codehaus.groovy.tools.FileSystemCompiler");

    final String ending;
    final String main;
    final String compiler;

    Language(String ending, String main, String compiler) {
      this.ending = ending;
      this.main = main;
      this.compiler = compiler;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    jdk = Jdk.at(home);
    folder = Project.temporary();
    classes = Files.createDirectories(folder.resolve("classes"));
    compile(Language.JAVA); // the others' programs use its helpers
    for (Language language : languages) {
      if (language != Language.JAVA) {
        compile(language);
      }
      System.out.println("\n" + compare(language));
    }
    return 0;
  }

  private void compile(Language language) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (language == Language.JAVA) {
      command.addAll(List.of(jdk.javac(), "-g", "-nowarn", "-proc:none"));
    } else {
      command.addAll(List.of(jdk.java(), "-cp", JARS + "/*"));
      command.addAll(List.of(language.compiler.split(" ")));
    }
    if (language == Language.KOTLIN) {
      command.add("-Xplugin=" + Project.jar(JARS, "kotlin-serialization-compiler-plugin"));
    }
    command.addAll(List.of("-classpath", classPath(), "-d", classes.toString()));
    targets(language).forEach(target -> command.add(target.toString()));
    Processes.run(command);
  }

  private String classPath() throws IOException {
    List<String> places = new ArrayList<>(List.of(classes.toString()));
    try (var jars = Files.newDirectoryStream(JARS, "*.jar")) {
      jars.forEach(jar -> places.add(jar.toString()));
    }
    return String.join(File.pathSeparator, places);
  }

  /** Kotlin puts functions outside of classes into one named after the file. */
  private String mainClass(String path) {
    String name = path.replaceFirst("\\.\\w+$", "");
    boolean ofItsOwn = Files.exists(classes.resolve(name + ".class"));
    return (ofItsOwn ? name : name + "Kt").replace('/', '.');
  }

  private Table compare(Language language) throws IOException, InterruptedException {
    Map<String, int[]> sums = new TreeMap<>();
    for (Path target : targets(language)) {
      List<String> lines = Files.readAllLines(target);
      if (lines.stream().anyMatch(line -> line.contains(language.main))) {
        compare(target, lines, sums);
      }
    }
    Table table = new Table(language + " on JDK " + jdk.version(), "lines", "agree", "differ");
    int[] all = new int[2];
    sums.forEach(
        (assertion, sum) -> {
          table.add(assertion, "" + (sum[0] + sum[1]), "" + sum[0], "" + sum[1]);
          all[0] += sum[0];
          all[1] += sum[1];
        });
    table.add("**all**", "" + (all[0] + all[1]), "" + all[0], "" + all[1]);
    return table;
  }

  /** The programs in a language that this JDK knows, with what they share. */
  private List<Path> targets(Language language) throws IOException {
    String name = ".*/validation/(\\w+/)?targets/\\w+\\." + language.ending;
    try (Stream<Path> files = Files.walk(checkout)) {
      return files
          .filter(file -> file.toString().matches(name))
          .filter(this::known)
          .sorted()
          .toList();
    }
  }

  private boolean known(Path file) {
    Matcher since = Pattern.compile("validation/java(\\d+)/").matcher(file.toString());
    return !since.find() || Integer.parseInt(since.group(1)) <= jdk.feature();
  }

  private void compare(Path target, List<String> lines, Map<String, int[]> sums)
      throws IOException, InterruptedException {
    String path = target.toString().replaceFirst(".*/src/", "");
    Path recording = folder.resolve("recording");
    Processes.run(
        List.of(
            jdk.java(),
            "-ea",
            "-javaagent:" + Project.agent() + "=record=" + recording + ",own=" + classes,
            "-cp",
            classPath(),
            mainClass(path)));
    Session session =
        new Session(new SourceFinder(List.of(Path.of(target.toString().replace(path, "")))));
    RecordingPlayer.play(recording, session);
    Optional<FilePicture> file = session.file(new FileKey(path));
    for (int line = 1; line <= lines.size(); line++) {
      Matcher assertion = ASSERTION.matcher(lines.get(line - 1));
      if (!assertion.find()) {
        continue;
      }
      long hits = file.isPresent() ? file.get().hits(line) : FilePicture.NONE;
      boolean agrees =
          switch (assertion.group(1)) {
            case "Empty" -> hits == FilePicture.NONE;
            case "NotCovered" -> hits == 0;
            default -> hits > 0;
          };
      sums.computeIfAbsent(assertion.group(1), a -> new int[2])[agrees ? 0 : 1]++;
      if (!agrees) {
        System.out.printf("%s:%d: %d  | %s%n", path, line, hits, lines.get(line - 1).trim());
      }
    }
  }
}
