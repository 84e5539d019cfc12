// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.bench.cost;

import dev.afterglow.agent.probe.Probes;
import dev.afterglow.agent.weave.ClassWeaver;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Uses the agent's own classes in a JVM of its own: prints the time of weaving a class once warm
 * and the memory of a counter. Arguments: jars with classes to weave.
 */
public final class Inside {
  private static final int PASSES = 4;
  private static final int PROBES = 1_000_000;
  private static final int THREADS = 4;

  private Inside() {}

  /** Prints {@code inside MICROS COUNTERS BYTES}: a class, a woven class, a counter and thread. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<byte[]> classes = new ArrayList<>();
    for (String arg : args) {
      try (JarFile jar = new JarFile(arg)) {
        for (JarEntry entry : jar.stream().filter(Inside::isClass).toList()) {
          classes.add(jar.getInputStream(entry).readAllBytes());
        }
      }
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double micros = 0;
    double counters = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      long start = threads.getCurrentThreadCpuTime();
      counters = counters(classes);
      micros = (threads.getCurrentThreadCpuTime() - start) / 1e3 / classes.size();
    }
    classes.clear();
    int each = (int) Math.round(counters);
    System.out.printf(java.util.Locale.ROOT, "inside %.0f %d %.1f%n", micros, each, bytes(each));
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().endsWith("-info.class");
  }

  /** Weaves all; returns how many counters a woven class got on average. */
  private static double counters(List<byte[]> classes) {
    int woven = 0;
    long counters = 0;
    for (byte[] each : classes) {
      ClassWeaver weaver = new ClassWeaver(each, () -> 0);
      if (weaver.weave() != null) {
        woven++;
        counters += weaver.counters();
      }
    }
    return counters / (double) woven;
  }

  /** Memory of a counter for each thread that ran its class. */
  private static double bytes(int countersOfClass) throws InterruptedException {
    int first = Probes.classes();
    int classes = PROBES / countersOfClass;
    for (int i = 0; i < classes; i++) {
      Probes.resize(Probes.define(), countersOfClass);
    }
    long before = used();
    CountDownLatch ran = new CountDownLatch(THREADS);
    CountDownLatch end = new CountDownLatch(1);
    for (int t = 0; t < THREADS; t++) {
      new Thread(
              () -> {
                for (int i = 0; i < classes; i++) {
                  Probes.counters(first + i)[0]++;
                }
                ran.countDown();
                try {
                  end.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              })
          .start();
    }
    ran.await();
    long after = used();
    end.countDown();
    return (after - before) / (double) (classes * countersOfClass) / THREADS;
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
