// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A program that runs in a JVM of its own on this machine, compiled first if it is a source. */
public final class LocalProgram implements Program {
  /** Exit code of a run that did not compile. */
  public static final int NOT_COMPILED = 1;

  /** Exit code of a run that could not begin. */
  public static final int NOT_STARTED = 2;

  private static final String TERM = "TERM";
  private static final String KEPT = "AFTERGLOW_KEPT_";
  private static final long STOP_MILLIS = 1500;
  private static final long DRAIN_MILLIS = 2000;

  private final ProgramSpec spec;
  private final Session session;
  private final SourceFinder finder;
  private final Listener listener;
  private final Path agentJar;
  private final boolean inherit;
  private final Console console = new Console();
  private final Workspace workspace;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> Listener.daemon(task, "afterglow-program"));

  /** A write waits while the program does not read; stopping must not wait behind it. */
  private final ExecutorService input =
      Executors.newSingleThreadExecutor(task -> Listener.daemon(task, "afterglow-input"));

  /** What its runs read, or null if that is what is typed. */
  private volatile GivenInput given;

  private final List<Consumer<Program>> watchers = new ArrayList<>();
  private volatile Process process;
  private volatile StartPace pace;
  private volatile boolean starting;
  private volatile boolean notStarted;
  private volatile boolean leave;

  /** The signal by which somebody asked for the end: what is about to start then ends at once. */
  private volatile String over = "";

  private volatile List<Diagnostic> diagnostics = List.of();
  private volatile CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final AtomicInteger runs = new AtomicInteger();

  /**
   * A program that does not run yet.
   *
   * @param inherit whether the program uses the console of this process instead of pipes
   */
  public LocalProgram(
      ProgramSpec spec,
      Session session,
      SourceFinder finder,
      Listener listener,
      Path agentJar,
      boolean inherit)
      throws UserException {
    this.spec = spec;
    this.pace = spec.pace();
    this.session = session;
    this.finder = finder;
    this.listener = listener;
    this.agentJar = agentJar;
    this.inherit = inherit;
    this.workspace = new Workspace();
    checkSource();
  }

  /** Has its runs read this; to be said before the first. */
  public void reads(GivenInput input) {
    given = input;
  }

  private void checkSource() throws UserException {
    if (spec.java().kind() == JavaArguments.Kind.SOURCE) {
      Path file = Path.of(spec.java().main());
      Sources.check(file);
      // So that the window can show the text while the compiler works.
      finder.search(List.of(file.toAbsolutePath().getParent(), file));
    } else if (spec.java().kind() == JavaArguments.Kind.JAR) {
      Sources.checkJar(Path.of(spec.java().main()));
    } else if (spec.java().kind() == JavaArguments.Kind.CLASS) {
      Sources.checkClass(spec.java().main(), spec.java().places());
    }
  }

  @Override
  public String title() {
    String main = spec.java().main();
    return switch (spec.java().kind()) {
      case SOURCE, JAR -> String.valueOf(Path.of(main).getFileName());
      default -> main.substring(main.lastIndexOf('.') + 1);
    };
  }

  @Override
  public StartPace pace() {
    return pace;
  }

  @Override
  public void startWith(UnaryOperator<StartPace> change) {
    pace = change.apply(pace);
  }

  @Override
  public boolean beginsWhenShown() {
    return pace.begin() == StartPace.Begin.WHEN_SHOWN;
  }

  @Override
  public void run() {
    starting = true;
    exit = new CompletableFuture<>();
    CompletableFuture<Integer> thisRun = exit;
    worker.execute(
        () -> {
          end();
          process = null;
          exit = thisRun;
          session.clear();
          console.begin();
          diagnostics = List.of();
          notStarted = false;
          runs.incrementAndGet();
          changed();
          try {
            start();
          } catch (UserException e) {
            console.text(Channel.NOTE, e.getMessage() + "\n");
            notStarted = true;
            exit.complete(NOT_STARTED);
          } finally {
            starting = false;
            changed();
          }
        });
  }

  private void start() throws UserException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    AgentOptions options = AgentOptions.of(listener, spec, pace);
    List<Path> places = new ArrayList<>(spec.sources());
    for (String option : ArchiveOptions.writing(spec.java().options())) {
      console.text(
          Channel.NOTE,
          "afterglow: " + option + " is left out: a JVM with an agent writes no archive.\n");
    }
    if (spec.java().kind() == JavaArguments.Kind.SOURCE) {
      Path classes = workspace.resolve("classes" + runs);
      SourceCompiler.Result result = compile(classes);
      if (result.failed()) {
        finder.search(List.of(result.root(), Path.of(spec.java().main())));
        exit.complete(NOT_COMPILED);
        return;
      }
      places.add(result.root());
      places.add(Path.of(spec.java().main()));
      options.add("own", List.of(classes.toString()));
      command.add(options.sources(places).option(agentJar));
      command.addAll(ArchiveOptions.without(sourceOptions(classes)));
      command.add(result.main());
    } else {
      places.addAll(spec.java().places());
      places.add(Path.of("."));
      command.add(options.sources(places).option(agentJar));
      command.addAll(ArchiveOptions.without(spec.java().options()));
      command.addAll(mainWords());
    }
    command.addAll(spec.java().arguments());
    finder.search(places);
    launch(command);
  }

  private List<String> mainWords() {
    return switch (spec.java().kind()) {
      case JAR -> List.of("-jar", spec.java().main());
      case MODULE -> List.of("-m", spec.java().main());
      default -> List.of(spec.java().main());
    };
  }

  private SourceCompiler.Result compile(Path classes) throws UserException {
    try {
      Files.createDirectories(classes);
    } catch (IOException e) {
      throw new UserException(
          "The temporary folder is full: free some space in " + classes + ".", e);
    }
    SourceCompiler.Result result =
        new SourceCompiler(Path.of(spec.java().main()), spec.java().options()).compile(classes);
    diagnostics = result.diagnostics();
    for (Diagnostic each : diagnostics) {
      String where = each.file() + (each.line() > 0 ? ":" + each.line() : "");
      String kind = each.error() ? ": error: " : ": warning: ";
      console.text(Channel.NOTE, where + kind + each.text() + "\n");
    }
    return result;
  }

  /** The class path has the compiled classes first; the options that only javac knows are gone. */
  private List<String> sourceOptions(Path classes) {
    List<String> options = new ArrayList<>();
    String classPath = Optional.ofNullable(System.getenv("CLASSPATH")).orElse(".");
    List<String> given = spec.java().options();
    for (int i = 0; i < given.size(); i++) {
      String option = given.get(i);
      switch (option) {
        case "-cp", "-classpath", "--class-path" -> classPath = given.get(++i);
        case "--source" -> i++;
        default -> {
          if (option.startsWith("--class-path=")) {
            classPath = option.substring(option.indexOf('=') + 1);
          } else {
            options.add(option);
          }
        }
      }
    }
    options.add("-cp");
    options.add(classes + File.pathSeparator + classPath);
    return options;
  }

  private void launch(List<String> command) throws UserException {
    ProcessBuilder builder = new ProcessBuilder(command);
    giveBack(builder.environment());
    if (inherit) {
      builder.inheritIO();
    }
    GivenInput reads = given;
    if (reads != null) {
      builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    }
    Process started;
    try {
      started = builder.start();
    } catch (IOException e) {
      throw new UserException("Java could not be started: " + e.getMessage() + ".", e);
    }
    process = started;
    if (reads != null) {
      Consumer<String> notes = text -> console.text(Channel.NOTE, text);
      reads.feed(started.getOutputStream(), inherit, this::changed, notes);
    }
    if (!over.isEmpty()) {
      send(over, started);
    }
    List<Thread> pumps = new ArrayList<>();
    if (!inherit) {
      Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
      pumps.add(console.pump(started.getInputStream(), Channel.OUT, charset));
      pumps.add(console.pump(started.getErrorStream(), Channel.ERR, charset));
    }
    Listener.daemon(() -> awaitEnd(started, pumps), "afterglow-wait").start();
    changed();
  }

  /**
   * The start script keeps variables that every JVM reads away from ours: they are the program's.
   */
  private static void giveBack(Map<String, String> environment) {
    for (String name : List.copyOf(environment.keySet())) {
      if (name.startsWith(KEPT)) {
        environment.put(name.substring(KEPT.length()), environment.remove(name));
      }
    }
  }

  private void awaitEnd(Process started, List<Thread> pumps) {
    try {
      int code = started.waitFor();
      for (Thread pump : pumps) {
        pump.join(DRAIN_MILLIS);
      }
      listener.awaitQuiet(DRAIN_MILLIS);
      if (process == started) {
        ended(code);
        changed();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ended(int code) {
    session.programEnded(code);
    exit.complete(code);
  }

  /** The process that runs now, if one does. */
  public Optional<ProcessHandle> process() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
  }

  /** Whether the present run came as far as a JVM. */
  public boolean started() {
    return process != null;
  }

  /** Waits for the present run's end; the exit code as a shell would tell it. */
  public int awaitExit() throws InterruptedException {
    try {
      return exit.get();
    } catch (java.util.concurrent.ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void stop() {
    worker.execute(this::end);
  }

  private void end() {
    Process running = process;
    if (running == null || !running.isAlive()) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        running.destroyForcibly().waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS);
      }
      listener.awaitQuiet(DRAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Passes a request to end on to the program, which may take its time.
   *
   * @param signal its name, {@code TERM}, {@code HUP} or {@code INT}
   */
  public void signal(String signal) {
    over = signal;
    Process running = process;
    if (running != null) {
      send(signal, running);
    }
  }

  private static void send(String signal, Process running) {
    if (!signal.equals(TERM) && running.isAlive()) {
      try {
        String command = "kill -" + signal + " " + running.pid();
        new ProcessBuilder("/bin/sh", "-c", command).inheritIO().start();
        return;
      } catch (IOException noShell) {
        // TERM is the only one that Java itself can send.
      }
    }
    running.destroy();
  }

  /** Asks the program to end. One that takes its time runs on, with its classes. */
  public void letGo() throws InterruptedException {
    signal(TERM);
    Process running = process;
    if (running == null || running.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
      workspace.close();
    }
  }

  @Override
  public boolean running() {
    Process running = process;
    return starting || (running != null && running.isAlive());
  }

  @Override
  public int runs() {
    return runs.get();
  }

  @Override
  public boolean notStarted() {
    return notStarted;
  }

  @Override
  public String whyNoInput() {
    GivenInput reads = given;
    return reads != null && reads.any()
        ? "It reads the file or pipe that Afterglow was started with"
        : "";
  }

  @Override
  public void input(String line) {
    console.text(Channel.IN, line + "\n");
    input.execute(() -> write((line + System.lineSeparator()).getBytes(Charset.defaultCharset())));
  }

  private void write(byte[] bytes) {
    Process running = process;
    if (running != null && !inherit) {
      try {
        OutputStream in = running.getOutputStream();
        in.write(bytes);
        in.flush();
      } catch (IOException ended) {
        console.text(Channel.NOTE, "The program no longer reads input.\n");
      }
    }
  }

  @Override
  public void endInput() {
    input.execute(
        () -> {
          Process running = process;
          if (running != null && !inherit) {
            try {
              running.getOutputStream().close();
            } catch (IOException ended) {
              // Its input has ended in any case.
            }
          }
        });
  }

  @Override
  public void leaveRunning() {
    leave = true;
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  @Override
  public void onConsole(ConsoleListener next) {
    console.listen(next);
  }

  @Override
  public void onChange(Consumer<Program> watcher) {
    synchronized (watchers) {
      watchers.add(watcher);
    }
  }

  private void changed() {
    List<Consumer<Program>> all;
    synchronized (watchers) {
      all = List.copyOf(watchers);
    }
    for (Consumer<Program> watcher : all) {
      watcher.accept(this);
    }
  }

  @Override
  public void close() {
    worker.shutdown();
    input.shutdown();
    if (leave && process != null && process.isAlive()) {
      return; // its classes may still be needed
    }
    end();
    workspace.close();
  }
}
