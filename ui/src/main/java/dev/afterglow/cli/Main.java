// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.launch.GivenInput;
import dev.afterglow.launch.LocalProgram;
import dev.afterglow.launch.Program;
import dev.afterglow.launch.UserException;
import dev.afterglow.launch.Workspace;
import dev.afterglow.session.Session;
import dev.afterglow.session.SessionView;
import dev.afterglow.view.NoWindowException;
import dev.afterglow.view.Opener;
import dev.afterglow.view.Settings;
import dev.afterglow.view.Training;
import dev.afterglow.view.WindowApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line. */
public final class Main {
  /** Exit code if something is wrong with the command. */
  static final int WRONG = 2;

  /** How often the window wants the stacks, in milliseconds. */
  private static final int WATCH_MILLIS = 50;

  private final Options options;

  /** What the window was started with, or null. */
  private volatile Program watched;

  /** What a window read of standard input, for the program. */
  private Optional<GivenInput> given = Optional.empty();

  /** Where a training run keeps its settings, or null. */
  private volatile Workspace scratch;

  private Main(Options options) {
    this.options = options;
  }

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    int code;
    try {
      code = run(args);
    } catch (UserException e) {
      System.err.println("afterglow: " + e.getMessage());
      code = WRONG;
    } catch (IOException e) {
      System.err.println("afterglow: " + e.getMessage());
      code = WRONG;
    } catch (InvalidPathException e) {
      System.err.println(
          "afterglow: "
              + e.getInput()
              + " is no path in this language setting: try it with LC_ALL=C.UTF-8.");
      code = WRONG;
    } catch (InterruptedException e) {
      code = WRONG;
    }
    System.exit(code);
  }

  static int run(String[] args) throws IOException, InterruptedException {
    Options options = new Options();
    if (!mayBeOurs(args)) {
      return new Main(options).run(List.of(args));
    }
    CommandLine command =
        new CommandLine(options)
            // @files belong to java.
            .setExpandAtFiles(false)
            .setStopAtUnmatched(true)
            .setUnmatchedArgumentsAllowed(true);
    command.getCommandSpec().version("afterglow " + Home.version());
    List<String> words;
    try {
      words = command.parseArgs(args).unmatched();
    } catch (ParameterException e) {
      throw new UserException(sentence(e) + " See afterglow --help.", e);
    }
    if (command.isUsageHelpRequested()) {
      command.usage(System.out);
      return 0;
    }
    if (command.isVersionHelpRequested()) {
      command.printVersionHelp(System.out);
      return 0;
    }
    suggest(command, words);
    return new Main(options).run(words);
  }

  /** Our options come first. Where there are none, picocli's start is a tenth of a second saved. */
  private static boolean mayBeOurs(String[] args) {
    return args.length > 0 && (args[0].startsWith("--") || args[0].startsWith("-h"));
  }

  private static String sentence(ParameterException e) {
    String message = e.getMessage();
    return message.endsWith(".") ? message : message + ".";
  }

  /** A slip in one of our options is more likely than an option of java that nobody knows. */
  private static void suggest(CommandLine command, List<String> words) throws UserException {
    if (words.isEmpty() || !words.get(0).startsWith("--")) {
      return;
    }
    String word = words.get(0).replaceAll("=.*", "");
    String nearest = "";
    int best = 3;
    for (String option : command.getCommandSpec().optionsMap().keySet()) {
      int distance = Words.distance(word, option);
      if (distance < best) {
        best = distance;
        nearest = option;
      }
    }
    if (!nearest.isEmpty() && !nearest.equals("--train")) {
      throw new UserException(
          "There is no option " + word + ": did you mean " + nearest + "? See afterglow --help.");
    }
  }

  private int run(List<String> words) throws IOException, InterruptedException {
    Reports.check(options);
    Pacing.check(options);
    if (words.size() == 2 && words.get(0).equals("open")) {
      return open(Path.of(words.get(1)));
    }
    if (words.size() == 1 && RecordedProgram.isNamedSo(words.get(0))) {
      return open(Path.of(words.get(0)));
    }
    boolean headless = options.headless;
    if (!headless && !options.train) {
      Optional<String> obstacle = Display.obstacle();
      if (obstacle.isPresent()) {
        if (words.isEmpty()) {
          throw new UserException(
              obstacle.get() + ": name a program to run it with --headless instead.");
        }
        System.err.println("afterglow: " + obstacle.get() + ": going on as --headless.");
        headless = true;
      }
    }
    if (headless && words.isEmpty()) {
      throw new UserException("--headless needs a program: afterglow --headless File.java");
    }
    if (options.train) {
      try (Workspace folder = new Workspace()) {
        scratch = folder;
        return show(words, false, Settings.load(folder.resolve("settings")));
      }
    }
    return show(words, headless, headless ? null : Settings.load());
  }

  private int show(List<String> words, boolean headless, Settings settings)
      throws UserException, InterruptedException {
    ProgramOpener opener = new ProgramOpener(options, settings);
    try {
      return headless ? headless(opener, words) : window(opener, words, settings);
    } finally {
      opener.close();
    }
  }

  private static boolean listens(List<String> words) {
    return words.equals(List.of("listen"));
  }

  private int headless(ProgramOpener opener, List<String> words)
      throws UserException, InterruptedException {
    if (listens(words)) {
      ListeningProgram program = opener.listen(words, false);
      program.onConsole((channel, text) -> System.err.print(text));
      program.awaitEnd();
      return report(opener.session(), program.title(), 0);
    }
    try (LocalProgram program = opener.create(words, true)) {
      given.ifPresent(program::reads);
      program.onConsole((channel, text) -> System.err.print(text));
      Signals.passTo(program);
      program.run();
      int code = program.awaitExit();
      if (!program.started()) {
        return code;
      }
      return report(opener.session(), program.title(), code);
    }
  }

  private int report(SessionView session, String title, int code) {
    Reports reports = new Reports(options, session, title);
    reports.print(System.err);
    List<String> failures = reports.write();
    failures.forEach(failure -> System.err.println("afterglow: " + failure));
    // The program's own failure says more than ours.
    return code != 0 || failures.isEmpty() ? code : WRONG;
  }

  private int window(ProgramOpener opener, List<String> words, Settings settings)
      throws UserException, InterruptedException {
    Session session = opener.session();
    session.watch(WATCH_MILLIS);
    Signals.end(() -> interrupted(opener));
    Program program = null;
    if (listens(words)) {
      program = opener.listen(words, true);
    } else if (!words.isEmpty()) {
      // The target starts beside the window, not after it.
      LocalProgram local = opener.create(words, false);
      given = GivenInput.ofThisProcess();
      given.ifPresent(local::reads);
      local.run();
      program = local;
      settings.addRecent(absolute(words));
    }
    watched = program;
    try {
      if (options.train) {
        Training.run(session, program, opener, settings);
      } else {
        WindowApp.show(session, program, opener, settings);
      }
    } catch (NoWindowException e) {
      if (program == null) {
        throw new UserException(e.getMessage(), e);
      }
      System.err.println("afterglow: " + e.getMessage() + " Going on as --headless.");
      opener.noWindow();
      program.close();
      return headless(opener, words);
    }
    if (program == null) {
      return 0;
    }
    program.close();
    return options.writes() ? report(session, program.title(), 0) : 0;
  }

  /** A signal ends the window: what was asked for is written with what there is. */
  private void interrupted(ProgramOpener opener) {
    Program program = watched;
    boolean writes = program != null && options.writes();
    if (writes) {
      program.close();
    }
    try {
      opener.interrupted();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (scratch != null) {
      scratch.close();
    }
    if (writes) {
      report(opener.session(), program.title(), 0);
    }
  }

  /** A recent program must be found again from another folder. */
  private static List<String> absolute(List<String> words) {
    List<String> absolute = new ArrayList<>(words);
    for (int i = 0; i < absolute.size(); i++) {
      String word = absolute.get(i);
      boolean file = word.endsWith(".java") || word.endsWith(".jar");
      if (file && Files.exists(Path.of(word))) {
        absolute.set(i, Path.of(word).toAbsolutePath().normalize().toString());
        break;
      }
    }
    return absolute;
  }

  private int open(Path recording) throws IOException {
    Opener.Opened opened = RecordedProgram.open(recording, options.sources, options.showSecrets);
    if (options.headless || Display.obstacle().isPresent()) {
      return report(opened.session(), opened.program().title(), 0);
    }
    Settings settings = Settings.load();
    ProgramOpener opener = new ProgramOpener(options, settings);
    try {
      WindowApp.show(opened.session(), opened.program(), opener, settings);
      return options.writes() ? report(opened.session(), opened.program().title(), 0) : 0;
    } finally {
      opener.close();
    }
  }
}
