// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.launch.AgentOptions;
import dev.afterglow.launch.JavaArguments;
import dev.afterglow.launch.Listener;
import dev.afterglow.launch.LocalProgram;
import dev.afterglow.launch.ProgramSpec;
import dev.afterglow.launch.UserException;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.view.Opener;
import dev.afterglow.view.Settings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens programs with the options of the command line; all share one session and one port. */
final class ProgramOpener implements Opener {
  private final Options options;
  private final SourceFinder finder = new SourceFinder();
  private final Session session = new Session(finder);
  private final Listener listener;
  private final Path agentJar;
  private final Settings settings;
  private final LastWords lastWords = new LastWords();
  private volatile LocalProgram latest;

  /**
   * Makes an opener.
   *
   * @param options the command line
   * @param settings what the window remembers, or null without one
   */
  ProgramOpener(Options options, Settings settings) throws UserException {
    this.options = options;
    this.settings = settings;
    this.agentJar = Home.agentJar();
    session.showSecrets(options.showSecrets);
    this.listener = new Listener(session, options.port);
  }

  Session session() {
    return session;
  }

  /** A program that has not begun. */
  LocalProgram create(List<String> words, boolean inherit) throws UserException {
    boolean window = !inherit;
    ProgramSpec spec = spec(words, window);
    LocalProgram program = new LocalProgram(spec, session, finder, listener, agentJar, inherit);
    if (window) {
      latest = program;
      if (!options.train) {
        program.onChange(changed -> lastWords.are(lastWords(program)));
      }
    }
    return program;
  }

  private ProgramSpec spec(List<String> words, boolean window) throws UserException {
    JavaArguments java = JavaArguments.parse(words);
    String saved = settings == null ? "" : settings.text("speed", "");
    return new ProgramSpec(
        java,
        options.include,
        options.exclude,
        options.marked,
        options.record,
        options.sources,
        Pacing.of(options, java.kind(), window, saved));
  }

  /** Waits for JVMs that others start. */
  ListeningProgram listen(List<String> words, boolean window) throws UserException {
    List<Path> places = new ArrayList<>(options.sources);
    places.add(Path.of("."));
    finder.search(places);
    ProgramSpec spec = spec(words, window);
    AgentOptions agent = AgentOptions.of(listener, spec, spec.pace()).sources(places);
    return new ListeningProgram(session, agent.option(agentJar));
  }

  private static String lastWords(LocalProgram program) {
    String gone = "afterglow: the window is gone: its display went away, or it was killed";
    return program
        .process()
        .map(p -> gone + "; " + program.title() + " runs on: kill " + p.pid() + " stops it.")
        .orElse(gone + ".");
  }

  /** There is no window, or no longer one: it needs no last words. */
  void noWindow() {
    lastWords.close();
  }

  /** Ends the program with the window's process, and without words. */
  void interrupted() throws InterruptedException {
    noWindow();
    LocalProgram program = latest;
    if (program != null) {
      program.letGo();
    }
    listener.close();
  }

  @Override
  public Opened open(List<String> arguments) throws IOException {
    if (arguments.size() == 1 && RecordedProgram.isNamedSo(arguments.get(0))) {
      return RecordedProgram.open(Path.of(arguments.get(0)), options.sources, options.showSecrets);
    }
    LocalProgram program = create(dropped(arguments), false);
    program.run();
    return new Opened(session, program);
  }

  @Override
  public List<Path> examples() {
    return Home.examples();
  }

  /** What was dropped on the window is a path alone. */
  private static List<String> dropped(List<String> arguments) throws IOException {
    if (arguments.size() != 1) {
      return arguments;
    }
    String word = arguments.get(0);
    if (word.endsWith(".jar")) {
      return List.of("-jar", word);
    }
    Path path = Path.of(word);
    if (!Files.isDirectory(path)) {
      return arguments;
    }
    List<Path> sources = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*.java")) {
      for (Path file : files) {
        if (Files.readString(file).matches("(?s).*\\bvoid\\s+main\\s*\\(.*")) {
          sources.add(file);
        }
      }
    }
    if (sources.size() != 1) {
      throw new UserException(
          path.getFileName()
              + (sources.isEmpty() ? " holds no" : " holds more than one")
              + " source file with a main method: drop the .java file to start.");
    }
    return List.of(sources.get(0).toString());
  }

  @Override
  public void save(Shown shown, Path file) throws IOException {
    SavedFile.write(shown, file);
  }

  void close() {
    noWindow();
    listener.close();
  }
}
