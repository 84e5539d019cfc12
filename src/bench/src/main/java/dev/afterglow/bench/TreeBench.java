// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench;

import dev.afterglow.session.FileKey;
import dev.afterglow.session.Numbers;
import dev.afterglow.session.StepLog;
import dev.afterglow.session.StepLog.Kind;
import dev.afterglow.session.StepLog.Method;
import dev.afterglow.session.StepLog.ThreadKey;
import dev.afterglow.session.StepLog.Value;
import dev.afterglow.session.story.CallTree;
import dev.afterglow.session.story.Recursions;
import dev.afterglow.session.story.TreeDrawing;
import dev.afterglow.session.story.TreePicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The recursion tree of many calls. First its model alone: {@code fib} is written into a log as an
 * agent would tell it, the tree reads on and is drawn as it grows. Then the real window with a real
 * {@code fib}: frames a second while the tree is dragged and while the wheel turns over it, read
 * from the screen's pixels. Needs Debian's {@code xvfb} and {@code xdotool}.
 */
@Command(name = "tree", description = "The recursion tree of many calls: memory, time, frames.")
final class TreeBench implements Callable<Integer> {
  private static final Method FIB = new Method(new FileKey("Fib.java"), "Fib", "fib", "(I)I", 3);
  private static final ThreadKey MAIN = new ThreadKey(1, 1);
  private static final int SECONDS = 5;

  /** 1.6 million steps: the default budget has room for them. */
  private static final String PROGRAM =
      """
      public class Fib {
        static int fib(int n) {
          return n < 2 ? n : fib(n - 1) + fib(n - 2);
        }
        public static void main(String[] a) throws Exception {
          System.out.println(fib(25));
          for (int i = 0; ; i++) {
            Thread.sleep(5);
          }
        }
      }
      """;

  @Option(names = "--calls", description = "calls in the model; may be repeated (default: 1, 10 M)")
  private List<Integer> calls = new ArrayList<>(List.of(1_000_000, 10_000_000));

  @Option(names = "--no-window", description = "the model alone")
  private boolean modelOnly;

  /** A log that a recursion writes until there are enough calls. */
  private static final class Writer {
    final StepLog log = new StepLog();
    private final int most;
    private final Runnable each;
    int made;
    private boolean full;

    Writer(int most, Runnable each) {
      this.most = most;
      this.each = each;
    }

    int fib(int n, int depth, int caller) {
      if (made % 50_000 == 0) {
        each.run();
      }
      full |= ++made > most;
      if (full) {
        return 0;
      }
      List<Value> argument = List.of(new Value("n", Integer.toString(n)));
      int call = log.addCall(MAIN, FIB, depth, caller, argument);
      int result = n < 2 ? n : fib(n - 1, depth + 1, call) + fib(n - 2, depth + 1, call);
      if (!full) {
        List<Value> value = List.of(new Value("return", Integer.toString(result)));
        log.add(Kind.RETURN, MAIN, FIB, 3, depth, call, value);
      }
      return result;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.out.println(Machine.description());
    System.out.println();
    Table table =
        new Table(
            "calls", "steps", "log", "tree", "to read, a call", "to draw, median [all]", "drawn");
    for (int most : calls) {
      model(most, table);
    }
    System.out.println(table);
    if (!modelOnly) {
      System.out.println();
      System.out.println(window());
    }
    return 0;
  }

  private static void model(int most, Table table) {
    List<Long> drawing = new ArrayList<>();
    long[] reading = {0};
    CallTree[] tree = {null};
    TreePicture[] picture = {TreePicture.EMPTY};
    long before = used();
    Writer[] writer = {null};
    Runnable look =
        () -> {
          StepLog log = writer[0].log;
          long start = System.nanoTime();
          if (tree[0] == null && log.size() > 0) {
            Recursions recursions = new Recursions(log);
            recursions.update();
            List<Integer> methods = recursions.groups().get(0).methods();
            tree[0] = new CallTree(log, methods, key -> Optional.empty());
          }
          if (tree[0] != null) {
            tree[0].update();
            long read = System.nanoTime();
            reading[0] += read - start;
            picture[0] = new TreeDrawing(tree[0]).draw();
            drawing.add(System.nanoTime() - read);
          }
        };
    writer[0] = new Writer(most, look);
    writer[0].fib(35, 0, StepLog.NONE);
    look.run();
    long all = used() - before;
    int size = tree[0].size();
    tree[0] = null;
    long log = used() - before;
    table.add(
        Numbers.exact(size),
        Numbers.exact(writer[0].log.size()),
        megabytes(log),
        megabytes(all - log),
        Stats.number((double) reading[0] / size / 1_000, 2) + " µs",
        new Stats(drawing).range(1, 1e6) + " ms",
        Numbers.of(picture[0].nodes().size(), "node"));
  }

  private static String megabytes(long bytes) {
    return Stats.number(bytes / 1e6, 0) + " MB";
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Table window() throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("java.home"));
    LiveWindow.prepare(home);
    Table table = new Table("the window, 250,000 calls", "frames a second", "FX thread", "memory");
    Path source = LiveWindow.source("Fib", PROGRAM);
    try (Screen screen = new Screen(1280, 720);
        LiveWindow window = LiveWindow.open(screen, home, "--speed", "max", source.toString())) {
      window.awaitGlow();
      TimeUnit.SECONDS.sleep(15); // the steps arrive, the tree is read, the compiler warms up
      for (boolean drag : new boolean[] {true, false}) {
        Process mouse = drag ? window.dragTree() : window.turnWheelOverTree();
        TimeUnit.SECONDS.sleep(2);
        long start = System.nanoTime();
        long fx = window.fxNanos();
        double frames = window.treeFramesPerSecond(SECONDS);
        double nanos = System.nanoTime() - start;
        table.add(
            drag ? "is dragged" : "is enlarged and made smaller",
            Stats.number(frames, 1),
            Stats.number(100 * (window.fxNanos() - fx) / nanos, 0) + " %",
            megabytes(Processes.residentBytes(window.pid())));
        mouse.destroy();
        mouse.waitFor();
      }
    }
    return table;
  }
}
