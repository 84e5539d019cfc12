// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.launch.Program;
import dev.afterglow.launch.UserException;
import dev.afterglow.session.RecordingPlayer;
import dev.afterglow.session.Session;
import dev.afterglow.source.SourceFinder;
import dev.afterglow.view.Opener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A recording in the place of a program: it has run. */
final class RecordedProgram implements Program {
  private final String title;

  /** Whether a file has the ending of a recording. */
  static boolean isNamedSo(String file) {
    return file.endsWith(".afterglow");
  }

  /**
   * Reads a recording.
   *
   * @param sources where else than in the working directory its sources may be
   * @param secrets whether values are shown that read like secrets, where they were recorded
   */
  static Opener.Opened open(Path recording, List<Path> sources, boolean secrets)
      throws IOException {
    if (!Files.isRegularFile(recording)) {
      throw new UserException("There is no recording " + recording + ": check its name.");
    }
    List<Path> places = new ArrayList<>(sources);
    places.add(Path.of("."));
    Session session = new Session(new SourceFinder(places));
    session.showSecrets(secrets);
    RecordingPlayer.play(recording, session);
    return new Opener.Opened(session, new RecordedProgram(String.valueOf(recording.getFileName())));
  }

  RecordedProgram(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String whyNotRun() {
    return "A recording of an earlier run: it cannot run again.";
  }

  @Override
  public String whyNoInput() {
    return "A recording reads no input";
  }

  @Override
  public void run() {
    // What is recorded does not run again.
  }

  @Override
  public void stop() {
    // It has ended.
  }

  @Override
  public boolean running() {
    return false;
  }

  @Override
  public void input(String line) {
    // Nobody reads it.
  }

  @Override
  public void onConsole(ConsoleListener listener) {
    listener.text(Channel.NOTE, "A recording of an earlier run.\n");
  }

  @Override
  public void onChange(Consumer<Program> listener) {
    // It does not change.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
