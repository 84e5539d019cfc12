// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts processes and reads what the kernel knows about them (Linux's {@code /proc}). */
final class Processes {
  /** Linux counts a process's time in these for user programs on every architecture. */
  private static final long NANOS_PER_TICK = 10_000_000L;

  private Processes() {}

  /**
   * What a finished process left.
   *
   * @param output its standard output
   * @param wallNanos from start to end
   */
  record Result(String output, long wallNanos) {}

  /** Runs a command to its end; its standard error goes to ours. */
  static Result run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    int exit = process.waitFor();
    long wall = System.nanoTime() - start;
    if (exit != 0) {
      throw new IOException("exit code " + exit + " of " + String.join(" ", command));
    }
    return new Result(output, wall);
  }

  /** User and system time of a process so far. */
  static long cpuNanos(long pid) {
    return cpuNanos(Path.of("/proc", Long.toString(pid), "stat"));
  }

  /** User and system time of all processes that this one started and that have ended. */
  static long endedChildrenCpuNanos() throws IOException {
    String text = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * NANOS_PER_TICK;
  }

  /** User and system time of the process's thread whose name starts so; 0 if there is none. */
  static long threadCpuNanos(long pid, String name) throws IOException {
    long sum = 0;
    try (var tasks = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path task : tasks) {
        if (Files.readString(task.resolve("comm")).startsWith(name)) {
          sum += cpuNanos(task.resolve("stat"));
        }
      }
    }
    return sum;
  }

  /** The memory that a process holds now. */
  static long residentBytes(long pid) throws IOException {
    String text = Files.readString(Path.of("/proc", Long.toString(pid), "statm"));
    return Long.parseLong(text.split(" ")[1]) * 4096;
  }

  private static long cpuNanos(Path stat) {
    try {
      String text = Files.readString(stat);
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks a process and all it started to end, and ends what does not. */
  static void end(Process process) throws InterruptedException {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
