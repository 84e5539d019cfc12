// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.InputStream;

/** Loaders, threads and exceptions whose methods tell when somebody asks them. */
public class Asked {
  public static class Part {
    @Override
    public String toString() {
      int sum = 0;
      for (int i = 0; i < 4; i++) {
        sum += i;
      }
      return "part " + sum;
    }
  }

  static class Loader extends ClassLoader {
    static boolean strict;

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals("Asked$Part")) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = Asked.class.getResourceAsStream("Asked$Part.class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length, Asked.class.getProtectionDomain());
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    @Override
    public boolean equals(Object other) {
      System.out.println("Loader.equals");
      return other instanceof Loader;
    }

    @Override
    public int hashCode() {
      System.out.println("Loader.hashCode");
      if (strict) {
        throw new IllegalStateException();
      }
      return 1;
    }
  }

  static class Worker extends Thread {
    Worker(Runnable task) {
      super(task, "worker");
    }

    @Override
    public long getId() {
      System.out.println("Worker.getId");
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      System.out.println("Worker.equals");
      return other instanceof Worker;
    }

    @Override
    public int hashCode() {
      System.out.println("Worker.hashCode");
      return 1;
    }

    @Override
    public String toString() {
      System.out.println("Worker.toString");
      return "worker";
    }
  }

  static class Failure extends RuntimeException {
    @Override
    public String getMessage() {
      System.out.println("Failure.getMessage");
      return "failure";
    }

    @Override
    public synchronized Throwable getCause() {
      System.out.println("Failure.getCause");
      return null;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      System.out.println("Failure.getStackTrace");
      return super.getStackTrace();
    }
  }

  static int work(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i % 7;
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 3; i++) {
      Loader.strict = i == 2;
      Class<?> part = Class.forName("Asked$Part", true, new Loader());
      System.out.println(part.getDeclaredConstructor().newInstance());
    }
    Thread worker = new Worker(() -> System.out.println(work(1000)));
    worker.start();
    Thread.sleep(100);
    worker.join();
    Thread fails =
        new Worker(
            () -> {
              work(10);
              throw new Failure();
            });
    fails.setUncaughtExceptionHandler((thread, e) -> System.out.println("ended"));
    fails.start();
    fails.join();
    Thread.sleep(100);
  }
}
