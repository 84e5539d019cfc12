// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.launch;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A program that Afterglow was asked to show, and its present run. Methods may be called from any
 * thread and never block; listeners are called on a background thread.
 */
public interface Program extends AutoCloseable {

  /** Where a piece of text in the console comes from. */
  enum Channel {
    /** The program's standard output. */
    OUT,
    /** The program's standard error. */
    ERR,
    /** What the user typed. */
    IN,
    /** Afterglow itself: compiler messages, the exit code. */
    NOTE
  }

  /**
   * A message of the compiler.
   *
   * @param file the path below the source root
   * @param line source line, from 1; 0 if the compiler names none
   * @param column column, from 1
   * @param error false for a warning
   * @param text the message
   */
  record Diagnostic(String file, long line, long column, boolean error, String text) {}

  /** Called with each piece of console text. */
  @FunctionalInterface
  interface ConsoleListener {
    void text(Channel channel, String text);

    /** Another run begins: what follows is its text, and that of the run before may go. */
    default void begins() {}
  }

  /** The name for the title bar, {@code Fibonacci.java}. */
  String title();

  /** Starts the first run, or stops the present one and starts again; numbers start from zero. */
  void run();

  /** Asks the program to end, and ends it after a moment if it does not. */
  void stop();

  /** Whether the program runs. */
  boolean running();

  /** How many runs have begun, those that did not compile too; each may be of other sources. */
  default int runs() {
    return 1;
  }

  /** Whether the present run could not begin, though it compiled; the console says why. */
  default boolean notStarted() {
    return false;
  }

  /** Why it cannot be run again from here, a sentence; empty if it can. */
  default String whyNotRun() {
    return "";
  }

  /** Why it reads nothing that is typed here, a sentence; empty if it does. */
  default String whyNoInput() {
    return "";
  }

  /** How its runs start. */
  default StartPace pace() {
    return StartPace.COUNTING;
  }

  /** Changes how later runs start. */
  default void startWith(UnaryOperator<StartPace> change) {}

  /** Whether a run that stands before its first line is to be let go as soon as it is shown. */
  default boolean beginsWhenShown() {
    return false;
  }

  /** Writes a line to the program's standard input. */
  void input(String line);

  /** Ends the program's standard input. */
  default void endInput() {}

  /** Lets the program run on when the window closes. */
  default void leaveRunning() {}

  /** The compiler's messages about the present run. */
  default List<Diagnostic> diagnostics() {
    return List.of();
  }

  /** Who gets the console's text from now on; earlier text is delivered first. */
  void onConsole(ConsoleListener listener);

  /** Called when a run begins, starts or ends, or compiler messages come. */
  void onChange(Consumer<Program> listener);

  /** Stops the program unless it was left running, and frees everything. */
  @Override
  void close();
}
