// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.launch.AgentOptions;
import dev.afterglow.launch.Listener;
import dev.afterglow.launch.ProgramSpec;
import dev.afterglow.launch.StartPace;
import dev.afterglow.launch.UserException;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs under the agent with a session but no window; closing it ends it. */
final class LiveRun implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final Session session = new Session(new SourceFinder(List.of()));
  private final Listener listener = new Listener(session, 0);
  private final Process process;

  /**
   * Starts.
   *
   * @param program its class and arguments; its standard output is {@link #process}'s
   */
  LiveRun(Jdk jdk, Path classes, StartPace pace, List<String> program)
      throws IOException, UserException {
    ProgramSpec spec = new ProgramSpec(null, List.of(), List.of(), false, null, List.of(), pace);
    String agent = AgentOptions.of(listener, spec, pace).option(Project.agent());
    List<String> command = new ArrayList<>(List.of(jdk.java(), agent, "-cp", classes.toString()));
    command.addAll(program);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  Session session() {
    return session;
  }

  Process process() {
    return process;
  }

  boolean isConnected() {
    return session.picture().targets().stream().anyMatch(target -> target.connected());
  }

  /** Waits, looking each half millisecond. */
  static void until(BooleanSupplier condition) throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IOException("nothing came within " + PATIENCE_SECONDS + " s");
      }
      TimeUnit.MICROSECONDS.sleep(500);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    listener.close();
  }
}
