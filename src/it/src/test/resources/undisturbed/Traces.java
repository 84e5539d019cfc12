// SPDX-License-Identifier: Apache-2.0
import java.lang.StackWalker.Option;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stack traces, stack walks, and the messages that the machine makes up from the code. */
public class Traces {
  int[] numbers;
  Traces next;
  static Object atStart = trace("static initialiser");
  Object field = trace("field");

  Traces() {
    trace("constructor");
  }

  static Object trace(String where) {
    System.out.println(where);
    return print(new Throwable().getStackTrace());
  }

  static Object print(StackTraceElement[] trace) {
    for (StackTraceElement each : trace) {
      System.out.println("  " + each.toString().replaceAll("(Lambda|GeneratedMethodAccessor)[^.]*", "$1"));
    }
    return trace;
  }

  static void down(int n) {
    if (n == 0) {
      throw new IllegalStateException(
          "bottom");
    }
    down(
        n - 1);
  }

  static int depth(int n) {
    return n == 0 ? new Throwable().getStackTrace().length : depth(n - 1);
  }

  static void walk() {
    List<String> frames =
        StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
            .walk(all -> all.map(f -> f.getMethodName() + f.getDescriptor() + f.getLineNumber())
                    .collect(Collectors.toList()));
    System.out.println(frames);
    long all = StackWalker.getInstance(Option.SHOW_HIDDEN_FRAMES).walk(Stream::count);
    System.out.println(all);
  }

  static Class<?> caller() {
    return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE).getCallerClass();
  }

  static void fails(Callable<Object> code) {
    try {
      code.call();
    } catch (Exception e) {
      System.out.println(e);
      print(e.getStackTrace());
    }
  }

  static synchronized int guarded(Traces t) {
    try {
      return t.next.next
          .numbers[3];
    } finally {
      trace("finally");
    }
  }

  public static void main(String[] args) throws Exception {
    Runnable first = () -> walk();
    Supplier<Runnable> second = () -> () -> {
      trace("lambda in a lambda");
      print(Thread.currentThread().getStackTrace());
      first.run();
    };
    second.get().run();
    System.out.println(caller());
    System.out.println(depth(0) + " " + depth(500) + " " + depth(1000));
    List.of(1, 2).forEach(n -> fails(() -> List.of(n).get(n + 7)));
    Traces t = new Traces();
    fails(() -> t.numbers[1]++);
    fails(() -> t.next.numbers[2]);
    fails(() -> guarded(t));
    fails(() -> {
      t.numbers = new int[2];
      int k = 5;
      return t.numbers[k] = 1;
    });
    fails(() -> (String) (Object) t.numbers.length);
    fails(() -> new int[t.numbers.length - 3]);
    fails(() -> 1 / (t.numbers.length - 2));
    fails(() -> {
      Object[] strings = new String[1];
      return strings[0] = 1;
    });
    Traces.class.getDeclaredMethod("trace", String.class).invoke(null, "reflection");
    Thread other = new Thread(() -> down(3), "other");
    other.start();
    other.join();
    new Exception(new Error("cause")).printStackTrace();
    down(2);
  }
}
