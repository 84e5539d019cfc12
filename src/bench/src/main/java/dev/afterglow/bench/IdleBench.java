// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an idle program costs: processor time of the target and of the window that shows it. */
@Command(name = "idle", description = "Processor time while the program waits.")
final class IdleBench implements Callable<Integer> {

  @Mixin private final Homes homes = new Homes();

  @Option(names = "--seconds", description = "how long to look (default: 20)")
  private int seconds = 20;

  @Option(names = "--settle", description = "seconds to wait before (default: 10)")
  private int settle = 10;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Project.temporary();
    System.out.println(Machine.description());
    System.out.println();
    Table table = new Table("JDK", "process", "percent of a core");
    for (Path home : homes) {
      Jdk jdk = Jdk.at(home);
      Path classes = Project.compile(jdk, folder, "", "src/bench/loads");
      table.add(jdk.version(), "target, no agent", percent(command(jdk, classes, List.of())));
      String agent =
          "-javaagent:" + Project.agent() + "=record=" + folder.resolve("idle.afterglow");
      table.add(
          jdk.version(),
          "target, agent writes a recording",
          percent(command(jdk, classes, List.of(agent))));
      window(home, classes, table);
    }
    System.out.println(table);
    return 0;
  }

  private void window(Path home, Path classes, Table table)
      throws IOException, InterruptedException {
    LiveWindow.prepare(home);
    try (Screen screen = new Screen(1280, 720);
        LiveWindow window = LiveWindow.open(screen, home, "-cp", classes.toString(), "Idle")) {
      TimeUnit.SECONDS.sleep(settle);
      long target = Processes.cpuNanos(window.targetPid());
      String own = percent(window.pid(), seconds);
      double used = Processes.cpuNanos(window.targetPid()) - target;
      String version = Jdk.at(home).version();
      table.add(version, "target, window open", Stats.number(used / seconds / 1e7, 2));
      table.add(version, "window", own);
    }
  }

  private static List<String> command(Jdk jdk, Path classes, List<String> options) {
    List<String> command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(options);
    command.addAll(List.of("-cp", classes.toString(), "Idle"));
    return command;
  }

  private String percent(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      TimeUnit.SECONDS.sleep(settle);
      return percent(process.pid(), seconds);
    } finally {
      Processes.end(process);
    }
  }

  /** Looks at a running process for some seconds. */
  static String percent(long pid, int seconds) throws InterruptedException {
    long cpu = Processes.cpuNanos(pid);
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(seconds);
    double used = Processes.cpuNanos(pid) - cpu;
    return Stats.number(100 * used / (System.nanoTime() - start), 2);
  }
}
