// SPDX-License-Identifier: Apache-2.0
package dev.afterglow.it;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/** Runs in the target JVM: calls the main methods of many targets, one after the other. */
public final class RunAll {
  /** What a target that reads has to read. */
  private static final byte[] INPUT =
      "to be or not to be that is the question".getBytes(StandardCharsets.US_ASCII);

  private RunAll() {}

  /** Takes class names; a plus sign in front switches assertions on. */
  public static void main(String[] names) throws Exception {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    for (String word : names) {
      System.setIn(new ByteArrayInputStream(INPUT));
      boolean assertions = word.startsWith("+");
      String name = assertions ? word.substring(1) : word;
      ClassLoader loader = RunAll.class.getClassLoader();
      loader.setClassAssertionStatus(name, assertions);
      Method main = Class.forName(name, true, loader).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      try {
        main.invoke(null, (Object) new String[0]);
      } catch (InvocationTargetException thrown) {
        if (thrown.getCause() instanceof LinkageError) {
          out.println(name + ": " + thrown.getCause());
        }
      }
      awaitThreads();
    }
    out.println("all run");
  }

  /** A target is over when its threads are. */
  private static void awaitThreads() throws InterruptedException {
    Thread[] all = new Thread[Thread.activeCount() + 1];
    int count = Thread.enumerate(all);
    for (int i = 0; i < count; i++) {
      if (all[i] != Thread.currentThread() && !all[i].isDaemon()) {
        all[i].join();
      }
    }
  }
}
