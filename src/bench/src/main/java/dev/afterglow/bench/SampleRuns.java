// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.session.FilePicture;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.Picture.FileSummary;
import dev.afterglow.session.RecordingPlayer;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs that put a library to work, with and without the agent, and compares. */
final class SampleRuns {
  private static final String SOURCES = "src/bench/corpora/run";

  /** One program for each corpus that can be run. */
  static final List<Sample> LIBRARIES =
      List.of(
          new Sample("Kotlin's compiler", "Compilers", "kotlin", "org.jetbrains.**;kotlin.**"),
          new Sample("ECJ", "Compilers", "ecj", "org.eclipse.**"),
          new Sample("Spring", "Spring", "", "org.springframework.**"),
          new Sample("Hibernate", "Hibernate", "", "org.hibernate.**"),
          new Sample("Guava", "Guava", "", "com.google.**"),
          new Sample("Scala", "Compilers", "scala", "scala.**"),
          new Sample(
              "Groovy",
              "Compilers",
              "groovy",
              "groovy.**;groovyjarjar*.**;org.codehaus.**;org.apache.**"),
          new Sample("H2", "H2", "", "org.h2.**"));

  private final Path folder;
  private final Path jars;
  private final String options;
  private final Table table =
      new Table("corpus", "program", "sources", "lines that ran", "hits", "same output");

  private boolean same = true;

  /**
   * A program.
   *
   * @param corpus whose code it runs
   * @param mainClass its class
   * @param argument its first argument, if not empty; then it gets a folder for what it writes too
   * @param include the classes that are woven besides it
   */
  record Sample(String corpus, String mainClass, String argument, String include) {}

  /**
   * Prepares.
   *
   * @param options further options of the agent, each after a comma
   */
  SampleRuns(Path folder, Path jars, String options) {
    this.folder = folder;
    this.jars = jars;
    this.options = options;
  }

  /** The JDK's own compiler. */
  static Sample javac(Jdk jdk) {
    return new Sample("JDK " + jdk.version(), "Compilers", "javac", "com.sun.tools.javac.**");
  }

  /** Whether all did the same. */
  boolean same() {
    return same;
  }

  Table table() {
    return table;
  }

  /** Runs a program twice. */
  void run(Jdk jdk, Sample sample) throws IOException, InterruptedException {
    Path classes = folder.resolve("loads-" + jdk.version());
    if (!Files.isDirectory(classes)) {
      Project.compile(jdk, folder, jars + "/*", SOURCES);
    }
    Path recording = Files.createTempFile(folder, "recording", "");
    String include = "include=" + sample.mainClass() + ";Program;" + sample.include();
    String agent =
        "-javaagent:" + Project.agent() + "=record=" + recording + "," + include + options;
    String plain = Processes.run(command(jdk, classes, sample, "-Xmx1g")).output();
    String ours = Processes.run(command(jdk, classes, sample, "-Xmx1g", agent)).output();
    boolean equal = plain.equals(ours) && !plain.isEmpty();
    same &= equal;
    Session session = new Session(new SourceFinder());
    RecordingPlayer.play(recording, session);
    long lines = 0;
    long hits = 0;
    for (FileSummary file : session.picture().files()) {
      hits += file.hits();
      FilePicture picture = session.file(file.key()).orElseThrow();
      for (int line = 1; line <= picture.lastLine(); line++) {
        lines += picture.hits(line) > 0 ? 1 : 0;
      }
    }
    table.add(
        sample.corpus(),
        (sample.mainClass() + " " + sample.argument()).trim(),
        Numbers.exact(session.picture().files().size()),
        Numbers.exact(lines),
        Numbers.exact(hits),
        equal ? "yes" : "**no**");
    if (!equal) {
      System.out.println("without:\n" + plain + "\nunder the agent:\n" + ours);
    }
  }

  private List<String> command(Jdk jdk, Path classes, Sample sample, String... options)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classes + ":" + jars + "/*", sample.mainClass()));
    if (!sample.argument().isEmpty()) {
      command.add(sample.argument());
      command.add(Files.createTempDirectory(folder, "work").toString());
    }
    return command;
  }
}
