// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.FilePicture;
import dev.afterglow.session.RecordingPlayer;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
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

  @Parameters(paramLabel = "CHECKOUT", description = "the folder of the checkout")
  private Path checkout;

  @Option(names = "--jdk", description = "a JDK's folder (default: this one)")
  private Path home = Path.of(System.getProperty("java.home"));

  private final Map<String, int[]> sums = new TreeMap<>();
  private Path folder;
  private Path classes;
  private Jdk jdk;

  @Override
  public Integer call() throws IOException, InterruptedException {
    jdk = Jdk.at(home);
    folder = Project.temporary();
    classes = folder.resolve("classes");
    List<Path> targets = targets();
    List<String> command = new ArrayList<>(List.of(jdk.javac(), "-g", "-nowarn", "-proc:none"));
    command.addAll(List.of("-d", classes.toString()));
    targets.forEach(target -> command.add(target.toString()));
    Processes.run(command);
    for (Path target : targets) {
      List<String> lines = Files.readAllLines(target);
      if (lines.stream().anyMatch(line -> line.contains("void main("))) {
        compare(target, lines);
      }
    }
    Table table = new Table("asserted on JDK " + jdk.version(), "lines", "agree", "differ");
    int[] all = new int[2];
    sums.forEach(
        (assertion, sum) -> {
          table.add(assertion, "" + (sum[0] + sum[1]), "" + sum[0], "" + sum[1]);
          all[0] += sum[0];
          all[1] += sum[1];
        });
    table.add("**all**", "" + (all[0] + all[1]), "" + all[0], "" + all[1]);
    System.out.println("\n" + table);
    return 0;
  }

  /** The Java programs that this JDK knows, with what they share. */
  private List<Path> targets() throws IOException {
    try (Stream<Path> files = Files.walk(checkout)) {
      return files
          .filter(file -> file.toString().matches(".*/validation/(java\\d+/)?targets/\\w+\\.java"))
          .filter(this::known)
          .sorted()
          .toList();
    }
  }

  private boolean known(Path file) {
    Matcher since = Pattern.compile("validation/java(\\d+)/").matcher(file.toString());
    return !since.find() || Integer.parseInt(since.group(1)) <= jdk.feature();
  }

  private void compare(Path target, List<String> lines) throws IOException, InterruptedException {
    String path = target.toString().replaceFirst(".*/src/", "");
    Path recording = folder.resolve("recording");
    Processes.run(
        List.of(
            jdk.java(),
            "-ea",
            "-javaagent:" + Project.agent() + "=record=" + recording + ",own=" + classes,
            "-cp",
            classes.toString(),
            path.replace(".java", "").replace('/', '.')));
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
