// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.cli;

import dev.afterglow.launch.Program;
import java.util.List;
import java.util.function.Consumer;

/** A recording in the place of a program: it has run. */
final class RecordedProgram implements Program {
  private final String title;

  RecordedProgram(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
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
  public void endInput() {
    // Nobody reads it.
  }

  @Override
  public void leaveRunning() {
    // Nothing runs.
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return List.of();
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
