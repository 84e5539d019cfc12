// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.view;

import dev.afterglow.launch.Program;
import dev.afterglow.launch.StartPace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A program that runs nothing and remembers what it was asked. */
final class FakeProgram implements Program {
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final String title;
  volatile boolean beginsWhenShown;
  volatile String whyNotRun = "";
  volatile String whyNoInput = "";
  volatile StartPace pace = StartPace.COUNTING;
  private volatile boolean running = true;
  private volatile boolean notStarted;
  private final AtomicInteger runs = new AtomicInteger(1);
  private volatile List<Diagnostic> diagnostics = List.of();
  private volatile ConsoleListener console = (channel, text) -> {};
  private volatile Consumer<Program> change = program -> {};
  private final List<Runnable> early = new ArrayList<>();

  FakeProgram(String title) {
    this.title = title;
  }

  void say(Channel channel, String text) {
    console.text(channel, text);
  }

  /** Text that comes before the window listens. */
  void sayEarly(Channel channel, String text) {
    early.add(() -> say(channel, text));
  }

  void end() {
    running = false;
    change.accept(this);
  }

  void diagnostics(Diagnostic... all) {
    diagnostics = List.of(all);
    running = false;
    change.accept(this);
  }

  /** Cannot begin: the console says why. */
  void failToStart(String why) {
    notStarted = true;
    say(Channel.NOTE, why);
    end();
  }

  /** Another run begins and does not compile. */
  void runInVain(Diagnostic why) {
    runs.incrementAndGet();
    diagnostics(why);
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
  public String whyNotRun() {
    return whyNotRun;
  }

  @Override
  public String whyNoInput() {
    return whyNoInput;
  }

  @Override
  public StartPace pace() {
    return pace;
  }

  @Override
  public boolean beginsWhenShown() {
    return beginsWhenShown;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public void run() {
    calls.add("run");
    running = true;
    console.begins();
    runs.incrementAndGet();
    change.accept(this);
  }

  @Override
  public void stop() {
    calls.add("stop");
    end();
  }

  @Override
  public boolean running() {
    return running;
  }

  @Override
  public void input(String line) {
    calls.add("input " + line);
    say(Channel.IN, line + "\n");
  }

  @Override
  public void endInput() {
    calls.add("end input");
  }

  @Override
  public void leaveRunning() {
    calls.add("leave running");
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  @Override
  public void onConsole(ConsoleListener listener) {
    console = listener;
    early.forEach(Runnable::run);
  }

  @Override
  public void onChange(Consumer<Program> listener) {
    change = listener;
  }

  @Override
  public void close() {
    calls.add("close");
  }
}
