// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.launch.Program;
import dev.afterglow.session.Picture.TargetPicture;
import dev.afterglow.session.SessionView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * JVMs that somebody else starts, with the agent's option: a server by its script, the tests of a
 * build tool. All that connect are shown together.
 */
final class ListeningProgram implements Program {
  private static final long LOOK_MILLIS = 200;

  /** JVMs that a build tool starts one after the other are one run. */
  private static final long GAP_MILLIS = 3_000;

  private final SessionView session;
  private final String option;
  private final List<Consumer<Program>> watchers = new CopyOnWriteArrayList<>();
  private volatile ConsoleListener console = (channel, text) -> {};
  private volatile boolean open = true;

  /**
   * Begins to look who is there.
   *
   * @param session what the listener feeds
   * @param option what a JVM must be started with
   */
  ListeningProgram(SessionView session, String option) {
    this.session = session;
    this.option = option;
    Thread looker = new Thread(this::look, "afterglow-listen");
    looker.setDaemon(true);
    looker.start();
  }

  private void look() {
    boolean was = false;
    try {
      while (open) {
        Thread.sleep(LOOK_MILLIS);
        boolean now = running();
        if (now != was) {
          was = now;
          watchers.forEach(watcher -> watcher.accept(this));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until JVMs have connected, all have ended and for three seconds no other has come. */
  void awaitEnd() throws InterruptedException {
    int known = 0;
    long quietSince = System.nanoTime();
    while (known == 0 || System.nanoTime() - quietSince < GAP_MILLIS * 1_000_000L) {
      Thread.sleep(LOOK_MILLIS);
      int now = session.picture().targets().size();
      if (running() || now != known) {
        known = now;
        quietSince = System.nanoTime();
      }
    }
  }

  @Override
  public String title() {
    return "The connected program";
  }

  @Override
  public String whyNotRun() {
    return "It is started elsewhere, with the option that the console shows.";
  }

  @Override
  public String whyNoInput() {
    return "Its input is where it was started";
  }

  @Override
  public void run() {
    console.text(Channel.NOTE, "Start it again where you started it, with the option above.\n");
  }

  @Override
  public void stop() {
    connected()
        .map(target -> ProcessHandle.of(target.pid()))
        .forEach(process -> process.ifPresent(ProcessHandle::destroy));
  }

  private Stream<TargetPicture> connected() {
    return session.picture().targets().stream().filter(TargetPicture::connected);
  }

  @Override
  public boolean running() {
    return connected().findAny().isPresent();
  }

  @Override
  public void input(String line) {
    console.text(Channel.NOTE, "Its input is where it was started.\n");
  }

  @Override
  public void onConsole(ConsoleListener listener) {
    console = listener;
    listener.text(Channel.NOTE, "Start a JVM with this option; more than one may connect:\n");
    listener.text(Channel.NOTE, option + "\n");
  }

  @Override
  public void onChange(Consumer<Program> listener) {
    watchers.add(listener);
  }

  @Override
  public void close() {
    open = false;
  }
}
